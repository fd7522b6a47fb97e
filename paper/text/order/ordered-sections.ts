import type { SourceLine } from "@/paper/text/source-lines";

/** The parts of a form whose columns were scattered. What stood beside a heading on the page may have come out behind it. */
export type OrderedSections = {
  /** Title, and boxes 1 to 6. */
  boxes: SourceLine[];
  /** From the heading of Table I to that of Table II. */
  tableI: SourceLine[];
  tableII: SourceLine[];
  owners: SourceLine[];
  signatures: SourceLine[];
  explanation: SourceLine[];
  remarks: SourceLine[];
};

const HEADINGS: [keyof OrderedSections, RegExp][] = [
  ["tableI", /^\s*Table I - Non-Derivative Securities/],
  ["tableII", /^\s*Table II - Derivative Securities/],
  ["owners", /^\s*(Reporting Owner Name ?\/ ?Address|Relationships?)\s*$/],
  ["signatures", /^\s*Signatures?\s*$/],
  ["explanation", /^\s*Explanation of Responses:\s*$/],
  ["remarks", /^\s*Remarks:/],
];

const END =
  /^\s*(Note: File three copies|Potential persons who are to respond to the collection|SEC 1474|SEC 1473|SEC 2270)/;

/** Null where a heading that every form has is missing. */
export function orderedSections(lines: SourceLine[]): OrderedSections | null {
  const sections: OrderedSections = {
    boxes: [],
    tableI: [],
    tableII: [],
    owners: [],
    signatures: [],
    explanation: [],
    remarks: [],
  };
  let current: keyof OrderedSections | "end" = "boxes";
  let reached = -1;
  const order = Object.keys(sections);
  for (const line of lines) {
    const [name] = HEADINGS.find(([, pattern]) => pattern.test(line.text)) ?? [];
    const isEnd = current === "explanation" || current === "remarks" ? END.test(line.text) : false;
    if (isEnd) current = "end";
    // A heading of an earlier part is one that goes on over a page, or words of a note.
    const isHeading = name !== undefined && order.indexOf(name) > reached;
    if (isHeading) {
      current = name;
      reached = order.indexOf(name);
    }
    if (current === "end") continue;
    if (!isHeading || current === "remarks") sections[current].push(line);
  }
  return reached >= order.indexOf("tableII") ? sections : null;
}
