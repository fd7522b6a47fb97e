import { type Element, isTag } from "domhandler";
import { type PrintedCell, type PrintedOwner, UNTOLD_RELATIONSHIP } from "@/paper/form/printed-form";
import { ISSUER_LABEL } from "./issuer-box";
import { nameAndAddress, OWNER_LABEL } from "./owner-block";
import { type PagePiece, piecesOf } from "./printed-text";
import { type PageRelationship, relationshipIn } from "./relationship";
import { reportingOwners } from "./reporting-owners";
import { tableGrid } from "./table-grid";
import type { Chunk, VisiblePage } from "./visible-page";

const RELATIONSHIP_LABEL = /^(?:\d\.\s*)?Relationship of Reporting Person/i;

type Owners = { owners: PrintedOwner[]; unplaced: PrintedCell[] };

/** All owners: the one in box 1, and those after it, in the table "Reporting Owners" or in boxes of their own. */
export function ownersOf(page: VisiblePage, pieces: PagePiece[], tables: Element[]): Owners {
  const [label, ...others] = pieces.filter(({ text, cell }) => cell && OWNER_LABEL.test(text));
  if (!label?.cell) return { owners: [], unplaced: [] };
  const issuer = pieces.find(({ text }) => ISSUER_LABEL.test(text))?.chunks[0];
  const { unplaced, ...relationship } = relationshipOf(page, pieces);
  const first: PrintedOwner = { ...nameAndAddress(page, boxCells(page, label.cell, issuer)), ...relationship };
  const table = reportingOwners(
    page,
    tables,
    pieces.some(({ text }) => /^\(Country\)/i.test(text)),
  );
  if (table && table.owners.length > 0) {
    const [again, ...behind] = table.owners;
    return { owners: [again ? completed(first, again) : first, ...behind], unplaced: table.unplaced };
  }
  const boxes = others.flatMap(({ cell }) => (cell ? [ownerOfBox(page, cell)] : []));
  const [again] = boxes;
  const behind = again && again.cik === first.cik && again.name?.text === first.name?.text ? boxes.slice(1) : boxes;
  return { owners: [first, ...behind], unplaced };
}

function relationshipOf(page: VisiblePage, pieces: PagePiece[]): PageRelationship {
  const label = pieces.find(({ text, cell }) => cell && RELATIONSHIP_LABEL.test(text));
  return label?.cell ? relationshipIn(page, label.cell) : NO_RELATIONSHIP;
}

const NO_RELATIONSHIP: PageRelationship = { ...UNTOLD_RELATIONSHIP, unplaced: [] };

/** Box 1 is the first column of its table, from the label to the end of the table. */
function boxCells(page: VisiblePage, label: Element, issuer: Chunk | undefined): Element[] {
  const [start] = page.spanOf(label);
  for (
    let around: Element | null = label;
    around;
    around = around.parent && isTag(around.parent) ? around.parent : null
  ) {
    if (around.name !== "table" || !issuer || !holds(page, around, issuer.index)) continue;
    const cells = tableGrid(around).flatMap(({ columns }) => columns[0]?.cell ?? []);
    const first = cells.findIndex((cell) => holds(page, cell, start));
    return first < 0 ? [label] : [...new Set(cells.slice(first))];
  }
  return [label];
}

function holds(page: VisiblePage, element: Element, index: number): boolean {
  const [start, end] = page.spanOf(element);
  return start <= index && index < end;
}

/** A later owner, in a box like box 1, with or without its own boxes for the relationship. */
function ownerOfBox(page: VisiblePage, cell: Element): PrintedOwner {
  const hasBoxes = piecesOf(page.chunksOf(cell)).some(({ text }) => RELATIONSHIP_LABEL.test(text));
  const { unplaced: _, ...relationship } = hasBoxes ? relationshipIn(page, cell) : NO_RELATIONSHIP;
  return { ...nameAndAddress(page, [cell]), ...relationship };
}

/** Combines box 1 with the same owner's later row, which separates street lines, title and other text. */
function completed(box: PrintedOwner, row: PrintedOwner): PrintedOwner {
  if (box.name && row.name && box.name.text !== row.name.text) return { ...box, name: doubted(box.name, row.name) };
  return {
    ...box,
    name: bothAt(box, row),
    street: row.street ?? box.street,
    cityLine: row.cityLine ?? box.cityLine,
    isDirector: box.isDirector ?? row.isDirector,
    isOfficer: box.isOfficer ?? row.isOfficer,
    isTenPercentOwner: box.isTenPercentOwner ?? row.isTenPercentOwner,
    isOther: box.isOther ?? row.isOther,
    officerTitle: row.officerTitle,
    otherText: row.otherText,
  };
}

const doubted = (name: PrintedCell, again: PrintedCell): PrintedCell => ({
  ...name,
  places: [...name.places, ...again.places],
  doubt: `Under "Reporting Owners" the name is “${again.text}”.`,
});

function bothAt({ name }: PrintedOwner, again: PrintedOwner): PrintedOwner["name"] {
  if (!name || !again.name) return name ?? again.name;
  return { ...name, places: [...name.places, ...again.name.places] };
}
