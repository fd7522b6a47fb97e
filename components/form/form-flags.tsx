import { ReadValue, UnreadValue } from "@/components/source/read-value";
import type { FilingForm } from "@/lib/edgar/filing-form";
import type { ValueMarks } from "@/paper/form/value-marks";

/** Boxes that are checked, in the form's own words. An unchecked box is not mentioned. */
const FLAGS = [
  {
    name: "notSubjectToSection16",
    title: "Exit box",
    text: "Checked: no longer subject to Section 16. Form 4 or Form 5 obligations may continue.",
  },
  { name: "noSecuritiesOwned", title: "No securities", text: "Checked: no securities are beneficially owned." },
  { name: "form3HoldingsReported", title: "Form 3 holdings", text: "Checked: holdings of a Form 3 are reported here." },
  {
    name: "form4TransactionsReported",
    title: "Form 4 transactions",
    text: "Checked: transactions of a Form 4 are reported here.",
  },
] as const;

export const FormFlags = ({ facts, marks }: { facts: FilingForm; marks: ValueMarks }) =>
  FLAGS.map(({ name, title, text }) => {
    const isUnread = facts.unread.has(name);
    if (!facts[name] && !isUnread) return null;
    const mark = marks.get(`/${name}`);
    return (
      <p className="ruled-line" key={name}>
        <b>{title}</b>
        <span>{isUnread ? <UnreadValue mark={mark} /> : <ReadValue mark={mark}>{text}</ReadValue>}</span>
      </p>
    );
  });
