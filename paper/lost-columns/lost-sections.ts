import type { SourceLine } from "@/lib/paper/text/source-lines";

/** The parts of a form whose columns are lost. What stood beside a heading on the page may have come out below it. */
export type LostSections = Record<
  "boxes" | "tableI" | "tableII" | "owners" | "signatures" | "explanation" | "remarks",
  SourceLine[]
>;

const HEADINGS: [keyof LostSections, RegExp][] = [
  ["tableI", /^\s*Table I\s*[-–—]+\s*Non-? ?Derivative Securities/i],
  ["tableII", /^\s*Table II\s*[-–—]+\s*Derivative Securities/i],
  ["owners", /^\s*(Reporting Owners?|Reporting Owner Name ?\/ ?Address|Relationships?)\s*$/i],
  ["signatures", /^\s*Signatures?\s*$/i],
  ["explanation", /^\s*Explanation of Responses:?\s*$/i],
  ["remarks", /^\s*Remarks:/i],
];

const END = /^\s*(Note: File three copies|Potential persons who are to respond to the collection|SEC (1474|1473|2270))/;

/** Null where the text has no heading of a table: it is no such form. */
export function lostSections(lines: SourceLine[]): LostSections | null {
  const sections: LostSections = {
    boxes: [],
    tableI: [],
    tableII: [],
    owners: [],
    signatures: [],
    explanation: [],
    remarks: [],
  };
  const order = Object.keys(sections);
  let current: keyof LostSections | "end" = "boxes";
  let hasTable = false;
  for (const line of lines) {
    if ((current === "explanation" || current === "remarks") && END.test(line.text)) current = "end";
    const [name] = HEADINGS.find(([, pattern]) => pattern.test(line.text)) ?? [];
    // A heading of an earlier part is that of a table which goes on over a page, or words of a note.
    const isHeading = name !== undefined && current !== "end" && order.indexOf(name) > order.indexOf(current);
    if (isHeading) current = name;
    hasTable ||= isHeading && (name === "tableI" || name === "tableII");
    if (current !== "end" && (!isHeading || name === "remarks")) sections[current].push(line);
  }
  return hasTable ? sections : null;
}
