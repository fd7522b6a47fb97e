import type { ClientBase } from "pg";
import { copyInto } from "@/db/dataset/copy-into";
import { CellEncoder, dayOf, printDay, targetsOf } from "@/db/dataset/encode-cells";
import { sayOddCells } from "@/db/dataset/odd-cells";
import { FILING_STATE, NUMBER_LENGTH, type QuarterFilings } from "@/db/dataset/quarter";
import { type NamesSeen, noteName } from "@/db/dataset/store-names-seen";
import type { TableRows } from "@/db/dataset/table-rows";
import { filing } from "@/db/schema";
import { columnsFromCells } from "@/lib/dataset/columns-from-cells";
import { parseDataSetDate, unwrapCell } from "@/lib/dataset/data-set-cell";
import { checkFiling, isDocumentType } from "@/lib/edgar/document-rules";
import type { FilingColumns } from "@/lib/edgar/filing-record";
import { FILING_FIELDS } from "@/lib/record/filing-fields";
import { orderedAt } from "@/lib/record/ordered-at";

const BEFORE_CELLS = ["accessionNumber", "orderedAt", "source", "version", "isSample", "hasTables"];
const THE_SAME_FOR_ALL = Buffer.from("\tdata-set\t1\tf\tt");
const EMPTY = Object.fromEntries(Object.keys(FILING_FIELDS).map((name) => [name, null]));
const SLASH = 47;

/** Sets when each filing of a quarter was filed and, with it, its place in the order of filings. */
export function orderFilings(
  quarter: QuarterFilings,
  signatures: () => Promise<TableRows | null>,
): Promise<void> | void {
  const table = quarter.submissions;
  const at = positionsOf(table);
  const byDay = new Map<number, Buffer>();
  const undated: number[] = [];
  for (let place = 0; place < quarter.count; place++) {
    const day = filingDayOf(table, quarter.submissionRow[place] ?? 0, at.filingDate);
    quarter.filingDay[place] = day;
    if (day === 0) undated.push(place);
    else {
      let order = byDay.get(day);
      if (!order) {
        order = Buffer.from(
          orderedAt({ filedAt: null, filingDate: printDay(day), signatureDates: [], periodOfReport: null }),
        );
        byDay.set(day, order);
      }
      quarter.orderedAt[place] = order;
    }
  }
  if (undated.length > 0) return orderUndated(quarter, undated, signatures);
}

function filingDayOf(table: TableRows, row: number, position: number): number {
  if (position < 0 || !table.split(row)) return 0;
  const [start, end] = [table.cellStarts[position] ?? 0, table.cellEnds[position] ?? 0];
  const day = dayOf(table.bytes, start, end);
  if (day !== 0 || start === end) return day;
  const { filingDate } = columnsFromCells(table.header, table.cells(row));
  return typeof filingDate === "string" ? Number(filingDate.replaceAll("-", "")) : 0;
}

/** Without a filing date, use the signatures' dates, or else the period. */
async function orderUndated(quarter: QuarterFilings, undated: number[], signatures: () => Promise<TableRows | null>) {
  const wanted = new Map(undated.map((place) => [quarter.numbers[place] ?? "", [] as string[]]));
  const signed = await signatures();
  if (signed) {
    const position = signed.header.places.findIndex((place) => place?.column === "date");
    for (let row = 0; row < signed.count; row++) {
      const cells = signed.cells(row);
      const date = parseDataSetDate(unwrapCell(cells[position] ?? ""));
      if (date !== null) wanted.get(cells[signed.header.accessionNumber] ?? "")?.push(date);
    }
  }
  for (const place of undated) {
    const { periodOfReport } = columnsFromCells(
      quarter.submissions.header,
      quarter.submissions.cells(quarter.submissionRow[place] ?? 0),
    );
    quarter.orderedAt[place] = Buffer.from(
      orderedAt({
        filedAt: null,
        filingDate: null,
        signatureDates: wanted.get(quarter.numbers[place] ?? "") ?? [],
        periodOfReport: typeof periodOfReport === "string" ? periodOfReport : null,
      }),
    );
  }
}

/** The columns that a filing's rules and names use; -1 for a column that the file lacks. */
function positionsOf(table: TableRows) {
  const at = (column: string) => table.header.places.findIndex((place) => place?.column === column);
  return {
    filingDate: at("filingDate"),
    documentType: at("documentType"),
    periodOfReport: at("periodOfReport"),
    dateOfOriginalSubmission: at("dateOfOriginalSubmission"),
    issuerCik: at("issuerCik"),
    issuerName: at("issuerName"),
    tradingSymbol: at("issuerTradingSymbol"),
  };
}

/** Copies the quarter's new filings. */
export async function copyFilings(
  client: ClientBase,
  quarter: QuarterFilings,
  names: NamesSeen,
  onRows: (rows: number) => void,
): Promise<number> {
  const table = quarter.submissions;
  const cells = new CellEncoder(quarter, table);
  const at = positionsOf(table);
  const copy = copyInto(client, filing, [...BEFORE_CELLS, ...targetsOf(table), "spelling", "extra"]);
  const { out } = copy;
  let copied = 0;
  for (let place = 0; place < quarter.count; place++) {
    if (quarter.state[place] !== FILING_STATE.load) continue;
    const row = quarter.submissionRow[place] ?? 0;
    table.split(row);
    out.beginRow((table.ends[row] ?? 0) - (table.starts[row] ?? 0));
    out.escaped(quarter.numberBytes, place * NUMBER_LENGTH, (place + 1) * NUMBER_LENGTH);
    out.tab();
    const order = quarter.orderedAt[place] ?? Buffer.alloc(0);
    out.plain(order);
    out.plain(THE_SAME_FOR_ALL);
    cells.write(out, place);
    out.endRow();
    copied += 1;
    sayOddCells(quarter, table, place, row, cells, pointerOf);
    noteName(quarter, names, place, nameCells(table, at));
    if (!isPlain(table, at)) sayRules(quarter, table, place, row);
    if (copy.isDue) {
      await copy.send();
      onRows(copied);
    }
  }
  await copy.end();
  return copied;
}

const pointerOf = (column: string) =>
  `/${(column in FILING_FIELDS ? FILING_FIELDS[column as keyof typeof FILING_FIELDS].path : [column]).join("/")}`;

const nameCells = (table: TableRows, at: ReturnType<typeof positionsOf>) =>
  `${table.cell(at.issuerCik)}\t${table.cell(at.issuerName)}\t${table.cell(at.tradingSymbol)}`;

/** Whether nothing in the split row of SUBMISSION needs a closer look. */
function isPlain(table: TableRows, at: ReturnType<typeof positionsOf>): boolean {
  if (table.isEmpty(at.periodOfReport) || table.isEmpty(at.issuerCik) || table.isEmpty(at.documentType)) return false;
  const [start, end] = [table.cellStarts[at.documentType] ?? 0, table.cellEnds[at.documentType] ?? 0];
  if (!isDocumentType(table.bytes.toString("latin1", start, end))) return false;
  return table.bytes[start + 1] !== SLASH || !table.isEmpty(at.dateOfOriginalSubmission);
}

function sayRules(quarter: QuarterFilings, table: TableRows, place: number, row: number) {
  const columns = { ...EMPTY, ...columnsFromCells(table.header, table.cells(row)) } as FilingColumns;
  checkFiling(columns, (pointer, message) => quarter.say(place, table, table.lines[row] ?? null, pointer, message));
}
