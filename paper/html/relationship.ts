import { type Element, isTag } from "domhandler";
import { getElementsByTagName } from "domutils";
import { emptyCell, type PrintedCell, type PrintedOwner } from "@/paper/form/printed-form";
import { boxOf } from "./form-boxes";
import { cellOfPagePieces, type PagePiece, pageCell, piecesOf, pieceWith } from "./printed-text";
import { cellsOf } from "./table-grid";
import type { VisiblePage } from "./visible-page";

export type PageRelationship = Pick<
  PrintedOwner,
  "isDirector" | "isOfficer" | "isTenPercentOwner" | "isOther" | "officerTitle" | "otherText"
> & {
  /** A text below the boxes, if we cannot tell which box it explains. */
  unplaced: PrintedCell[];
};

const OTHER = /\bOther\b.*\(specify/i;

/** The boxes of an owner's relationship to the issuer, with the title or text below them. */
export function relationshipIn(page: VisiblePage, cell: Element): PageRelationship {
  const pieces = piecesOf(page.chunksOf(cell));
  const [isDirector, isOfficer, isTenPercentOwner, isOther] = [
    /\bDirector$/i,
    /\bOfficer\b.*\(give title/i,
    /\b10\s?% Owner$/i,
    OTHER,
  ].map((label) => boxOf(page, pieces, label));
  const last = pieceWith(pieces, OTHER);
  const below = last ? pieces.slice(pieces.indexOf(last) + 1) : [];
  return {
    isDirector: isDirector ?? null,
    isOfficer: isOfficer ?? null,
    isTenPercentOwner: isTenPercentOwner ?? null,
    isOther: isOther ?? null,
    ...titleAndText(page, below, isOfficer?.ticked ?? false, isOther?.ticked ?? false),
  };
}

type TitleAndText = Pick<PageRelationship, "officerTitle" | "otherText" | "unplaced">;

function titleAndText(page: VisiblePage, pieces: PagePiece[], isOfficer: boolean, isOther: boolean): TitleAndText {
  if (pieces.length === 0) return { officerTitle: emptyCell(), otherText: emptyCell(), unplaced: [] };
  return twoParts(page, pieces) ?? oneText(pieces, isOfficer, isOther);
}

/** The title and the other text: each in a cell below its box, or in two consecutive runs of data. */
function twoParts(page: VisiblePage, pieces: PagePiece[]): TitleAndText | null {
  const cell = pieces[0]?.cell;
  const row = cell?.parent;
  if (!cell || !row || !isTag(row)) return null;
  const cells = cellsOf(row);
  const parts =
    cells.length === 4
      ? [cells.slice(0, 2), cells.slice(2)]
      : getElementsByTagName("span", cell.children, false).map((run) => [run]);
  if (parts.length !== 2) return null;
  const [officerTitle, otherText] = parts.map((part) => pageCell(part.flatMap(page.chunksOf)));
  return officerTitle && otherText ? { officerTitle, otherText, unplaced: [] } : null;
}

function oneText(pieces: PagePiece[], isOfficer: boolean, isOther: boolean): TitleAndText {
  const cell = cellOfPagePieces(pieces);
  if (isOfficer && !isOther) return { officerTitle: cell, otherText: emptyCell(), unplaced: [] };
  if (isOther && !isOfficer) return { officerTitle: emptyCell(), otherText: cell, unplaced: [] };
  return { officerTitle: null, otherText: null, unplaced: [cell] };
}
