import type { PrintedSignature } from "@/paper/printed-form";
import { cellOfPieces, chunksOf, type Piece, pieceOf, type SourceLine } from "./source-lines";

const LABEL = /\**\s*Signature of Reporting Person\s*\**/i;
const PRINTED_DATE = /(?<![\d/])\d{1,2}\/\d{1,2}(?:[+-]\d{2}:\d{2}|Z)?\/\d{4}(?!\d)/;
const NOT_SIGNED = /^(\*{1,2}|Date|\*{1,2} Date)$/;

type Block = { names: Piece[]; dates: Piece[]; isEnded: boolean };

/**
 * Signatures with their dates: a name, over one line or more, and a date beside or below it, above `Signature of Reporting Person`.
 * Where text lists several names and dates before their labels, each date ends a signature.
 */
export function readSignatures(lines: SourceLine[]): PrintedSignature[] {
  const blocks: Block[] = [{ names: [], dates: [], isEnded: false }];
  for (const line of lines) {
    const block = blocks.at(-1);
    if (!block) break;
    if (LABEL.test(line.text)) {
      block.isEnded = true;
      blocks.push({ names: [], dates: [], isEnded: false });
      continue;
    }
    const { names, date } = nameAndDate(line);
    block.names.push(...names);
    if (date) block.dates.push(date);
  }
  const ended = blocks.filter(({ isEnded }) => isEnded);
  const isEachWhole = ended.length > 0 && ended.every(({ names, dates }) => names.length > 0 && dates.length <= 1);
  const isNothingLeft = blocks.every(({ isEnded, names, dates }) => isEnded || names.length + dates.length === 0);
  return isEachWhole && isNothingLeft && (ended.length === 1 || ended.every(({ dates }) => dates.length === 1))
    ? ended.map(({ names, dates }) => signature(names, dates[0]))
    : signaturesByDate(lines);
}

/** Lines of one name follow each other: with a gap between, they may be two names. */
const isOneName = (names: Piece[]) =>
  names.every((name, index) => index === 0 || name.line - (names[index - 1]?.line ?? 0) <= 1);

const LOST_HYPHEN = /attorney(?!-in-fact|\sin\sfact)[\s-]?in[\s-]?fact/i;

const signature = (names: Piece[], date: Piece | undefined): PrintedSignature => {
  const name = names.length > 0 ? cellOfPieces(names) : null;
  return {
    // Text drops a hyphen at a line's end now and then.
    name:
      name && LOST_HYPHEN.test(name.text)
        ? { ...name, doubt: "A hyphen may have been lost at the end of a line." }
        : name,
    date: date ? cellOfPieces([date]) : null,
  };
};

function signaturesByDate(lines: SourceLine[]): PrintedSignature[] {
  const signatures: PrintedSignature[] = [];
  let pending: Piece[] = [];
  for (const line of lines) {
    if (LABEL.test(line.text)) continue;
    const { names, date } = nameAndDate(line);
    pending.push(...names);
    if (!date) continue;
    signatures.push(signature(isOneName(pending) ? pending : [], date));
    pending = [];
  }
  if (pending.length > 0) signatures.push(signature(pending, undefined));
  return signatures;
}

function nameAndDate(line: SourceLine): { names: Piece[]; date: Piece | null } {
  const chunks = chunksOf(line).filter(({ text }) => !NOT_SIGNED.test(text));
  const last = chunks.at(-1);
  if (!last) return { names: [], date: null };
  const found = PRINTED_DATE.exec(last.text);
  if (!found || found.index + found[0].length !== last.text.length) return { names: chunks, date: null };
  const date = pieceOf(line, last.to - found[0].length, last.to);
  const rest = pieceOf(line, last.from, date.from);
  // A date that only one space parts from a name, `/s/ Jane Roe 07/15/2013`, is one all the same.
  return { names: [...chunks.slice(0, -1), ...(rest.text ? [rest] : [])], date };
}
