import { type Element, isTag } from "domhandler";
import type { PrintedBox, Told } from "@/paper/form/printed-form";
import { type PagePiece, pageCell, pieceWith, placesOfPagePieces } from "./printed-text";
import { cellsOf } from "./table-grid";
import type { VisiblePage } from "./visible-page";

/**
 * The box before a label: a line such as `__X__ Director`, a box or bracket in the label's own cell, or an X in the previous
 * cell. Null if there is none.
 */
export function boxOf(page: VisiblePage, pieces: PagePiece[], label: RegExp): Told<PrintedBox> {
  const piece = pieceWith(pieces, label);
  if (!piece) return null;
  const before = piece.text.slice(0, label.exec(piece.text)?.index ?? 0);
  const places = placesOfPagePieces(piece.chunks);
  const own = before.trim() === "" ? null : isTicked(before);
  if (own !== null) return { ticked: own, places };
  const cell = piece.cell && cellBefore(piece.cell);
  if (!cell || before.trim() !== "" || hasPicture(cell)) return null;
  const mark = page.chunksOf(cell);
  const ticked = mark.length > 0 && isTicked(pageCell(mark).text);
  return ticked === null ? null : { ticked, places: [...placesOfPagePieces(mark), ...places] };
}

/** Whether a mark is checked; null for a text that is not a mark. */
function isTicked(text: string): boolean | null {
  const bare = text.replace(/[\s_[\]()]/g, "");
  if (bare === "" || bare === "☐") return false;
  return /^(?:[xX]|[☒☑✓✔✗✘])$/.test(bare) ? true : null;
}

function cellBefore(cell: Element): Element | null {
  const { parent } = cell;
  if (!parent || !isTag(parent)) return null;
  const cells = cellsOf(parent);
  return cells[cells.indexOf(cell) - 1] ?? null;
}

const hasPicture = (cell: Element): boolean =>
  cell.children.some((node) => isTag(node) && (node.name === "img" || hasPicture(node)));
