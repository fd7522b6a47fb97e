import type { ClientBase } from "pg";
import { copyInto } from "@/db/dataset/copy-into";
import { CellEncoder, printDay, targetsOf } from "@/db/dataset/encode-cells";
import { sayOddCells } from "@/db/dataset/odd-cells";
import {
  FILING_STATE,
  type GroupedRows,
  groupRowsByFiling,
  NUMBER_LENGTH,
  type QuarterFilings,
  wrongWidth,
} from "@/db/dataset/quarter";
import type { TableRows } from "@/db/dataset/table-rows";
import { filingRow } from "@/db/schema";
import { rowFromCells } from "@/lib/dataset/columns-from-cells";
import { ROW_MEMBERS, type RowMember } from "@/lib/dataset/data-set-columns";
import { checkRow } from "@/lib/edgar/document-rules";
import { ROW_FIELDS } from "@/lib/record/filing-fields";
import { transactionCodes } from "@/lib/record/transaction-codes";

const BEFORE_CELLS = ["accessionNumber", "orderedAt", "tableNumber", "line", "lineIsFiled", "kind"];
const TABLES = { I: "nonDerivativeTable", II: "derivativeTable" } as const;

const CODES = new Set(transactionCodes.map(({ code }) => code.charCodeAt(0)));
const [A, D, E, I, L, P, S] = ["A", "D", "E", "I", "L", "P", "S"].map((letter) => letter.charCodeAt(0));
const ZERO = 48;
const NINE = 57;
const TAB = 9;

/** Groups a member's rows by filing, in the order of the SEC's keys. */
export function groupRows(quarter: QuarterFilings, table: TableRows): GroupedRows {
  return groupRowsByFiling(quarter, table, (row) => keyOf(table, row));
}

/** A row's key as a number. A row without one comes last. */
function keyOf(table: TableRows, row: number): number {
  if (table.header.key < 0) return Number.POSITIVE_INFINITY;
  const { bytes } = table;
  const start = table.cellStart(row, table.header.key);
  let key = 0;
  let at = start;
  for (; at < (table.ends[row] ?? 0) && bytes[at] !== TAB; at++) {
    const byte = bytes[at] as number;
    if (byte < ZERO || byte > NINE) return Number.POSITIVE_INFINITY;
    key = key * 10 + byte - ZERO;
  }
  return at > start ? key : Number.POSITIVE_INFINITY;
}

export type RowTarget = { client: ClientBase; quarter: QuarterFilings; onRows: (rows: number) => void };

/** Copies one of the four members with rows of Tables I and II. Transactions of a table come before its holdings. */
export async function copyRows({ client, quarter, onRows }: RowTarget, table: TableRows, { rows, first }: GroupedRows) {
  const { tableNumber, kind, key } = ROW_MEMBERS[table.member as RowMember];
  const lines = tableNumber === "I" ? quarter.linesOfI : quarter.linesOfII;
  const cells = new CellEncoder(quarter, table);
  const isPlain = plainRowTest(table);
  const before = Buffer.from(`\t${tableNumber}\t`);
  const after = Buffer.from(`\tf\t${kind}`);
  const copy = copyInto(client, filingRow, [...BEFORE_CELLS, ...targetsOf(table), "spelling", "extra"]);
  const { out } = copy;
  let copied = 0;
  for (let filing = 0; filing < quarter.count; filing++) {
    if (quarter.state[filing] !== FILING_STATE.load) continue;
    const order = quarter.orderedAt[filing] as Buffer;
    const end = first[filing + 1] as number;
    let lastKey = -1;
    for (let at = first[filing] as number; at < end; at++) {
      const row = rows[at] as number;
      if (!table.split(row)) {
        quarter.refuse(table, row, wrongWidth(table, row));
        continue;
      }
      const thisKey = keyOf(table, row);
      if (thisKey === lastKey && at > 0 && table.text(row) === table.text(rows[at - 1] as number)) {
        quarter.refuse(table, row, `${key} ${thisKey} appears twice, with the same cells`);
        continue;
      }
      const line = (lines[filing] as number) + 1;
      lines[filing] = line;
      out.beginRow((table.ends[row] as number) - (table.starts[row] as number));
      out.escaped(quarter.numberBytes, filing * NUMBER_LENGTH, (filing + 1) * NUMBER_LENGTH);
      out.tab();
      out.plain(order);
      out.plain(before);
      out.number(line);
      out.plain(after);
      cells.write(out, filing);
      out.endRow();
      copied += 1;

      const filed = quarter.filingDay[filing] as number;
      const isLate = filed > 0 && cells.transactionDay > filed;
      const isOdd = cells.odd.length > 0 || table.mended.size > 0 || thisKey === lastKey || !Number.isFinite(thisKey);
      if (isOdd || isLate || (cells.missesNote && !quarter.hasNoNotes) || !isPlain()) {
        const pointer = `/${TABLES[tableNumber]}/${line - 1}`;
        const say = (where: string, message: string) =>
          quarter.say(filing, table, table.lines[row] ?? 0, where, message);
        sayOddCells(quarter, table, filing, row, cells, (column) => `${pointer}/${placeOf(column)}`);
        if (thisKey === lastKey) say(pointer, `${key} ${thisKey} appears twice: both rows are shown`);
        if (!Number.isFinite(thisKey)) say(pointer, `the row has no ${key}, so its position in the table is not known`);
        if (isLate) {
          const dated = `row ${tableNumber}-${line} is dated ${printDay(cells.transactionDay)}`;
          say(`${pointer}/transactionDate/value`, `${dated}, after the filing (${printDay(filed)})`);
        }
        const columns = rowFromCells(table.header, table.cells(row), { tableNumber, kind, line });
        const ids = quarter.hasNoNotes ? null : quarter.noteIds(filing);
        checkRow({ ...columns, extra: null }, pointer, ids, say);
      }
      lastKey = thisKey;
      if (copy.isDue) {
        await copy.send();
        onRows(copied);
      }
    }
  }
  await copy.send(0);
  return { copied, end: () => copy.end() };
}

const placeOf = (column: string): string =>
  column in ROW_FIELDS
    ? [
        ...ROW_FIELDS[column as keyof typeof ROW_FIELDS].path,
        ...(ROW_FIELDS[column as keyof typeof ROW_FIELDS].isField ? ["value"] : []),
      ].join("/")
    : column;

/**
 * Checks the cells of a row against the rules of `checkRow`, without reading them as text: true if the row cannot break any, as
 * is true of nearly every row.
 */
function plainRowTest(table: TableRows): () => boolean {
  const { kind, tableNumber } = ROW_MEMBERS[table.member as RowMember];
  const at = (column: string) => table.header.places.findIndex((place) => place?.column === column);
  const title = at("securityTitle");
  const date = at("transactionDate");
  const code = at("transactionCode");
  const shares = at("transactionShares");
  const total = at("transactionTotalValue");
  const letter = at("acquiredDisposedCode");
  const timeliness = at("timeliness");
  const ownership = at("directOrIndirect");
  const nature = at("natureOfOwnership");
  const natureNotes = at("natureOfOwnershipFootnotes");
  const { bytes, cellStarts, cellEnds } = table;
  /** A cell of one letter; 0 for any other. */
  const only = (position: number): number => {
    if (position < 0) return 0;
    const start = cellStarts[position] as number;
    return (cellEnds[position] as number) === start + 1 ? (bytes[start] as number) : 0;
  };
  return () => {
    if (table.isEmpty(title)) return false;
    const owned = only(ownership);
    if (owned !== D && !(owned === I && !(table.isEmpty(nature) && table.isEmpty(natureNotes)))) return false;
    if (kind === "holding") return true;
    const [codeLetter, mark] = [only(code), only(letter)];
    if (table.isEmpty(date) || !CODES_BY_BYTE[codeLetter]) return false;
    if (table.isEmpty(shares) && table.isEmpty(total)) return false;
    if (mark !== A && mark !== D) return false;
    if (tableNumber === "I" && ((codeLetter === P && mark === D) || (codeLetter === S && mark === A))) return false;
    const time = only(timeliness);
    return table.isEmpty(timeliness) || time === E || time === L;
  };
}

const CODES_BY_BYTE: boolean[] = Array.from({ length: 256 }, (_, byte) => CODES.has(byte));
