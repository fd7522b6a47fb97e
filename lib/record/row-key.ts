import { rowId, type TableNumber } from "./reported-row";

/**
 * The source of a statement: an accession number and the id of a row in that filing, `0001365555-13-000001#I-2`. Footnotes and
 * remarks have such keys too: `…#F1`, `…#remarks`.
 */
export type RowKey = string & { readonly rowKey: true };

export const keyInFiling = (accessionNumber: string, id: string): RowKey => `${accessionNumber}#${id}` as RowKey;

type RowPlace = { accessionNumber: string; tableNumber: TableNumber; line: number };

export const keyOfRow = (row: RowPlace): RowKey => keyInFiling(row.accessionNumber, rowId(row));

/** The parts of a key. A text that is not a key is read as an accession number without an id. */
export function partsOfKey(key: string): { accessionNumber: string; id: string } {
  const [accessionNumber = "", id = ""] = key.split("#");
  return { accessionNumber, id };
}

/** Where a row is; null if the key is not that of a row. */
export function placeOfKey(key: string): RowPlace | null {
  const { accessionNumber, id } = partsOfKey(key);
  const [, tableNumber, line] = /^(I{1,2})-(\d+)$/.exec(id) ?? [];
  return tableNumber === undefined
    ? null
    : { accessionNumber, tableNumber: tableNumber as TableNumber, line: Number(line) };
}
