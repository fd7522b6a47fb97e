import type { MatchChange } from "@/lib/alerts/alert";
import type { Message } from "@/lib/alerts/message";
import { FIELD_LABELS } from "@/lib/amendments/field-labels";
import { plural } from "@/lib/values/counts";
import { formatDate, formatInstant } from "@/lib/values/dates";
import { escapeXml } from "@/lib/values/escape-xml";
import { inOneLine } from "@/lib/values/readable-text";

type SentMatch = Message["data"]["matches"][number];

const LABELS: Record<MatchChange["field"], string> = { ...FIELD_LABELS, footnote: "Text" };
const LONGEST_TITLE = 100;
const LONGEST_QUOTE = 600;

/** The subject and the two parts of an email. The text says everything; the HTML is the same with links. */
export type MailText = { subject: string; text: string; html: string };

/**
 * A message as an email. Each text from a filing is on one line, so that it cannot look like a part of the email.
 * @param manageUrl where the reader changes or stops the alert; null for an alert of the operator
 */
export function mailText({ data }: Message, manageUrl: string | null): MailText {
  const { alert, matches, leftOut } = data;
  const name = inOneLine(alert.name ?? alert.title);
  const count = countInWords(matches, leftOut);
  const opening = `${count} in the view “${name}”:`;
  const cutNotice =
    leftOut === 0
      ? null
      : `This email lists ${plural(matches.length, "item")} and leaves out ${leftOut.toLocaleString("en-US")}. The view has all of them.`;
  const footer = [
    ["The view", alert.view],
    ...(manageUrl === null ? [] : [["Change or stop this alert", manageUrl]]),
  ] as const;
  const items = matches.map((match) => ({ lines: linesOf(match), url: match.url }));
  const text = [
    opening,
    ...items.map(({ lines, url }, index) => [`${index + 1}. ${lines.join("\n   ")}`, `   ${url}`].join("\n")),
    ...(cutNotice === null ? [] : [cutNotice]),
    NOTE,
    footer.map(([label, url]) => `${label}: ${url}`).join("\n"),
  ];
  const html = [
    paragraph(escapeXml(opening)),
    `<ol>${items.map(({ lines: [first = "", ...others], url }) => `<li><p>${[link(first, url), ...others.map(escapeXml)].join("<br>")}</p></li>`).join("")}</ol>`,
    ...(cutNotice === null ? [] : [paragraph(escapeXml(cutNotice))]),
    paragraph(escapeXml(NOTE)),
    paragraph(footer.map(([label, url]) => link(label, url)).join("<br>")),
  ];
  return {
    subject: `${cut(name, LONGEST_TITLE)}: ${count}`,
    text: `${text.join("\n\n")}\n`,
    html: html.join("\n"),
  };
}

const NOTE = "Values are those of the filings. Amendments may change them later.";

const paragraph = (html: string) => `<p>${html}</p>`;
const link = (text: string, url: string) => `<a href="${escapeXml(url)}">${escapeXml(text)}</a>`;
const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`);

const SUBJECTS = { transaction: "transaction", footnote: "footnote", filing: "filing" } as const;

/** "3 new transactions and 1 change". */
function countInWords(matches: readonly SentMatch[], leftOut: number): string {
  if (leftOut > 0) return `${(matches.length + leftOut).toLocaleString("en-US")} new items and changes`;
  const [first, ...others] = new Set(matches.map(({ subject }) => subject));
  const one = first === undefined || others.length > 0 ? "item" : SUBJECTS[first];
  const changed = matches.filter(({ kind }) => kind === "changed").length;
  const added = matches.length - changed;
  return [
    ...(added > 0 ? [plural(added, `new ${one}`)] : []),
    ...(changed > 0 ? [plural(changed, added > 0 ? "change" : `changed ${one}`)] : []),
  ].join(" and ");
}

function linesOf({ kind, title, filing, footnote, changes, isInView }: SentMatch): string[] {
  const filed = filing.filedAt ? formatInstant(filing.filedAt) : formatDate(filing.filingDate ?? null);
  return [
    `${kind === "changed" ? "Changed: " : ""}${cut(inOneLine(title), LONGEST_QUOTE)}`,
    ...(footnote && kind === "new" ? [`“${cut(inOneLine(footnote.text), LONGEST_QUOTE)}”`] : []),
    ...(changes ?? []).map(changeInWords),
    ...(isInView ? [] : ["The view no longer includes it."]),
    `Form ${filing.form ?? "not stated"}${filed === null ? "" : `, filed ${filed}`}`,
  ];
}

/** "Price: 12.60, previously 12.50". */
const changeInWords = ({ field, from, to }: MatchChange) => {
  const said = (value: string | null) => (value === null ? "not reported" : cut(inOneLine(value), LONGEST_QUOTE));
  return `${LABELS[field]}: ${said(to)}, previously ${said(from)}`;
};
