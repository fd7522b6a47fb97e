import { parseDecimal } from "@/lib/edgar/decimal";
import type { Field, ReportedRow, TableNumber } from "@/lib/edgar/reported-row";
import { inFilingOrder, rowDate, rowKey, type SeriesRow, uniqueRows } from "@/lib/series/series-row";
import { impliedPriorBalance } from "./continuity";

/**
 * What a chain of balances belongs to: an issuer's security in one table, held directly or through one vehicle. The texts
 * are normalised and only meant to be compared.
 */
export type HoldingLineKey = {
  issuerCik: string | null;
  tableNumber: TableNumber;
  security: string;
  directOrIndirect: string | null;
  /** Through whom or what: the nature text, or the note it points to. Empty for direct ownership. */
  vehicle: string;
  /** Of a derivative: exercise price and expiry, or the notes that stand in their place. */
  terms: string;
};

/** Rows of one line in time, each with a balance. */
export type HoldingChain = { key: HoldingLineKey; rows: SeriesRow[] };

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/\.(?=\w\b|\s|,|$)/g, "")
    .replace(/[^\p{L}\p{N}$%.]+/gu, " ")
    .trim();

const parValue =
  /,?\s*\(?(with )?(a )?(no par value|par value( of)?\s*\$?\s*\d*\.?\d+|\$?\s*\d*\.\d+\s*par( value)?)(\s*(per|a) share)?\)?/gi;

/** "Common Stock, $0.01 par value" and "COMMON STOCK" are the same security; singular and plural are too. */
export const securityName = (title: string | null): string =>
  plain((title ?? "").replace(parValue, " ")).replace(/\b([a-z]{3,}[^s\W])s\b/g, "$1");

const pointsToNote =
  /^\(?(please )?(see|refer to)?( the)?( explanatory)? ?(foot ?)?notes?( below)?( ?\(?\d+\)?)*( ?(and|&|,) ?\(?\d+\)?)*\)?\.?$/i;

const notesOf = (field: Field, notes: SeriesRow["filing"]["notes"]): string =>
  field.footnotes
    .map((id) => plain(notes[id] ?? ""))
    .filter(Boolean)
    .join(" ");

/** True for "See footnote", "(1)", or nothing at all: who holds is said in the note alone. */
const isOnlyPointer = (nature: string | null): boolean => {
  const text = nature?.trim() ?? "";
  return text === "" || pointsToNote.test(text) || /^[\d\s(),]+$/.test(text);
};

/** As filed, for reading: the nature text, or the note it only points to. `null` for direct ownership. */
export function vehicleText({ row, filing }: SeriesRow): string | null {
  if (row.directOrIndirect.value !== "I") return null;
  const nature = row.natureOfOwnership;
  if (!isOnlyPointer(nature.value)) return nature.value?.trim() ?? null;
  const notes = [nature, row.directOrIndirect].flatMap((field) => field.footnotes.map((id) => filing.notes[id] ?? ""));
  return notes.filter(Boolean).join(" ").trim() || nature.value?.trim() || null;
}

const natureName = (nature: string | null): string => plain(nature ?? "").replace(/^by (the )?/, "");

function vehicle({ row, filing }: SeriesRow, notesTellApart: boolean): string {
  if (row.directOrIndirect.value !== "I") return "";
  const nature = row.natureOfOwnership;
  const own = isOnlyPointer(nature.value) ? "" : natureName(nature.value);
  if (own !== "" && !notesTellApart) return own;
  const note = notesOf(nature, filing.notes) || notesOf(row.directOrIndirect, filing.notes);
  return `${own} ${note}`.trim();
}

const valueOrNotes = (field: Field, notes: SeriesRow["filing"]["notes"]): string =>
  parseDecimal(field.value)?.toFixed() ?? field.value ?? notesOf(field, notes);

function terms({ row, filing }: SeriesRow): string {
  if (row.tableNumber === "I") return "";
  // Stock units have no expiry; what sets one grant apart is then its vesting, told with the exercise date.
  const ends =
    row.expirationDate.value ??
    (valueOrNotes(row.exerciseDate, filing.notes) || notesOf(row.expirationDate, filing.notes));
  return `${valueOrNotes(row.conversionOrExercisePrice, filing.notes)} | ${ends}`;
}

const family = ({ row, issuerCik }: SeriesRow): string =>
  [issuerCik ?? "", row.tableNumber, securityName(row.securityTitle.value), row.directOrIndirect.value ?? ""].join("|");

const natureFamily = (row: SeriesRow): string => `${family(row)}|${natureName(row.row.natureOfOwnership.value)}`;

/** Natures that stand with different notes inside one filing ("By Trust" twice): there the notes tell the vehicles apart. */
function naturesToldApartByNotes(rows: readonly SeriesRow[]): ReadonlySet<string> {
  const seen = new Map<string, string>();
  const apart = new Set<string>();
  for (const source of rows) {
    if (source.row.directOrIndirect.value !== "I") continue;
    const place = `${source.filing.accessionNumber}|${natureFamily(source)}`;
    const notes = notesOf(source.row.natureOfOwnership, source.filing.notes);
    const other = seen.get(place);
    if (other !== undefined && other !== notes) apart.add(natureFamily(source));
    seen.set(place, notes);
  }
  return apart;
}

/** The key of a row on its own, as far as its nature, terms and notes tell. */
export const holdingLineKey = (source: SeriesRow, options: { notesTellApart: boolean }): HoldingLineKey => ({
  issuerCik: source.issuerCik,
  tableNumber: source.row.tableNumber,
  security: securityName(source.row.securityTitle.value),
  directOrIndirect: source.row.directOrIndirect.value,
  vehicle: vehicle(source, options.notesTellApart),
  terms: terms(source),
});

const keyText = (key: HoldingLineKey) =>
  [key.issuerCik ?? "", key.tableNumber, key.security, key.directOrIndirect ?? "", key.vehicle, key.terms].join("|");

const sameFiledTerms = (a: ReportedRow, b: ReportedRow): boolean =>
  (["conversionOrExercisePrice", "expirationDate"] as const).every((name) => {
    const [one, other] = [a[name].value, b[name].value];
    return one === null || other === null || valueOrNotes(a[name], {}) === valueOrNotes(b[name], {});
  });

/** The parts of a row that its balance is checked by. */
export const balanceRow = ({ row }: SeriesRow) => ({
  kind: row.kind,
  transactionShares: row.transactionShares.value,
  acquiredDisposedCode: row.acquiredDisposedCode.value,
  sharesOwnedFollowing: row.sharesOwnedFollowing.value,
});

/**
 * All lines of the rows that report a balance in shares. A row whose key was not seen before continues another line of the
 * same security if its balance follows exactly from that line's last one and from no other's: vehicles are renamed and
 * notes reworded from one filing to the next.
 */
export function holdingChains(rows: readonly SeriesRow[]): HoldingChain[] {
  const withBalance = uniqueRows(rows)
    .filter(({ row }) => parseDecimal(row.sharesOwnedFollowing.value) !== null)
    .map((source) => ({ source, date: rowDate(source) ?? "" }))
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)) || inFilingOrder(a.source, b.source))
    .map(({ source }) => source);
  const apart = naturesToldApartByNotes(withBalance);
  const keys = new Map(
    withBalance.map((source) => [
      rowKey(source),
      holdingLineKey(source, { notesTellApart: apart.has(natureFamily(source)) }),
    ]),
  );
  const keysOfFiling = new Map<string, Set<string>>();
  for (const source of withBalance) {
    const key = keys.get(rowKey(source));
    const known = keysOfFiling.get(source.filing.accessionNumber) ?? new Set();
    if (key) known.add(keyText(key));
    keysOfFiling.set(source.filing.accessionNumber, known);
  }

  const chains: (HoldingChain & { family: string; names: Set<string> })[] = [];
  const byName = new Map<string, (typeof chains)[number]>();
  for (const source of withBalance) {
    const key = keys.get(rowKey(source));
    if (!key) continue;
    const name = keyText(key);
    let chain = byName.get(name);
    if (!chain) {
      const prior = parseDecimal(impliedPriorBalance(balanceRow(source)));
      const inThisFiling = keysOfFiling.get(source.filing.accessionNumber);
      const followed =
        prior === null || prior.eq(0)
          ? []
          : chains.filter((other) => {
              const last = other.rows.at(-1);
              return (
                last !== undefined &&
                other.family === family(source) &&
                last.filing.accessionNumber !== source.filing.accessionNumber &&
                ![...other.names].some((otherName) => inThisFiling?.has(otherName)) &&
                sameFiledTerms(last.row, source.row) &&
                parseDecimal(last.row.sharesOwnedFollowing.value)?.eq(prior) === true
              );
            });
      chain = followed.length === 1 ? followed[0] : undefined;
      if (!chain) {
        chain = { key, rows: [], family: family(source), names: new Set() };
        chains.push(chain);
      }
      chain.names.add(name);
      byName.set(name, chain);
    }
    chain.rows.push(source);
  }
  return chains.map(({ key, rows: inChain }) => ({ key, rows: inChain }));
}
