import { parseDecimal } from "@/lib/edgar/decimal";
import {
  FILING_FIELDS,
  type FieldPlace,
  FOOTNOTE_FIELDS,
  OWNER_FIELDS,
  ROW_FIELDS,
  SIGNATURE_FIELDS,
} from "@/lib/edgar/filing-fields";
import type { AsFiled, FilingRecord } from "@/lib/edgar/filing-record";
import type { RowKind, TableNumber } from "@/lib/edgar/reported-row";

/** Where the SEC's data set and the XML of one filing say different things. */
export type Difference = { pointer: string; message: string };

/** The columns of a table, by name, whatever the table is. */
type Columns = object & Partial<AsFiled>;

/** The data sets round numbers to two decimals. */
const ROUNDING = "0.005";

/** Columns that no data set has, or that older ones lack: nothing there is not a disagreement. */
const NOT_IN_EVERY_SET = new Set([
  "schemaVersion",
  "issuerForeignTradingSymbol",
  "aff10b5One",
  "nonUSAddressFlag",
  "nonUSStateTerritory",
  "country",
]);

/**
 * Compares tables of one filing as the XML gives them with those of a data set. Rounding to two decimals, spaces, the
 * spelling of flags and the order of footnote ids are no differences. Rows are paired by what they say, the rest in order.
 */
export function compareWithDataSet(xml: Comparable, dataSet: Comparable): Difference[] {
  const differences: Difference[] = [];
  if (xml.filing && dataSet.filing) {
    differences.push(...compareColumns(xml.filing, dataSet.filing, FILING_FIELDS, "", ""));
  }
  differences.push(
    ...compareLists(xml.owners, dataSet.owners, OWNER_FIELDS, (at) => `/reportingOwner/${at}`, "reporting owner"),
    ...compareLists(xml.footnotes, dataSet.footnotes, FOOTNOTE_FIELDS, (at) => `/footnotes/${at}`, "footnote"),
    ...compareLists(xml.signatures, dataSet.signatures, SIGNATURE_FIELDS, (at) => `/ownerSignature/${at}`, "signature"),
  );
  for (const tableNumber of ["I", "II"] as const) {
    for (const kind of ["transaction", "holding"] as const) {
      differences.push(...compareRows(xml.rows, dataSet.rows, tableNumber, kind));
    }
  }
  return differences;
}

/** What is to be compared; a part that one side leaves out is not. */
export type Comparable = {
  filing?: Columns;
  owners?: Columns[];
  rows?: (Columns & { tableNumber: TableNumber; kind: RowKind; line: number })[];
  footnotes?: Columns[];
  signatures?: Columns[];
};

export const comparableOf = ({ filing, owners, rows, footnotes, signatures }: FilingRecord): Comparable => ({
  filing,
  owners,
  rows,
  footnotes,
  signatures,
});

function compareRows(
  xmlRows: Comparable["rows"],
  dataSetRows: Comparable["rows"],
  tableNumber: TableNumber,
  kind: RowKind,
): Difference[] {
  const table = tableNumber === "I" ? "nonDerivativeTable" : "derivativeTable";
  const of = (rows: Comparable["rows"]) =>
    rows?.filter((row) => row.tableNumber === tableNumber && row.kind === kind).sort((a, b) => a.line - b.line);
  const rows = of(xmlRows);
  const lineAt = (at: number) => rows?.[at]?.line ?? 0;
  return compareLists(
    rows,
    of(dataSetRows),
    ROW_FIELDS,
    (at) => `/${table}/${lineAt(at) - 1}`,
    `${kind} of Table ${tableNumber}`,
    (at) => `row ${tableNumber}-${lineAt(at)}`,
  );
}

function compareLists(
  xml: Columns[] | undefined,
  dataSet: Columns[] | undefined,
  places: Record<string, FieldPlace>,
  pointerOf: (at: number) => string,
  what: string,
  nameOf: (at: number) => string = (at) => `${what} ${at + 1}`,
): Difference[] {
  if (!xml || !dataSet) return [];
  const left = dataSet.map((columns, index) => ({ columns, index }));
  const unpaired: number[] = [];
  xml.forEach((columns, at) => {
    const same = left.findIndex((other) => differingColumns(columns, other.columns, places).length === 0);
    if (same < 0) unpaired.push(at);
    else left.splice(same, 1);
  });
  const differences: Difference[] = [];
  for (const at of unpaired) {
    const other = left.shift();
    if (other) {
      differences.push(...compareColumns(xml[at] ?? {}, other.columns, places, pointerOf(at), nameOf(at)));
    } else {
      differences.push({
        pointer: pointerOf(at),
        message: `${nameOf(at)} is in the XML and not in the SEC's data set`,
      });
    }
  }
  for (const { columns } of left) {
    const stated = Object.keys(places).flatMap((name) => {
      const value = print(columnValue(columns, name));
      return value === null ? [] : [`${name} ${value}`];
    });
    differences.push({
      pointer: "",
      message: `the SEC's data set has a ${what} that the XML does not have: ${stated.join(", ")}`,
    });
  }
  return differences;
}

function compareColumns(
  xml: Columns,
  dataSet: Columns,
  places: Record<string, FieldPlace>,
  pointer: string,
  where: string,
): Difference[] {
  return differingColumns(xml, dataSet, places).map(({ name, place }) => {
    const isNotes = name.endsWith("Footnotes");
    const at = isNotes ? place.path : [...place.path, ...(place.isField ? ["value"] : [])];
    const said = (columns: Columns) => print(columnValue(columns, name)) ?? "nothing";
    return {
      pointer: `${pointer}/${at.join("/")}`,
      message: `${where === "" ? "" : `${where}, `}${name}: the XML says ${said(xml)}, the SEC's data set ${said(dataSet)}`,
    };
  });
}

function differingColumns(xml: Columns, dataSet: Columns, places: Record<string, FieldPlace>) {
  return Object.entries(places).flatMap(([name, place]) => {
    const differing: { name: string; place: FieldPlace }[] = [];
    if (!agrees(name, place, xml, dataSet)) differing.push({ name, place });
    const notes = `${name}Footnotes`;
    if (place.isField && !sameNotes(columnValue(xml, notes), columnValue(dataSet, notes)))
      differing.push({ name: notes, place });
    return differing;
  });
}

function agrees(name: string, { type }: FieldPlace, xml: Columns, dataSet: Columns): boolean {
  const [ours, theirs] = [columnValue(xml, name), columnValue(dataSet, name)];
  if (theirs === null && NOT_IN_EVERY_SET.has(name)) return true;
  // A box that is not ticked and one that is not there are printed alike.
  if (type === "flag") return (ours ?? false) === (theirs ?? false);
  if (ours === null || theirs === null) return ours === theirs;
  if (type === "decimal") {
    const [exact, rounded] = [parseDecimal(String(ours)), parseDecimal(String(theirs))];
    return exact && rounded ? exact.minus(rounded).abs().lte(ROUNDING) : String(ours) === String(theirs);
  }
  return plain(ours) === plain(theirs);
}

const plain = (value: unknown) => String(value).replace(/\s+/g, " ").trim();

const sameNotes = (a: unknown, b: unknown) => notesOf(a) === notesOf(b);
const notesOf = (value: unknown) => (Array.isArray(value) ? [...new Set(value.map(String))].sort().join(" ") : "");

/** The value of a column, or what was printed where the column could not take it. */
function columnValue(columns: Columns, name: string): unknown {
  const value: unknown = Reflect.get(columns, name) ?? null;
  if (value !== null) return typeof value === "string" && value.trim() === "" ? null : value;
  return columns.spelling?.[name] ?? null;
}

const print = (value: unknown): string | null => {
  if (value === null) return null;
  if (Array.isArray(value)) return value.join(", ");
  const text = typeof value === "boolean" ? (value ? "true" : "false") : plain(value);
  return text.length > 120 ? `“${text.slice(0, 120)}…”` : `“${text}”`;
};
