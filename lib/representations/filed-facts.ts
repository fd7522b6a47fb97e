import { planOfRow } from "@/lib/plans/plan-of-row";
import { countedTrade, whyLeftOut } from "@/lib/record/counted-trade";
import { type DerivedRow, isCounted, NOTHING_DERIVED } from "@/lib/record/derived-filing";
import type { Filing, FilingEntry } from "@/lib/record/filing";
import { ROW_FIELDS, type RowColumn } from "@/lib/record/filing-fields";
import { describeRelationship } from "@/lib/record/relationship";
import { type Field, type ReportedRow, rowId } from "@/lib/record/reported-row";
import { keyInFiling, type RowKey } from "@/lib/record/row-key";
import { certainValue } from "@/lib/record/trade-figures";
import { filingUrl, footnoteUrl, rowUrl } from "@/lib/urls";

/** By the key of a row: texts as filed by column, where the database would print them differently. */
export type Spellings = ReadonlyMap<string, Record<string, string>>;

/** Whether a row counts in our totals, or why not. */
type CountingState =
  | "counted"
  /** An amendment restates it. */
  | "superseded"
  /** Another report of the same trade counts. */
  | "reported elsewhere"
  /** A footnote, an exercise price, balances or other trades contradict a figure. */
  | "implausible"
  /** Read from paper with a figure that is unread or uncertain. */
  | "uncertain"
  /** A footnote says that the price is not in US dollars. */
  | "other currency"
  /** The letter A or D contradicts the code P or S. */
  | "contradictory";

/** Whether a row counts, and the row that counts in its place. */
function countingState(
  entry: Pick<FilingEntry, "filing" | "derived">,
  row: ReportedRow,
): { status: CountingState; countedAt: string | null } {
  const derived = entry.derived.rows[rowId(row)] ?? NOTHING_DERIVED;
  const { supersededBy, event } = derived;
  if (supersededBy !== null) return { status: "superseded", countedAt: supersededBy };
  if (!isCounted(keyInFiling(entry.filing.accessionNumber, rowId(row)), derived))
    return { status: "reported elsewhere", countedAt: event?.counted ?? null };
  return { status: figuresState(row, derived), countedAt: null };
}

function figuresState(row: ReportedRow, derived: DerivedRow): CountingState {
  const reason = whyLeftOut({ row, derived });
  if (reason !== null)
    return ({ implausible: "implausible", unsure: "uncertain", currency: "other currency" } as const)[reason];
  return countedTrade({ row, derived })?.apart === "letter" ? "contradictory" : "counted";
}

type FiledFact = {
  /** Null if it is unread or cannot be read as what the column holds. */
  value: string | null;
  asFiled: string | null;
  /** Ids of the footnotes that the filing cites for it. */
  footnotes?: string[];
  /** Read from paper, and may be wrong. */
  isUncertain?: true;
};

/** A row as facts for programs that cite: what it states, where, and whether it counts. */
type FiledRow = {
  /** `0001365555-13-000001#I-2` */
  place: RowKey;
  url: string;
  status: CountingState;
  countedAt: string | null;
  kind: ReportedRow["kind"];
  table: ReportedRow["tableNumber"];
  /** By the names of the columns in our JSON. Columns without a value or footnote are left out. */
  facts: Record<string, FiledFact>;
  footnotes?: string[];
  derived: {
    /** Shares times price in US dollars, if both are certain. */
    value: string | null;
    plan: { state: string; adoptedOn: string | null; footnote: string | null } | null;
    implausible: { field: string; reason: string } | null;
  };
};

/** What a filing says of itself, with its rows. */
export type FiledFacts = {
  accessionNumber: string;
  url: string;
  form: string | null;
  filedAt: string | null;
  filingDate: string | null;
  periodOfReport: string | null;
  source: Filing["source"];
  isSample: boolean;
  /** The 10b5-1 box; null if the form has none, which is not a no. */
  aff10b5One: boolean | null;
  issuer: Filing["issuer"];
  owners: { cik: string | null; name: string | null; relationship: string | null }[];
  amends: string | null;
  amendedBy: string | null;
  /** Until this is true, what is derived may be missing. */
  isDerived: boolean;
  rows: FiledRow[];
  /** The footnotes that these rows cite. */
  notes: { place: RowKey; url: string; text: string; isCut: boolean }[];
};

/** Longer texts are cut in lists of rows. */
const LONGEST_NOTE = 1_000;

export function filedFacts(
  entry: FilingEntry,
  rows: readonly ReportedRow[],
  { spellings, siteUrl }: { spellings: Spellings; siteUrl: string },
): FiledFacts {
  const { filing, derived } = entry;
  const { accessionNumber } = filing;
  const filed = rows.map((row) => filedRow(entry, row, spellings, siteUrl));
  const cited = new Set(
    filed.flatMap(({ facts, footnotes = [] }) => [
      ...footnotes,
      ...Object.values(facts).flatMap((fact) => fact.footnotes ?? []),
    ]),
  );
  return {
    accessionNumber,
    url: siteUrl + filingUrl(accessionNumber),
    form: filing.documentType,
    filedAt: filing.filedAt,
    filingDate: filing.filingDate,
    periodOfReport: filing.periodOfReport,
    source: filing.source,
    isSample: filing.isSample,
    aff10b5One: filing.aff10b5One,
    issuer: filing.issuer,
    owners: filing.owners.map((owner) => ({
      cik: owner.cik,
      name: owner.name,
      relationship: describeRelationship(owner),
    })),
    amends: derived.amendment?.amends ?? null,
    amendedBy: derived.amendedBy,
    isDerived: !derived.isWaiting,
    rows: filed,
    notes: [...cited].sort(byNumber).flatMap((id) => {
      const text = entry.notes[id];
      return text === undefined
        ? []
        : [
            {
              place: keyInFiling(accessionNumber, id),
              url: siteUrl + footnoteUrl(accessionNumber, id),
              text: text.slice(0, LONGEST_NOTE),
              isCut: text.length > LONGEST_NOTE,
            },
          ];
    }),
  };
}

const byNumber = (a: string, b: string) => a.localeCompare(b, "en-US", { numeric: true });

const FIELDS = Object.keys(ROW_FIELDS) as RowColumn[];

function filedRow(entry: FilingEntry, row: ReportedRow, spellings: Spellings, siteUrl: string): FiledRow {
  const { accessionNumber } = entry.filing;
  const place = keyInFiling(accessionNumber, rowId(row));
  const spelling = spellings.get(place);
  const derived = entry.derived.rows[rowId(row)] ?? NOTHING_DERIVED;
  const plan = planOfRow(entry, row);
  const facts = FIELDS.flatMap((name): [string, FiledFact][] => {
    const { value, footnotes } = fieldOf(row, name);
    const asFiled = spelling?.[name] ?? value;
    const isUnread = row.unread.includes(name);
    if (asFiled === null && footnotes.length === 0 && !isUnread) return [];
    const fact: FiledFact = { value, asFiled };
    if (footnotes.length > 0) fact.footnotes = footnotes;
    if (isUnread || row.uncertain.includes(name)) fact.isUncertain = true;
    return [[name, fact]];
  });
  return {
    place,
    url: siteUrl + rowUrl(accessionNumber, rowId(row)),
    ...countingState(entry, row),
    kind: row.kind,
    table: row.tableNumber,
    facts: Object.fromEntries(facts),
    ...(row.rowFootnotes.length > 0 && { footnotes: row.rowFootnotes }),
    derived: {
      value: certainValue(row, derived),
      plan: plan && { state: plan.state, adoptedOn: plan.adoptedOn, footnote: plan.footnoteId },
      implausible: derived.implausible && { field: derived.implausible.field, reason: derived.implausible.reason },
    },
  };
}

/** Three columns have no footnotes of their own; those of the code belong to `transactionCoding`. */
function fieldOf(row: ReportedRow, name: RowColumn): Field {
  if (name === "transactionCode") return { value: row.transactionCode, footnotes: row.transactionCodingFootnotes };
  const field = row[name];
  return field !== null && typeof field === "object"
    ? field
    : { value: field === null ? null : String(field), footnotes: [] };
}
