import {
  FILING_FIELDS,
  type FieldPlace,
  FOOTNOTE_FIELDS,
  OWNER_FIELDS,
  ROW_FIELDS,
  SIGNATURE_FIELDS,
} from "@/lib/record/filing-fields";
import type { RowKind, TableNumber } from "@/lib/record/reported-row";
import { parseDecimal } from "@/lib/values/decimal";

/** A place where the XML of a filing and another source of it disagree. */
export type Difference = { pointer: string; message: string };

/** The columns of any table, by name. */
type Columns = { readonly [column: string]: unknown };
type Row = Columns & { tableNumber: TableNumber; kind: RowKind; line: number };

/** The parts to compare. A part that one side leaves out is not compared. */
export type Comparable = {
  filing?: Columns;
  owners?: Columns[];
  rows?: Row[];
  footnotes?: Columns[];
  signatures?: Columns[];
};

/** The source that is compared with the XML. */
export type ComparedSource = {
  /** Its name in a sentence: "the SEC's data set". */
  name: string;
  /** Numbers that differ by no more than this count as equal. */
  rounding: string;
  /** Columns that the source never has, or does not always have. A missing value there is not a difference. */
  mayLack: ReadonlySet<string>;
  /** True if the source gives each owner's CIK. Otherwise owners are paired in order. */
  knowsCiks: boolean;
};

const FILING_PLACES = { ...FILING_FIELDS, filingDate: { path: ["filingDate"], type: "date", isField: false } } as const;

/**
 * Compares the tables of one filing from its XML with those from another source. Rounding, spaces, the spelling of flags and the
 * order of footnote ids are not differences. Rows are paired by content, and the rest in order. Columns that the source lists as
 * `unread` are not compared.
 */
export function compareWithXml(xml: Comparable, other: Comparable, source: ComparedSource): Difference[] {
  const differences: Difference[] = [];
  if (xml.filing && other.filing) {
    differences.push(...compareColumns(xml.filing, other.filing, { places: FILING_PLACES, at: "", name: "" }, source));
  }
  for (const { part, pointer, ...list } of PARTS) {
    const place = (index: number) => ({ at: `/${pointer}/${index}`, name: `${list.what} ${index + 1}` });
    const identity = list.identity === "cik" && !source.knowsCiks ? null : list.identity;
    differences.push(...compareLists(xml[part], other[part], { ...list, identity, place }, source));
  }
  for (const tableNumber of ["I", "II"] as const) {
    for (const kind of ["transaction", "holding"] as const) {
      differences.push(...compareRows(xml.rows, other.rows, tableNumber, kind, source));
    }
  }
  return differences;
}

/** The lists of a filing, each with the column that identifies an item in it, if there is one. */
const PARTS = [
  { part: "owners", pointer: "reportingOwner", what: "reporting owner", places: OWNER_FIELDS, identity: "cik" },
  { part: "footnotes", pointer: "footnotes", what: "footnote", places: FOOTNOTE_FIELDS, identity: "footnoteId" },
  { part: "signatures", pointer: "ownerSignature", what: "signature", places: SIGNATURE_FIELDS, identity: null },
] as const;

function compareRows(
  xmlRows: Row[] | undefined,
  otherRows: Row[] | undefined,
  tableNumber: TableNumber,
  kind: RowKind,
  source: ComparedSource,
): Difference[] {
  const table = tableNumber === "I" ? "nonDerivativeTable" : "derivativeTable";
  const of = (rows: Row[] | undefined) =>
    rows?.filter((row) => row.tableNumber === tableNumber && row.kind === kind).sort((a, b) => a.line - b.line);
  const rows = of(xmlRows);
  const list: List = {
    what: `${kind} of Table ${tableNumber}`,
    places: ROW_FIELDS,
    identity: null,
    place(index) {
      const line = rows?.[index]?.line ?? 0;
      return { at: `/${table}/${line - 1}`, name: `row ${tableNumber}-${line}` };
    },
  };
  return compareLists(rows, of(otherRows), list, source);
}

type Places = Record<string, FieldPlace | { path: readonly string[]; type: "date"; isField: false }>;
type List = {
  what: string;
  places: Places;
  identity: string | null;
  /** The place and the name of an item in the XML's list. */
  place: (index: number) => { at: string; name: string };
};

function compareLists(
  xml: Columns[] | undefined,
  others: Columns[] | undefined,
  list: List,
  source: ComparedSource,
): Difference[] {
  if (!xml || !others) return [];
  const left = [...others];
  const take = (wanted: (columns: Columns) => boolean) => {
    const found = left.findIndex(wanted);
    return found < 0 ? undefined : left.splice(found, 1)[0];
  };
  const alone = xml.flatMap((columns, index) =>
    take((other) => differingColumns(columns, other, list.places, source).length === 0) ? [] : [{ columns, index }],
  );
  const differences: Difference[] = [];
  for (const { columns, index } of alone) {
    const { at, name } = list.place(index);
    const { identity } = list;
    const other =
      identity === null
        ? left.shift()
        : take((candidate) => columnValue(candidate, identity) === columnValue(columns, identity));
    if (other) differences.push(...compareColumns(columns, other, { places: list.places, at, name }, source));
    else differences.push({ pointer: at, message: `${name} is in the XML but not in ${source.name}` });
  }
  for (const columns of left) {
    const stated = Object.keys(list.places).filter((name) => columnValue(columns, name) !== null);
    const said = stated.map((name) => `${name} ${print(columnValue(columns, name))}`).join(", ");
    differences.push({
      pointer: "",
      message: `${source.name} has a ${list.what} that is not in the XML: ${said}`,
    });
  }
  return differences;
}

function compareColumns(
  xml: Columns,
  other: Columns,
  { places, at, name: where }: { places: Places; at: string; name: string },
  source: ComparedSource,
): Difference[] {
  return differingColumns(xml, other, places, source).map(({ name, path }) => ({
    pointer: `${at}/${path.join("/")}`,
    message: `${where === "" ? "" : `${where}, `}${name}: the XML says ${print(columnValue(xml, name))}, ${source.name} ${print(columnValue(other, name))}`,
  }));
}

/** The columns in which two rows disagree, and their places in the document. */
function differingColumns(
  xml: Columns,
  other: Columns,
  places: Places,
  source: ComparedSource,
): { name: string; path: readonly string[] }[] {
  const differing: { name: string; path: readonly string[] }[] = [];
  const compareNotes = (name: string, path: readonly string[]) => {
    if (source.mayLack.has(name) && notesOf(other, name) === "") return;
    if (notesOf(xml, name) !== notesOf(other, name)) differing.push({ name, path });
  };
  for (const [name, place] of Object.entries(places)) {
    if (isUnread(other, name)) continue;
    if (!agrees(name, place.type, xml, other, source)) {
      differing.push({ name, path: place.isField ? [...place.path, "value"] : place.path });
    }
    if (place.isField) compareNotes(`${name}Footnotes`, place.path);
  }
  if (places === ROW_FIELDS && !isUnread(other, "transactionCode"))
    compareNotes("transactionCodingFootnotes", ["transactionCoding"]);
  return differing;
}

const isUnread = ({ unread }: Columns, name: string) => Array.isArray(unread) && unread.includes(name);

function agrees(name: string, type: FieldPlace["type"], xml: Columns, other: Columns, source: ComparedSource): boolean {
  const [ours, theirs] = [columnValue(xml, name), columnValue(other, name)];
  if (theirs === null && source.mayLack.has(name)) return true;
  // Only the header of a submission gives the filing date, so a bare document does not contradict it.
  if (name === "filingDate" && ours === null) return true;
  // An unticked box and a missing box look the same in print.
  if (type === "flag") return (ours ?? false) === (theirs ?? false);
  if (ours === null || theirs === null) return ours === theirs;
  if (type === "decimal") {
    const [exact, rounded] = [parseDecimal(String(ours)), parseDecimal(String(theirs))];
    return exact && rounded ? exact.minus(rounded).abs().lte(source.rounding) : String(ours) === String(theirs);
  }
  return plain(ours) === plain(theirs);
}

const plain = (value: unknown) => String(value).replace(/\s+/g, " ").trim();

function notesOf(columns: Columns, name: string): string {
  const value = columns[name];
  return Array.isArray(value) ? [...new Set(value.map(String))].sort().join(" ") : "";
}

/** The value of a column, or the printed text if the column could not take it. */
function columnValue(columns: Columns, name: string): unknown {
  const value = columns[name] ?? null;
  if (value !== null) return typeof value === "string" && value.trim() === "" ? null : value;
  const { spelling } = columns;
  return typeof spelling === "object" && spelling !== null ? (Reflect.get(spelling, name) ?? null) : null;
}

const LONGEST = 120;

function print(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return value.join(", ");
  const text = plain(value);
  return text.length > LONGEST ? `“${text.slice(0, LONGEST)}…”` : `“${text}”`;
}
