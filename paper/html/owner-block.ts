import { type Element, isTag } from "domhandler";
import { emptyCell, type PrintedOwner } from "@/paper/form/printed-form";
import { cikIn } from "./page-links";
import { cellOfPagePieces, type PagePiece, pageCell, piecesOf, restOf } from "./printed-text";
import { cellsOf } from "./table-grid";
import type { VisiblePage } from "./visible-page";

export type NameAndAddress = Pick<
  PrintedOwner,
  "name" | "street" | "cityLine" | "city" | "state" | "zip" | "country" | "cik"
>;

export const OWNER_LABEL = /^(?:1\.\s*)?Name and Address of Reporting Person(?:\s*\*)?/i;

/** The labels of box 1, each below its value. */
const LABELS = { name: /^\((?:Last|First|Middle)\)/i, street: /^\(Street\)/i, city: /^\((?:City|State|Province|Zip)/i };
const COUNTRY = /^\(Country\)/i;

/** Box 1, from its own cells in the page's order: name, street, city and country are each above their label. */
export function nameAndAddress(page: VisiblePage, cells: Element[]): NameAndAddress {
  const pieces = cells.flatMap((cell) => piecesOf(page.chunksOf(cell)));
  const start = pieces.findIndex(({ text }) => OWNER_LABEL.test(text));
  const label = pieces[start];
  const behind = label && restOf(label, OWNER_LABEL.exec(label.text)?.[0].length ?? 0);
  const rest = [...(behind ? [behind] : []), ...pieces.slice(start + 1)];
  const [name, afterName] = above(rest, LABELS.name);
  const [street, afterStreet] = above(afterName, LABELS.street);
  const [city, afterCity] = above(afterStreet, LABELS.city);
  const country = afterCity.some(({ text }) => COUNTRY.test(text)) ? above(afterCity, COUNTRY)[0] : null;
  const cik = cikIn(cells);
  return {
    name: name ? cellOfPagePieces(name) : null,
    street: street?.map((piece) => cellOfPagePieces([piece])) ?? null,
    ...(city ? cityParts(page, city) : { cityLine: null }),
    ...(country ? { country: cellOfPagePieces(country) } : {}),
    ...(cik === null ? {} : { cik }),
  };
}

/** The text above a label, and what follows it and the labels next to it; null if the label is missing. */
function above(pieces: PagePiece[], label: RegExp): [above: PagePiece[] | null, after: PagePiece[]] {
  const at = pieces.findIndex(({ text }) => label.test(text));
  if (at < 0) return [null, pieces];
  const after = pieces.slice(at).findIndex(({ text }) => !label.test(text));
  return [pieces.slice(0, at), after < 0 ? [] : pieces.slice(at + after)];
}

/** City, state and zip in three cells of a row, any of which may be empty, or as one line. */
function cityParts(page: VisiblePage, pieces: PagePiece[]): Omit<NameAndAddress, "name" | "street"> {
  const row = pieces[0]?.cell?.parent;
  const cells = row && isTag(row) ? cellsOf(row) : [];
  const isOwnRow = row && isTag(row) && page.chunksOf(row).length === pieces.flatMap(({ chunks }) => chunks).length;
  const [city, state, zip] = isOwnRow && cells.length === 3 ? cells.map((cell) => pageCell(page.chunksOf(cell))) : [];
  if (city && state && zip) return { cityLine: null, city, state, zip };
  return { cityLine: pieces.length === 0 ? emptyCell() : cellOfPagePieces(pieces) };
}
