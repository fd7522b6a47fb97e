import type { Field, ReportedRow, TableNumber } from "@/lib/record/reported-row";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { pattern } from "@/lib/values/pattern";
import { remembered } from "@/lib/values/remembered";
import { decimalText } from "@/lib/values/ten-thousandths";

/**
 * Identifies a chain of balances: an issuer's security in one table, held directly or through one vehicle. The texts are
 * normalised and only meant for comparison.
 */
export type HoldingLineKey = {
  issuerCik: string | null;
  tableNumber: TableNumber;
  security: string;
  directOrIndirect: string | null;
  /** Through whom or what: the nature of ownership, or the note it cites. Empty for direct ownership. */
  vehicle: string;
  /** For a derivative: exercise price and expiry, or the notes that replace them. */
  terms: string;
};

const plain = remembered((text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/\.(?=\w\b|\s|,|$)/g, "")
    .replace(/[^\p{L}\p{N}$%.]+/gu, " ")
    .trim(),
);

const parValue = pattern("gi")`
  ,?\s*\(? (with\ )? (a\ )? (no\ par\ value|par\ value(\ of)?\s*\$?\s*\d*\.?\d+|\$?\s*\d*\.\d+\s*par(\ value)?)
  (\s*(per|a)\ share)? \)?
`;

/** "Common Stock, $0.01 par value" and "COMMON STOCK" are the same security; singular and plural are too. */
const nameOfTitle = remembered((title: string): string =>
  plain(title.replace(parValue, " ")).replace(/\b([a-z]{3,}[^s\W])s\b/g, "$1"),
);

export const securityName = (title: string | null): string => nameOfTitle(title ?? "");

const shares = /\b(?:common|ordinary|preferred|preference|class [a-z])\b/;
const contracts = pattern("")`
  \b (?: option | right | unit | rsu | psu | warrant | award | note | debenture | phantom | restricted | performance | deferred
  | sar | swap | forward | put | call | obligation | contract | grant | equivalent ) s? \b
`;

/** A class of shares is one security, whatever its terms are called; of options and units, each grant is a line of its own. */
export const isClassOfShares = (title: string | null): boolean => {
  const name = securityName(title);
  return shares.test(name) && !contracts.test(name);
};

const pointsToNote = pattern("i")`
  ^\(? (please\ )? (see|refer\ to)? (\ the)? (\ explanatory)? \ ? (foot\ ?)?notes?(\ below)? (\ ?\(?\d+\)?)*
  (\ ?(and|&|,)\ ?\(?\d+\)?)* \)?\.?$
`;

const notesOf = (field: Field, notes: SeriesRow["filing"]["notes"]): string =>
  field.footnotes
    .map((id) => plain(notes[id] ?? ""))
    .filter(Boolean)
    .join(" ");

/** True for "See footnote", "(1)", or nothing at all: only the note says who holds it. */
export const isOnlyPointer = (nature: string | null): boolean => {
  const text = nature?.trim() ?? "";
  return text === "" || pointsToNote.test(text) || /^[\d\s(),]+$/.test(text);
};

/** As filed, to show: the nature of ownership, or the note that it only cites. `null` for direct ownership. */
export function vehicleText(row: ReportedRow, notes: Readonly<Record<string, string>>): string | null {
  if (row.directOrIndirect.value !== "I") return null;
  const nature = row.natureOfOwnership;
  if (!isOnlyPointer(nature.value)) return nature.value?.trim() ?? null;
  const texts = [nature, row.directOrIndirect].flatMap((field) => field.footnotes.map((id) => notes[id] ?? ""));
  return texts.filter(Boolean).join(" ").trim() || nature.value?.trim() || null;
}

const natureName = remembered((nature: string): string => plain(nature).replace(/^by (the )?/, ""));

/** The notes on how a row is held: those of the nature, or else those of the letter D or I. */
const heldThrough = ({ row, filing }: SeriesRow): string =>
  notesOf(row.natureOfOwnership, filing.notes) || notesOf(row.directOrIndirect, filing.notes);

function vehicle(source: SeriesRow, notesTellApart: boolean): string {
  const { row } = source;
  if (row.directOrIndirect.value !== "I") return notesTellApart ? heldThrough(source) : "";
  const nature = row.natureOfOwnership;
  const own = isOnlyPointer(nature.value) ? "" : natureName(nature.value ?? "");
  if (own !== "" && !notesTellApart) return own;
  return `${own} ${heldThrough(source)}`.trim();
}

const valueOrNotes = (field: Field, notes: SeriesRow["filing"]["notes"]): string =>
  decimalText(field.value) ?? field.value ?? notesOf(field, notes);

function terms({ row, filing }: SeriesRow): string {
  if (row.tableNumber === "I") return "";
  // Stock units have no expiry. Grants then differ by vesting, which is in a note on the exercise date.
  const ends =
    row.expirationDate.value ??
    (valueOrNotes(row.exerciseDate, filing.notes) || notesOf(row.expirationDate, filing.notes));
  return `${valueOrNotes(row.conversionOrExercisePrice, filing.notes)} | ${ends}`;
}

/** What all rows of a line share, whatever its name: the issuer, the table, the security, and whether it is held directly. */
export const lineFamily = ({ row, issuerCik }: SeriesRow): string =>
  [issuerCik ?? "", row.tableNumber, securityName(row.securityTitle.value), row.directOrIndirect.value ?? ""].join("|");

export const natureFamily = (source: SeriesRow): string =>
  `${lineFamily(source)}|${natureName(source.row.natureOfOwnership.value ?? "")}`;

/**
 * Natures with different notes within one filing ("By Trust" twice): there the notes distinguish the vehicles. On a joint filing
 * they also distinguish the direct holdings of the owners.
 */
export function naturesToldApartByNotes(rows: readonly SeriesRow[]): ReadonlySet<string> {
  const seen = new Map<string, string>();
  const apart = new Set<string>();
  for (const source of rows) {
    const isIndirect = source.row.directOrIndirect.value === "I";
    const notes = isIndirect
      ? notesOf(source.row.natureOfOwnership, source.filing.notes)
      : source.filing.owners.length > 1
        ? heldThrough(source)
        : "";
    if (!isIndirect && notes === "") continue;
    const place = `${source.filing.accessionNumber}|${natureFamily(source)}`;
    const other = seen.get(place);
    if (other !== undefined && other !== notes) apart.add(natureFamily(source));
    seen.set(place, notes);
  }
  return apart;
}

/** The key of a row alone, as far as its nature, terms and notes show it. */
export const holdingLineKey = (source: SeriesRow, options: { notesTellApart: boolean }): HoldingLineKey => ({
  issuerCik: source.issuerCik,
  tableNumber: source.row.tableNumber,
  security: securityName(source.row.securityTitle.value),
  directOrIndirect: source.row.directOrIndirect.value,
  vehicle: vehicle(source, options.notesTellApart),
  terms: terms(source),
});

export const lineKeyText = (key: HoldingLineKey) =>
  [key.issuerCik ?? "", key.tableNumber, key.security, key.directOrIndirect ?? "", key.vehicle, key.terms].join("|");

/** Whether two derivatives agree in their filed exercise price and expiry. */
export const sameFiledTerms = (a: ReportedRow, b: ReportedRow): boolean =>
  (["conversionOrExercisePrice", "expirationDate"] as const).every((name) => {
    const [one, other] = [a[name].value, b[name].value];
    return one === null || other === null || valueOrNotes(a[name], {}) === valueOrNotes(b[name], {});
  });

/** The parts of a row that check its balance. */
export const balanceRow = ({ row }: SeriesRow) => ({
  kind: row.kind,
  transactionShares: row.transactionShares.value,
  acquiredDisposedCode: row.acquiredDisposedCode.value,
  sharesOwnedFollowing: row.sharesOwnedFollowing.value,
});
