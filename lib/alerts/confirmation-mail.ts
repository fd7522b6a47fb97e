import type { AlertRate } from "@/lib/alerts/alert";
import { DAYS_TO_CONFIRM } from "@/lib/alerts/kept-days";
import { escapeXml } from "@/lib/values/escape-xml";

/** How often email comes, as the end of the sentence "You get email …". */
export const RATES_IN_WORDS: Record<AlertRate, string> = {
  immediate: "as soon as something is filed",
  daily: "once a day, at 7:00 in New York",
  weekly: "once a week, on Mondays at 7:00 in New York",
};

type Asked = { title: string; rate: AlertRate; viewUrl: string; confirmUrl: string };

/** The mail that asks whether a reader wants an alert. */
export function confirmationMail({ title, rate, viewUrl, confirmUrl }: Asked) {
  const paragraphs = [
    "Someone, probably you, asked for email about new filings in this list:",
    title,
    `You would get email ${RATES_IN_WORDS[rate]}, if there is something new.`,
    "If you want this alert, open the following page and confirm it:",
  ];
  const after = `If you did not ask for this, you do not need to do anything. We delete your address if you do not confirm within ${DAYS_TO_CONFIRM} days.`;
  return {
    subject: `Confirm your alert: ${title}`,
    text: `${[paragraphs[0], `${title}\n${viewUrl}`, ...paragraphs.slice(2), confirmUrl, after].join("\n\n")}\n`,
    html: [
      `<p>${escapeXml(paragraphs[0] ?? "")}</p>`,
      `<p><a href="${escapeXml(viewUrl)}">${escapeXml(title)}</a></p>`,
      ...paragraphs.slice(2).map((text) => `<p>${escapeXml(text)}</p>`),
      `<p><a href="${escapeXml(confirmUrl)}">Open the page to confirm</a></p>`,
      `<p>${escapeXml(after)}</p>`,
    ].join("\n"),
  };
}
