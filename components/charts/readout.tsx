import { Mark } from "@/components/ui/mark";
import type { CodeGroup, MarkFill } from "@/lib/record/transaction-codes";

/** One stop of a chart as text. */
export type ReadoutText = {
  /** A day or a range of days in words. */
  when: string;
  code?: { group: CodeGroup; fill: MarkFill; letter: string; word: string; underPlan: boolean };
  parts: { key?: string; text: string }[];
  /** What the stop links to: a filing, or a list of transactions. */
  link?: { text: string; href: string };
};

/** The readout as one sentence, for titles and names: "June 10, 2025: S Sale under a plan, −7,500 Common Stock at $64.87". */
export const readoutSentence = ({ when, code, parts }: ReadoutText): string => {
  const what = code ? `${code.letter} ${code.word}${code.underPlan ? " under a 10b5-1 plan" : ""}` : null;
  const said = parts.map(({ key, text }) => (key ? `${key} ${text}` : text));
  return `${when}: ${[what, ...said].filter((text) => text !== null).join(", ")}`;
};

/** The content of the fixed line over a chart. */
export function Readout({ when, code, parts, link }: ReadoutText) {
  return (
    <>
      <b>{when}</b>
      {code && (
        <span className={`chip g-${code.group}`}>
          <Mark group={code.group} fill={code.fill} />
          <b className="chip-letter">{code.letter}</b>
          <span>{code.word}</span>
          {code.underPlan && <span className="tag">plan</span>}
        </span>
      )}
      {parts.map(({ key, text }) => (
        <span key={`${key} ${text}`}>
          {key && <span className="key">{key} </span>}
          {text}
        </span>
      ))}
      {link && (
        <a className="aside link-button" href={link.href}>
          {link.text}
        </a>
      )}
    </>
  );
}
