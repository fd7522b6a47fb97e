import { type ChildNode, type Element, isTag } from "domhandler";
import { emptyCell, type PrintedBox, type PrintedCell, type PrintedOwner, type Told } from "@/paper/form/printed-form";
import type { NameAndAddress } from "./owner-block";
import { labelText, pageCell } from "./printed-text";
import { type TableGrid, tableGrid } from "./table-grid";
import type { Chunk, VisiblePage } from "./visible-page";

/** Owners in the table "Reporting Owners" after the form; null if there is no such table. */
export function reportingOwners(
  page: VisiblePage,
  tables: Element[],
  printsCountry: boolean,
): Told<{ owners: PrintedOwner[]; unplaced: PrintedCell[] }> {
  const owners: PrintedOwner[] = [];
  const unplaced: PrintedCell[] = [];
  let isFound = false;
  for (const table of tables) {
    const grid = tableGrid(table);
    const heading = grid.findIndex(({ columns }) =>
      columns.some((slot) => slot && /^Reporting Owner Name/i.test(labelText(page, slot.cell))),
    );
    if (heading < 0) continue;
    isFound = true;
    for (const row of grid.slice(heading + 1)) {
      const owner = ownerOfRow(page, row, printsCountry);
      if (owner) owners.push(owner);
      else if (!isHeading(page, row)) unplaced.push(pageCell(page.chunksOf(row.row)));
    }
  }
  return isFound ? { owners, unplaced } : null;
}

const isHeading = (page: VisiblePage, { row }: TableGrid[number]) =>
  /^(?:Director 10% Owner Officer Other)?$/i.test(labelText(page, row));

function ownerOfRow(page: VisiblePage, { columns }: TableGrid[number], printsCountry: boolean): PrintedOwner | null {
  if (columns.length !== 5 || columns.some((slot) => slot === undefined || slot.isContinued)) return null;
  const [owner, director, tenPercent, officer, other] = columns.map((slot) => slot?.cell);
  if (!owner || !director || !tenPercent || !officer || !other) return null;
  const officerTitle = pageCell(page.chunksOf(officer));
  const otherText = pageCell(page.chunksOf(other));
  return {
    ...nameAndAddressOf(brokenLines(page, owner).map(pageCell), printsCountry),
    isDirector: xIn(page, director),
    isTenPercentOwner: xIn(page, tenPercent),
    isOfficer: toldByText(officerTitle),
    isOther: toldByText(otherText),
    officerTitle,
    otherText,
  };
}

function xIn(page: VisiblePage, cell: Element): Told<PrintedBox> {
  const { text, places } = pageCell(page.chunksOf(cell));
  return text === "" || /^[xX]$/.test(text) ? { ticked: text !== "", places } : null;
}

/** A title or text shows that its box was checked; without one, the table does not say. */
const toldByText = ({ text, places }: PrintedCell): Told<PrintedBox> => (text === "" ? null : { ticked: true, places });

/** A cell by its line breaks, including empty lines. */
function brokenLines(page: VisiblePage, cell: Element): Chunk[][] {
  const chunkOf = new Map(page.chunksOf(cell).map((chunk) => [chunk.node, chunk]));
  const lines: Chunk[][] = [[]];
  const walk = (node: ChildNode) => {
    const chunk = chunkOf.get(node);
    if (chunk) lines.at(-1)?.push(chunk);
    else if (isTag(node) && node.name === "br") lines.push([]);
    else if (isTag(node)) node.children.forEach(walk);
  };
  walk(cell);
  return lines;
}

const UNITED_STATES = /^UNITED STATES$/i;

/** Name, street and city line. Pages that print the country have city, state, zip and country on separate lines. */
function nameAndAddressOf(lines: PrintedCell[], printsCountry: boolean): NameAndAddress {
  const [name = emptyCell(), ...address] = lines;
  if (!printsCountry) {
    return { name, street: address.slice(0, -1).filter(isFilled), cityLine: address.at(-1) ?? emptyCell() };
  }
  const country = address.at(-1);
  const [city, state, zip] = address.slice(-4, -1);
  if (country && city && state && zip && UNITED_STATES.test(country.text)) {
    return { name, street: address.slice(0, -4).filter(isFilled), cityLine: null, city, state, zip, country };
  }
  // For addresses abroad, empty lines are left out, so we cannot tell which line is which.
  return { name, street: null, cityLine: null };
}

const isFilled = ({ text }: PrintedCell) => text !== "";
