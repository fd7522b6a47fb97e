import { type ChildNode, type Element, isTag } from "domhandler";
import type { Place, PrintedCell } from "@/paper/form/printed-form";
import { isCell } from "./parse-page";
import type { Chunk, VisiblePage } from "./visible-page";

export const placeOf = ({ line, from, text }: Chunk): Place => ({ page: 1, line, from, to: from + text.length });

/** Several chunks as one cell: their text without the footnote marks, the marks, and the places of both. */
export function pageCell(chunks: Chunk[]): PrintedCell {
  let text = "";
  let isApart = false;
  for (const chunk of chunks) {
    isApart ||= chunk.isApart;
    if (chunk.marks) continue;
    text += text !== "" && isApart ? ` ${chunk.text}` : chunk.text;
    isApart = false;
  }
  return { text, marks: chunks.flatMap(({ marks }) => marks ?? []), places: placesOfPagePieces(chunks) };
}

/** One place for each line. */
export function placesOfPagePieces(chunks: Chunk[]): Place[] {
  const places: Place[] = [];
  for (const place of chunks.map(placeOf)) {
    const last = places.at(-1);
    if (last?.line === place.line) last.to = place.to;
    else places.push(place);
  }
  return places;
}

/** Text on one line of one cell: a label, a value, or both. */
export type PagePiece = { text: string; chunks: Chunk[]; cell: Element | null };

function cellAround({ parent }: ChildNode): Element | null {
  for (let around = parent; around && isTag(around); around = around.parent) if (isCell(around)) return around;
  return null;
}

/** All pieces of chunks, in the page's order. */
export function piecesOf(chunks: Chunk[]): PagePiece[] {
  const pieces: PagePiece[] = [];
  let line = 0;
  for (const chunk of chunks) {
    const cell = cellAround(chunk.node);
    const last = pieces.at(-1);
    if (last && last.cell === cell && line === chunk.line) {
      last.text += chunk.isApart ? ` ${chunk.text}` : chunk.text;
      last.chunks.push(chunk);
    } else {
      pieces.push({ text: chunk.text, chunks: [chunk], cell });
    }
    line = chunk.line;
  }
  return pieces;
}

export const cellOfPagePieces = (pieces: PagePiece[]): PrintedCell => pageCell(pieces.flatMap(({ chunks }) => chunks));

/** The characters of chunks from one position to another, counted as in a cell's text. */
export function charactersOf(chunks: Chunk[], from: number, to = Number.POSITIVE_INFINITY): Chunk[] {
  let at = 0;
  return chunks.flatMap((chunk, index) => {
    if (index > 0 && chunk.isApart) at++;
    const cut = chunk.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    const before = Math.max(0, from - at) + cut.length - cut.trimStart().length;
    at += chunk.text.length;
    const text = cut.trim();
    return text === "" ? [] : [{ ...chunk, text, from: chunk.from + before }];
  });
}

/** The rest of a piece after its first characters; null if nothing is left. */
export function restOf({ chunks, cell }: PagePiece, from: number): PagePiece | null {
  const rest = charactersOf(chunks, from);
  return rest.length === 0 ? null : { text: pageCell(rest).text, chunks: rest, cell };
}

/** The longest label or heading on the forms, with some room. */
const LONGEST_LABEL = 600;

/** The text of a label, heading or box, with its marks; empty for an element that contains more text than these do. */
export function labelText({ chunks, spanOf }: VisiblePage, element: Element): string {
  const [start, end] = spanOf(element);
  if (end - start > LONGEST_LABEL) return "";
  const label = chunks
    .slice(start, end)
    .map(({ text, isApart }, index) => (index > 0 && isApart ? ` ${text}` : text))
    .join("");
  return label.length > LONGEST_LABEL ? "" : label;
}

/** The first piece that contains a label. */
export const pieceWith = (pieces: PagePiece[], label: RegExp): PagePiece | undefined =>
  pieces.find(({ text }) => text.length <= LONGEST_LABEL && label.test(text));
