import { readCell, unwrapCell } from "@/lib/dataset/data-set-cell";
import type { Header } from "@/lib/dataset/data-set-columns";
import type { ListedRelationship } from "@/lib/dataset/relationship";
import type { AsFiled, RowColumns } from "@/lib/edgar/filing-record";
import type { DocumentObject } from "@/lib/edgar/ownership-document";
import { ROW_FIELDS, ROW_FOOTNOTES } from "@/lib/record/filing-fields";
import type { RowKind, TableNumber } from "@/lib/record/reported-row";

export type ReadColumns = Record<string, string | boolean | string[] | null | object> & AsFiled;

/** A row of a data set as the columns in which it is stored. Anything without a column is kept in `extra` under its SEC name. */
export function columnsFromCells(header: Header, cells: string[]): ReadColumns {
  const columns: ReadColumns = { spelling: null, extra: null };
  header.places.forEach((place, position) => {
    if (!place) return;
    const { value, spelling } = readCell(cells[position] ?? "", place.type);
    if (place.type === "relationship") {
      const { unknown, ...flags } = (value as ListedRelationship | null) ?? { unknown: [] };
      Object.assign(columns, flags);
      if (unknown.length > 0) keep(columns, "RPTOWNER_RELATIONSHIP", spelling ?? "");
      return;
    }
    columns[place.column] = value;
    if (spelling !== undefined) {
      columns.spelling ??= {};
      columns.spelling[place.column] = spelling;
    }
  });
  for (const { position, name } of header.unknown) {
    const text = unwrapCell(cells[position] ?? "");
    if (text.trim() !== "") keep(columns, name, text);
  }
  return columns;
}

function keep(columns: ReadColumns, name: string, text: string) {
  const extra: DocumentObject = columns.extra ?? {};
  extra[name] = text;
  columns.extra = extra;
}

const EMPTY_ROW = Object.fromEntries([
  ...Object.entries(ROW_FIELDS).flatMap(([name, place]) =>
    place.isField
      ? [
          [name, null],
          [`${name}Footnotes`, null],
        ]
      : [[name, null]],
  ),
  ...Object.keys(ROW_FOOTNOTES).map((name) => [name, null]),
]);

/** A row of Table I or II with all its columns. */
export const rowFromCells = (
  header: Header,
  cells: string[],
  place: { tableNumber: TableNumber; kind: RowKind; line: number },
): RowColumns => ({ ...EMPTY_ROW, ...columnsFromCells(header, cells), ...place }) as RowColumns;
