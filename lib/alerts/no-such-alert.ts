import { DAYS_AFTER_STOP, DAYS_TO_CONFIRM } from "@/lib/alerts/kept-days";

/** Why the link in an email leads to no alert, and what its reader can do. */
export const NO_SUCH_ALERT = {
  deleted: {
    title: "This link has expired",
    sentences: [
      `We delete an alert that is not confirmed within ${DAYS_TO_CONFIRM} days, and one that has been stopped for ${DAYS_AFTER_STOP} days, together with the email address.`,
      "You will get no email about it.",
      "To get a new link, open the list that you want to follow and choose “Email alerts” there.",
    ],
  },
  "wrong link": {
    title: "This link is not complete",
    sentences: [
      "It does not belong to any alert. Open it again from the email, or copy all of it.",
      "To get a new link, open the list that you want to follow and choose “Email alerts” there.",
    ],
  },
  off: {
    title: "Email alerts are switched off",
    sentences: [
      "This site does not send email to readers at the moment.",
      "If you have an alert, it was not deleted. You get email again when alerts are switched on.",
    ],
  },
} as const;
