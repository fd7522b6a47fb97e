import { isBlank, type SourceLine } from "./source-lines";

const NO_NAME = /^(\**|Date|\d{1,2}\/\d{1,2}\/\d{4}|\**\s*Signature of Reporting Person\s*\**)?$/i;
const LABEL = /\**\s*Signature of Reporting Person/i;

/**
 * Parts the lines below the tables where signatures follow the notes without a heading, as on EDGAR's own pages: in text with columns they
 * stand in its right half, in text in reading order as blocks of their own above `Signature of Reporting Person`.
 */
export function signaturesBelowNotes(lines: SourceLine[]): { notes: SourceLine[]; signatures: SourceLine[] } {
  const label = lines.findIndex(({ text }) => LABEL.test(text));
  if (label === -1) return { notes: lines, signatures: [] };
  let start = label;
  if (lines.slice(Math.max(0, label - 6), label + 1).some(isFarRight)) {
    while (start > 0) {
      const above = lines[start - 1];
      if (!above || !(isBlank(above) || isFarRight(above))) break;
      start--;
    }
  } else {
    // The name stands in the label's block, or in a block above, with the date's between.
    for (let block = 0; block < 3; block++) {
      const end = start;
      while (start > 0 && isBlankAt(lines, start - 1)) start--;
      while (start > 0 && !isBlankAt(lines, start - 1)) start--;
      if (lines.slice(start, end + (block === 0 ? 1 : 0)).some(({ text }) => !NO_NAME.test(text.trim()))) break;
    }
  }
  return { notes: lines.slice(0, start), signatures: lines.slice(start) };
}

const isBlankAt = (lines: SourceLine[], at: number) => {
  const line = lines[at];
  return line === undefined || isBlank(line);
};

const isFarRight = ({ text }: SourceLine) => /^\s{50,}\S/.test(text);
