import { Mark } from "@/components/ui/mark";
import { type CodeGroup, codeGroups, markFill, transactionCodes } from "@/lib/record/transaction-codes";
import { Choice, type CountOf } from "./filter-field";

/** The codes of purchases and sales. They share a heading, because each is a group of one. */
export const MARKET_TRADES = ["P", "S"];

const HEADINGS: readonly { label: string; groups: readonly CodeGroup[] }[] = [
  { label: "Market trades", groups: ["purchase", "sale"] },
  ...codeGroups
    .filter(({ group }) => group !== "purchase" && group !== "sale")
    .map(({ group, label }) => ({ label, groups: [group] })),
];

/** Checkboxes for all transaction codes, with their meanings, by group. */
export const CodeChecks = ({ checked, countOf }: { checked: string[]; countOf: CountOf }) => (
  <div className="choice-columns">
    {HEADINGS.map(({ label, groups }) => (
      <fieldset key={label}>
        <legend>{label}</legend>
        {transactionCodes
          .filter(({ group }) => groups.includes(group))
          .map(({ code, group, word, qualifier }) => (
            <Choice
              key={code}
              name="code"
              value={code}
              isChecked={checked.includes(code)}
              count={countOf("code", code)}
            >
              <Mark group={group} fill={markFill(group, false)} />
              <b className="id">{code}</b>
              <span>
                {word} <span className="muted">{qualifier}</span>
              </span>
            </Choice>
          ))}
      </fieldset>
    ))}
  </div>
);
