import { type Supersessions, supersessions } from "@/lib/amendments/supersessions";
import { explainGaps } from "@/lib/holdings/explain-gaps";
import { holdingChains } from "@/lib/holdings/holding-chains";
import { inTime } from "@/lib/holdings/in-time";
import { type CheckedRow, lineChecks } from "@/lib/holdings/line-checks";
import { mayBeSplit } from "@/lib/holdings/split-hints";
import { rowPatterns } from "@/lib/labels/row-patterns";
import { tradeHistories } from "@/lib/labels/trade-histories";
import { filingLateness, rowDelays, rowLateness } from "@/lib/lateness/lateness";
import { subjectSince } from "@/lib/lateness/subject-since";
import type { BalanceCheck } from "@/lib/record/balance-check";
import type { AmendmentBasis, RowDelay, RowPattern, TradeLabel } from "@/lib/record/derived-filing";
import { entryRows } from "@/lib/record/entry-rows";
import type { FilingEntry, SignedEntry } from "@/lib/record/filing";
import { isAmendment } from "@/lib/record/form-name";
import { listedDay } from "@/lib/record/order-day";
import { rowId, type TableNumber } from "@/lib/record/reported-row";
import { rowKey, type SeriesRow } from "@/lib/record/row-in-filing";
import { keyInFiling, keyOfRow } from "@/lib/record/row-key";
import { copiedChecks, copiedRows } from "./copied-rows";
import { type LatenessCounts, latenessCounts } from "./lateness-counts";
import { type NoteReadings, noteReadings } from "./note-readings";
import { type OwnerSeat, ownerSeats } from "./owner-seats";
import { placesInTime } from "./places-in-time";
import { type Place, placeOf } from "./row-place";

/** What we derive from connected filings, as rows of the derived tables. */
export type DerivedRows = NoteReadings & {
  links: { accessionNumber: string; amends: string | null; basis: AmendmentBasis | null; amendedBy: string | null }[];
  superseded: (Place & { supersededBy: string })[];
  checks: (Place & DerivedCheck)[];
  lines: (Place & DerivedLine)[];
  lateness: {
    accessionNumber: string;
    days: number;
    due: string;
    isLate: boolean;
    rows: Readonly<Record<string, RowDelay>> | null;
  }[];
  splitHints: (Place & { issuerCik: string })[];
  histories: (Place & {
    label: TradeLabel;
    routineMonths: number[] | null;
    isFirst: boolean;
    isFirstInTwoYears: boolean;
  })[];
  patterns: (Place & { pattern: RowPattern })[];
  seats: OwnerSeat[];
  latenessCounts: LatenessCounts[];
};

type DerivedCheck = Pick<BalanceCheck, "state" | "expected" | "reported" | "difference" | "missing" | "reason"> & {
  holdingLine: string;
  linePosition: number;
  priorRow: string | null;
  priorBalance: string | null;
};

type DerivedLine = {
  issuerCik: string | null;
  owners: string[];
  lastAccessionNumber: string;
  lastTableNumber: TableNumber;
  lastLine: number;
  rows: number;
  gaps: number;
  unexplainedGaps: number;
};

/**
 * Derives everything from a group of connected filings, in any order, except events: these may reach beyond the group, and
 * `sameTrades` finds them.
 * @param closures days on which EDGAR was closed, besides weekends and holidays
 */
export function deriveConnected(entries: readonly SignedEntry[], closures: ReadonlySet<string>): DerivedRows {
  const amended = supersessions(entries);
  const rows = entryRows(entries);
  const copies = copiedRows(entries, rows, amended);
  const standing = inTime(
    standingRows(rows, amended).filter((source) => copies.size === 0 || !copies.has(rowKey(source))),
    placesInTime(entries, amended),
  );
  const timing = { ...amended, closures, since: subjectSince(entries.map(({ filing }) => filing)) };
  const checked = explainGaps(lineChecks(holdingChains(standing), standing), { entries, rows, amended });
  const checks = [...checked, ...copiedChecks(checked, copies, rows)].map(checkColumns);
  const lateness = entries.flatMap((entry) => latenessColumns(entry, timing));
  return {
    links: linkColumns(entries, amended),
    superseded: supersededColumns(rows, amended),
    checks,
    lines: lineColumns(checked),
    lateness,
    splitHints: checked
      .filter(mayBeSplit)
      .flatMap(({ source: { row, issuerCik } }) => (issuerCik === null ? [] : [{ ...placeOf(row), issuerCik }])),
    ...noteReadings(entries, checks),
    histories: tradeHistories(entries, amended.supersededBy).map(({ routineMonths, ...history }) => ({
      ...history,
      routineMonths: routineMonths.length > 0 ? routineMonths : null,
    })),
    patterns: patterns(entries, amended, checked, copies),
    seats: ownerSeats(entries, amended),
    latenessCounts: [
      latenessCounts(
        entries,
        new Map(lateness.map(({ isLate, ...each }) => [each.accessionNumber, { ...each, late: isLate }])),
      ),
    ],
  };
}

/** Another report of a gift has the pattern of the one on the line. */
function patterns(
  entries: readonly FilingEntry[],
  { supersededBy }: Supersessions,
  checked: readonly CheckedRow[],
  copies: ReadonlyMap<string, string>,
): DerivedRows["patterns"] {
  const onLines = checked.map(({ source: { row, filing }, line }) => ({ row, line, filed: listedDay(filing).day }));
  const found = rowPatterns(entries, supersededBy, onLines);
  if (copies.size === 0 || found.length === 0) return found;
  const byKey = new Map<string, RowPattern>(found.map((place) => [keyOfRow(place), place.pattern]));
  const copied = entries.flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const key = keyOfRow(row);
      const pattern = byKey.has(key) ? undefined : byKey.get(copies.get(key) ?? "");
      return pattern && !supersededBy.has(key) ? [{ ...placeOf(row), pattern }] : [];
    }),
  );
  return [...found, ...copied];
}

const standingRows = (rows: readonly SeriesRow[], { supersededBy }: Supersessions): readonly SeriesRow[] =>
  supersededBy.size === 0 ? rows : rows.filter((source) => !supersededBy.has(rowKey(source)));

function supersededColumns(rows: readonly SeriesRow[], amended: Supersessions): DerivedRows["superseded"] {
  if (amended.supersededBy.size === 0) return [];
  return rows.flatMap((source) => {
    const supersededBy = amended.supersededBy.get(rowKey(source));
    return supersededBy === undefined ? [] : [{ ...placeOf(source.row), supersededBy }];
  });
}

function linkColumns(entries: readonly FilingEntry[], amended: Supersessions): DerivedRows["links"] {
  if (amended.links.size === 0) return [];
  return entries.flatMap(({ filing: { accessionNumber } }) => {
    const link = amended.links.get(accessionNumber);
    const amendedBy = amended.amendedBy.get(accessionNumber) ?? null;
    if (!link && amendedBy === null) return [];
    return [{ accessionNumber, amends: link?.amends ?? null, basis: link?.basis ?? null, amendedBy }];
  });
}

// Field by field, because spreading these objects costs more than all their content.
function checkColumns({ source, line, position, check }: CheckedRow): Place & DerivedCheck {
  const { row } = source;
  const { prior } = check;
  return {
    accessionNumber: row.accessionNumber,
    tableNumber: row.tableNumber,
    line: row.line,
    holdingLine: line,
    linePosition: position,
    state: check.state,
    expected: check.expected,
    reported: check.reported,
    difference: check.difference,
    missing: check.missing,
    reason: check.reason,
    priorRow: prior ? keyInFiling(prior.accessionNumber, prior.row) : null,
    priorBalance: prior ? prior.balance : null,
  };
}

function lineColumns(checked: readonly CheckedRow[]): (Place & DerivedLine)[] {
  const lines: (Place & DerivedLine)[] = [];
  let line: (Place & DerivedLine) | null = null;
  for (const { source, position, check } of checked) {
    const { row, filing, issuerCik } = source;
    if (line === null || position === 1) {
      line = {
        accessionNumber: row.accessionNumber,
        tableNumber: row.tableNumber,
        line: row.line,
        issuerCik,
        owners: [],
        lastAccessionNumber: "",
        lastTableNumber: row.tableNumber,
        lastLine: 0,
        rows: 0,
        gaps: 0,
        unexplainedGaps: 0,
      };
      lines.push(line);
    }
    for (const owner of filing.owners) if (!line.owners.includes(owner)) line.owners.push(owner);
    line.lastAccessionNumber = filing.accessionNumber;
    line.lastTableNumber = row.tableNumber;
    line.lastLine = row.line;
    line.rows++;
    if (check.state === "gap") {
      line.gaps++;
      if (check.reason === null) line.unexplainedGaps++;
    }
  }
  for (const { owners } of lines) owners.sort();
  return lines;
}

type Amended = Pick<Supersessions, "links"> & {
  restating: ReadonlySet<string>;
  closures: ReadonlySet<string>;
  since: ReturnType<typeof subjectSince>;
};

const NONE: ReadonlySet<string> = new Set();

/** Rows that restate an original's were reported with it. If an amendment's original is unknown, any row may be such. */
function latenessColumns(entry: FilingEntry, { links, restating, closures, since }: Amended): DerivedRows["lateness"] {
  const { accessionNumber, documentType } = entry.filing;
  let restated = NONE;
  if (isAmendment(documentType)) {
    const isUnlinked = (links.get(accessionNumber)?.amends ?? null) === null;
    restated = new Set(
      entry.rows.map(rowId).filter((id) => isUnlinked || restating.has(keyInFiling(accessionNumber, id))),
    );
  }
  const options = { restated, closures, subjectSince: since(entry.filing) };
  const byRow = rowLateness(entry, options);
  const found = filingLateness(entry, options, byRow);
  return found
    ? [{ accessionNumber, days: found.days, due: found.due, isLate: found.late, rows: rowDelays(byRow) }]
    : [];
}
