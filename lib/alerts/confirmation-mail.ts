import type { AlertRate } from "@/lib/alerts/alert";
import { DAYS_TO_CONFIRM } from "@/lib/alerts/kept-days";
import { escapeXml } from "@/lib/values/escape-xml";

/** How often email comes, as the end of the sentence "You get email …". */
export const RATES_IN_WORDS: Record<AlertRate, string> = {
  immediate: "as soon as something is filed",
  daily: "once a day, at 7:00 am ET",
  weekly: "once a week, on Mondays at 7:00 am ET",
};

type Asked = {
  /** What the list has, without words that someone typed. */
  title: string;
  /** Whether the title leaves out such words. */
  leavesOut: boolean;
  rate: AlertRate;
  confirmUrl: string;
};

/**
 * The mail that asks whether a reader wants an alert. It does not link to the list, because a stranger may have typed parts of that
 * address.
 */
export function confirmationMail({ title, leavesOut, rate, confirmUrl }: Asked) {
  const before = [
    "Someone, probably you, asked for email about new filings in this list:",
    title,
    ...(leavesOut
      ? [
          "The list also has words that were typed into a search field. We do not repeat them here, because they may not be yours. The confirmation page shows the whole list.",
        ]
      : []),
    `You would get email ${RATES_IN_WORDS[rate]}, if there is something new.`,
    "If you want this alert, open the following page and confirm it:",
  ];
  const after = `If you did not ask for this, you do not need to do anything. We delete your address if you do not confirm within ${DAYS_TO_CONFIRM} days.`;
  return {
    subject: `Confirm your alert: ${title}`,
    text: `${[...before, confirmUrl, after].join("\n\n")}\n`,
    html: [
      ...before.map((text) => `<p>${escapeXml(text)}</p>`),
      `<p><a href="${escapeXml(confirmUrl)}">Open the confirmation page</a></p>`,
      `<p>${escapeXml(after)}</p>`,
    ].join("\n"),
  };
}
