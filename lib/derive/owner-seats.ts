import type { Supersessions } from "@/lib/amendments/supersessions";
import { confirmingSignatures } from "@/lib/names/confirming-signatures";
import { rolesOverTime } from "@/lib/people/roles-over-time";
import type { Filing, SignedEntry } from "@/lib/record/filing";
import { orderDay } from "@/lib/record/order-day";
import type { ReportedRow } from "@/lib/record/reported-row";
import { keyOfRow, type RowKey } from "@/lib/record/row-key";
import { dayNumber } from "@/lib/values/calendar-day";
import { compareText } from "@/lib/values/compare-text";
import { newYorkDate } from "@/lib/values/dates";

/** An owner at an issuer: what all of the owner's filings there say together. */
export type OwnerSeat = {
  /** The newest filing, and the owner's place among its owners, from 1. */
  accessionNumber: string;
  position: number;
  issuerCik: string | null;
  cik: string;
  /** The instants by which the first and the newest filing are sorted. */
  firstAt: string;
  lastAt: string;
  filings: number;
  /** Whether a filing of the newest day has the exit box checked: of several filings on one day any may have it. */
  hasLeft: boolean;
  /** Null if no filing names a relationship. */
  role: string | null;
  /** The newest transaction that no amendment restates; null if there is none. */
  trade: RowKey | null;
  /** The spellings on signatures that confirm how the owner's name is read, the most frequent first. */
  signed: string[];
};

/** The newest filings whose signatures are read. More would hardly confirm more names. */
export const MOST_SIGNED_FILINGS = 20;

/** The seats of all owners with a CIK in a group of connected filings. */
export function ownerSeats(
  entries: readonly SignedEntry[],
  { supersededBy }: Pick<Supersessions, "supersededBy">,
): OwnerSeat[] {
  const byOwner = new Map<string, SignedEntry[]>();
  for (const entry of entries) {
    for (const cik of new Set(entry.filing.owners.flatMap((owner) => owner.cik ?? []))) {
      const known = byOwner.get(cik);
      if (known) known.push(entry);
      else byOwner.set(cik, [entry]);
    }
  }
  return Array.from(byOwner, ([cik, filed]) => seatOf(cik, filed, supersededBy));
}

function seatOf(cik: string, filed: SignedEntry[], supersededBy: Supersessions["supersededBy"]): OwnerSeat {
  filed.sort((a, b) => compareFilings(b.filing, a.filing));
  const filings = filed.map(({ filing }) => filing);
  const [newest, oldest] = [filings[0], filings.at(-1)];
  if (!newest || !oldest) throw new Error(`no filing of ${cik}`);
  const trade = newestTrade(
    filed.flatMap(({ filing, rows }) => {
      const listedOn = dayNumber(filing.filingDate ?? orderDay(filing.orderedAt)) ?? Number.POSITIVE_INFINITY;
      return rows
        .filter((row) => row.kind === "transaction" && !(supersededBy.size > 0 && supersededBy.has(keyOfRow(row))))
        .map((row) => ({ row, day: Math.min(dayOf(row), listedOn) }));
    }),
  );
  return {
    accessionNumber: newest.accessionNumber,
    position: newest.owners.findIndex((owner) => owner.cik === cik) + 1,
    issuerCik: newest.issuer.cik,
    cik,
    firstAt: oldest.orderedAt,
    lastAt: newest.orderedAt,
    filings: filings.length,
    hasLeft: filings.some(({ notSubjectToSection16 }) => notSubjectToSection16) && hasLeftOnNewestDay(filings),
    role: rolesOverTime(filings, cik).current?.words ?? null,
    trade: trade && keyOfRow(trade),
    signed: confirmingSignatures(
      filings.flatMap(({ owners }) => owners.flatMap((owner) => (owner.cik === cik ? (owner.name ?? []) : []))),
      filed.slice(0, MOST_SIGNED_FILINGS).flatMap(({ signatures = [] }) => signatures),
    ),
  };
}

const compareFilings = (a: Filing, b: Filing) =>
  compareText(a.orderedAt, b.orderedAt) || compareText(a.accessionNumber, b.accessionNumber);

/** @param filings newest first */
function hasLeftOnNewestDay(filings: readonly Filing[]): boolean {
  const dayOf = ({ orderedAt }: Filing) => newYorkDate(orderedAt);
  const newestDay = filings[0] && dayOf(filings[0]);
  return filings.some((filing) => filing.notSubjectToSection16 === true && dayOf(filing) === newestDay);
}

type Trade = { row: ReportedRow; day: number };

/**
 * The transaction with the latest date, and of several on that day the one reported last. Transactions without a date come last. A date
 * after the filing is a typing error, and would otherwise always come first.
 * @param trades those of the newest filing first
 */
function newestTrade(trades: readonly Trade[]): ReportedRow | null {
  let found: Trade | null = null;
  for (const trade of trades) if (found === null || isNewer(trade, found)) found = trade;
  return found?.row ?? null;
}

/** Whether a row is newer than one of the same or a later filing. */
function isNewer({ row, day }: Trade, { row: than, day: other }: Trade): boolean {
  if (day !== other) return day > other;
  if (row.accessionNumber !== than.accessionNumber) return false;
  return row.line > than.line || (row.line === than.line && row.tableNumber < than.tableNumber);
}

const dayOf = ({ transactionDate }: ReportedRow): number =>
  dayNumber(transactionDate.value) ?? Number.NEGATIVE_INFINITY;
