import type { PrintedSignature, Told } from "@/paper/printed-form";
import { cellOfPieces, type Piece, pieceOf, type SourceLine } from "@/paper/text/source-lines";
import { textBlocks } from "./text-blocks";

const LABEL = /^\**\s*Signature of Reporting Person$/;
const DATE = /^\d{1,2}\/\d{1,2}(?:[+-]\d{2}:\d{2}|Z)?\/\d{4}$/;
const STARS = /^\*\*$/;

/** True for what the form itself prints there, and for a date. */
export const isOfSignatures = (text: string) =>
  [LABEL, DATE, STARS, /^(\*\* )?Date$/].some((pattern) => pattern.test(text.trim()));

/**
 * Names and dates below `Signatures`. The page has as many labels as signatures: where there are as many names, each is one. A date
 * is told where it stands between its name and the next, or where all of them are the same. Null where names cannot be told apart.
 */
export function readOrderedSignatures(lines: SourceLine[]): Told<PrintedSignature[]> {
  let names: Piece[][] = [];
  const dates: { piece: Piece; after: number }[] = [];
  let labels = 0;
  for (const block of textBlocks(lines)) {
    let name: Piece[] = [];
    for (const line of block) {
      const piece = pieceOf(line);
      const isLabel = LABEL.test(piece.text);
      const isDate = DATE.test(piece.text);
      const isOther = STARS.test(piece.text) || /^(\*\* )?Date$/.test(piece.text);
      if (isLabel) labels += 1;
      if (isDate) dates.push({ piece, after: names.length });
      if (isLabel || isDate || isOther) {
        name = [];
      } else {
        if (name.length === 0) names.push(name);
        name.push(piece);
      }
    }
  }
  const signed = names.filter(([first]) => /\/s\//i.test(first?.text ?? ""));
  const isMixed = names.length !== labels && signed.length === labels;
  if (isMixed) names = signed;
  if (labels === 0 || names.length !== labels) return null;
  const isSame = dates.length === names.length && new Set(dates.map(({ piece }) => piece.text)).size === 1;
  const isEach = !isMixed && dates.length === names.length && dates.every(({ after }, index) => after === index + 1);
  return names.map((name, index) => {
    const date = isSame || isEach ? dates[index]?.piece : undefined;
    return { name: cellOfPieces(name), date: date ? cellOfPieces([date]) : null };
  });
}
