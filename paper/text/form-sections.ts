import type { SourceLine } from "./source-lines";

/** The parts of a form in text, each with its lines (headings of tables included, other headings not). */
export type FormSections = {
  /** From the top to Table I: title, boxes 1 to 6. */
  boxes: SourceLine[];
  tableI: SourceLine[] | null;
  tableII: SourceLine[] | null;
  /** `Reporting Owners`, which only some pages print. */
  owners: SourceLine[] | null;
  signatures: SourceLine[] | null;
  /** `Explanation of Responses`. */
  explanation: SourceLine[] | null;
  remarks: SourceLine[] | null;
};

type Section = keyof FormSections | "end";

const HEADINGS: [Section, RegExp][] = [
  ["tableI", /^\s*(.*\s)?Table\s+I\s+[-–—]+\s+Non-? ?Derivative Securities/i],
  ["tableII", /^\s*(.*\s)?Table\s+II\s+[-–—]+\s+Derivative Securities/i],
  ["owners", /^\s*Reporting Owners\s*$/i],
  ["signatures", /^\s*Signatures?\s*$/i],
  ["explanation", /^\s*Explanation of Responses:?\s*$/i],
  ["remarks", /^\s*Remarks:/i],
  [
    "end",
    /^\s*(Note: File three copies|Potential persons who are to respond|Persons who respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB number\.)/i,
  ],
];

const BELOW_TABLE = /^\s*Reminder: Report on a separate line|Persons who respond to the collection of/i;

/** The sentences that stand below Table I, up to the next heading. */
export const isBelowTable = (text: string) => BELOW_TABLE.test(text);

/**
 * Parts a form into its sections by their headings. A heading that comes again on a later page (the printed table goes on there)
 * goes on with its section. Null where the text has no heading of Table I or Table II: it is no such form.
 */
export function formSections(lines: SourceLine[]): FormSections | null {
  const sections: FormSections = {
    boxes: [],
    tableI: null,
    tableII: null,
    owners: null,
    signatures: null,
    explanation: null,
    remarks: null,
  };
  let current: Section = "boxes";
  for (const line of lines) {
    const heading = HEADINGS.find(([, pattern]) => pattern.test(line.text));
    if (heading) current = heading[0];
    if (isBelowTable(line.text) && current !== "tableI") current = "end";
    if (current === "end") continue;
    const stands = sections[current] ?? [];
    sections[current] = stands;
    if (heading && current !== "tableI" && current !== "tableII" && current !== "remarks") continue;
    stands.push(line);
  }
  return sections.tableI || sections.tableII ? sections : null;
}
