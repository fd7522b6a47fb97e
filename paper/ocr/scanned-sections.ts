import { isBlank, type SourceLine } from "@/paper/words/source-lines";
import { beginsNearly, isNearly, letters } from "./nearly";

/** The parts of a form in the OCR text of a scan. */
export type ScannedSections = {
  top: SourceLine[];
  tables: SourceLine[];
  owners: SourceLine[];
  signatures: SourceLine[];
  explanation: SourceLine[];
  remarks: SourceLine[];
};

type Section = keyof ScannedSections | "end";

function headingOf(text: string): Section | null {
  const bare = letters(text);
  if (
    /t?ablei+.{0,6}(non)?derivativesecurities/.test(bare) ||
    /nonderivativesecurities(acquired|beneficially)/.test(bare)
  )
    return "tables";
  if (isNearly(text, "Reporting Owners")) return "owners";
  if (isNearly(text, "Signatures")) return "signatures";
  if (isNearly(text, "Explanation of Responses:")) return "explanation";
  if (/^\W*remarks?\W/i.test(text)) return "remarks";
  if (
    beginsNearly(text, "Note: File three copies of this Form") ||
    beginsNearly(text, "Potential persons who are to respond")
  )
    return "end";
  return null;
}

/** Null if the text has too few of a form's headings. */
export function scannedSections(lines: SourceLine[]): ScannedSections | null {
  const sections: ScannedSections = { top: [], tables: [], owners: [], signatures: [], explanation: [], remarks: [] };
  let current: Section = "top";
  const met = new Set<Section>();
  for (const line of lines) {
    const heading = headingOf(line.text);
    if (heading !== null) {
      met.add(heading);
      current = heading;
      // The heading of Table I often shares its line with the last box.
      if (heading !== "remarks") continue;
    }
    if (current !== "end" && !isBlank(line)) sections[current].push(line);
  }
  return met.has("tables") || met.size >= 3 ? sections : null;
}
