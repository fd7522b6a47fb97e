import { isBlank, type SourceLine } from "@/paper/words/source-lines";

/** The parts of a form whose columns are lost. Text next to a heading on the page may appear below it here. */
export type LostSections = Record<Part, SourceLine[]> & { hasSignatureHeading: boolean };

type Part = "boxes" | "tableI" | "tableII" | "owners" | "signatures" | "explanation" | "remarks";

const HEADINGS: [Part, RegExp][] = [
  ["tableI", /^\s*Table I\s*[-–—]+\s*Non-? ?Derivative Securities/i],
  ["tableII", /^\s*Table II\s*[-–—]+\s*Derivative Securities/i],
  ["owners", /^\s*(Reporting Owners?|Reporting Owner Name ?\/ ?Address|Relationships?)\s*$/i],
  ["signatures", /^\s*Signatures?\s*$/i],
  ["explanation", /^\s*Explanation of Responses:?\s*$/i],
  ["remarks", /^\s*Remarks:/i],
];

const END = /^\s*(Note: File three copies|Potential persons who are to respond to the collection|SEC (1474|1473|2270))/;

/** Null if the text has no heading of a table, and so is not a form of this kind. */
export function lostSections(lines: SourceLine[]): LostSections | null {
  const sections: Record<Part, SourceLine[]> = {
    boxes: [],
    tableI: [],
    tableII: [],
    owners: [],
    signatures: [],
    explanation: [],
    remarks: [],
  };
  const order = Object.keys(sections);
  let current: Part | "end" = "boxes";
  let hasTable = false;
  for (const line of lines) {
    if ((current === "explanation" || current === "remarks") && END.test(line.text)) current = "end";
    const [name] = HEADINGS.find(([, pattern]) => pattern.test(line.text)) ?? [];
    // A heading of an earlier part is that of a table continued on the next page, or words of a footnote.
    const isHeading = name !== undefined && current !== "end" && order.indexOf(name) > order.indexOf(current);
    if (isHeading) current = name;
    hasTable ||= isHeading && (name === "tableI" || name === "tableII");
    if (current !== "end" && (!isHeading || name === "remarks")) sections[current].push(line);
  }
  const hasSignatureHeading = sections.signatures.length > 0;
  if (!hasSignatureHeading) partSignatures(sections);
  return hasTable ? { ...sections, hasSignatureHeading } : null;
}

const CAPTION = /^\**\s*Signature of Reporting Person/i;
const NO_NAME = /^(\**|Date|\d{1,2}\/\d{1,2}\/\d{4}|\**\s*Signature of Reporting Person)$/i;

/** Without a heading, signatures begin below the footnotes or remarks, with the last name above the first caption. */
function partSignatures(sections: Record<Part, SourceLine[]>) {
  const lines = sections.remarks.length > 0 ? sections.remarks : sections.explanation;
  const at = lines.findIndex(({ text }) => CAPTION.test(text.trim()));
  const name = lines.findLastIndex((line, index) => index < at && !isBlank(line) && !NO_NAME.test(line.text.trim()));
  if (name < 0) return;
  const blank = lines.findLastIndex((line, index) => index < name && isBlank(line));
  sections.signatures = lines.splice(blank + 1);
}
