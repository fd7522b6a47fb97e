import { sql } from "drizzle-orm";
import { reportedRow } from "@/db/queries/reported-row";
import { columnsOfPlaces, GIVEN_PLACES } from "@/db/queries/row-places";
import type { filing, filingRow, rowCheck } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { PLANNED_EACH_TIME, prepared } from "@/db/server/prepared";
import { NOTHING_DERIVED } from "@/lib/record/derived-filing";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { placeOfKey, type RowKey } from "@/lib/record/row-key";
import { instantOf } from "@/lib/values/instant-of";

/** A line with more balances in the months asked for has no small chart. Tests use a small number. */
export const WALKED = { most: 2_000 };

/** From which day on balances are read: some months before the filing of each row, or the same day for all. */
export type Since = { months: number } | { day: string };

/**
 * The balances on the lines of some rows since a day, and the last balance before it: what a small chart needs, without notes, owners and
 * most cells. One query for a page of rows follows each line from balance to balance by the primary key. Nothing of a line that has too
 * many.
 */
export async function listBalancesSince(db: Db, rows: readonly RowKey[], since: Since): Promise<SeriesRow[]> {
  const places = rows.flatMap((key) => placeOfKey(key) ?? []);
  if (places.length === 0) return [];
  const found = await walkBack(db).execute({
    ...columnsOfPlaces(places),
    months: "months" in since ? since.months : null,
    day: "day" in since ? since.day : null,
    most: WALKED.most,
  });
  const cut = new Set(found.flatMap(({ step, check }) => (step >= WALKED.most ? check.holdingLine : [])));
  return found.filter(({ check }) => !cut.has(check.holdingLine)).map(seriesRow);
}

const STEP =
  sql.raw(`c.accession_number, c.table_number, c.line, c.holding_line, c.line_position, c.state, c.expected, c.reported,
  c.difference, c.missing, c.reason, c.prior_row, r.kind, r.ordered_at, r.security_title, r.transaction_date, r.transaction_code,
  r.transaction_shares, r.acquired_disposed_code, r.shares_owned_following, r.direct_or_indirect`);
const CHECKED_ROWS = sql.raw("row_check c join filing_row r using (accession_number, table_number, line)");

type Check = typeof rowCheck.$inferSelect;
type Row = typeof filingRow.$inferSelect;
type Filed = typeof filing.$inferSelect;

/** The columns of a step that are read as they are. */
const column = <Value>(name: string) => sql<Value>`${sql.raw(name)}`;

/**
 * A transaction has a date of its own, so only holdings need their filings. So do the given rows: two of them may have one place on a
 * line, and an amendment is then preferred.
 */
const walkBack = prepared((db) =>
  db
    .select({
      issuerCik: column<Filed["issuerCik"]>("issuer_cik"),
      orderedAt: column<string>("ordered_at"),
      step: column<number>("step"),
      check: {
        holdingLine: column<Check["holdingLine"]>("holding_line"),
        linePosition: column<Check["linePosition"]>("line_position"),
        state: column<Check["state"]>("state"),
        expected: column<Check["expected"]>("expected"),
        reported: column<Check["reported"]>("reported"),
        difference: column<Check["difference"]>("difference"),
        missing: column<Check["missing"]>("missing"),
        reason: column<Check["reason"]>("reason"),
      },
      row: {
        accessionNumber: column<Row["accessionNumber"]>("accession_number"),
        tableNumber: column<Row["tableNumber"]>("table_number"),
        line: column<Row["line"]>("line"),
        kind: column<Row["kind"]>("kind"),
        securityTitle: column<Row["securityTitle"]>("security_title"),
        transactionDate: column<Row["transactionDate"]>("transaction_date"),
        transactionCode: column<Row["transactionCode"]>("transaction_code"),
        transactionShares: column<Row["transactionShares"]>("transaction_shares"),
        acquiredDisposedCode: column<Row["acquiredDisposedCode"]>("acquired_disposed_code"),
        sharesOwnedFollowing: column<Row["sharesOwnedFollowing"]>("shares_owned_following"),
        directOrIndirect: column<Row["directOrIndirect"]>("direct_or_indirect"),
      },
      filing: {
        documentType: column<Filed["documentType"]>("document_type"),
        filingDate: column<Filed["filingDate"]>("filing_date"),
        periodOfReport: column<Filed["periodOfReport"]>("period_of_report"),
      },
    })
    .from(
      sql`(
        with recursive walk as (
          select ${STEP}, f.issuer_cik, 1 as step, coalesce(
            ${sql.placeholder("day")}::date,
            (r.ordered_at - make_interval(months => ${sql.placeholder("months")}::int))::date
          ) as since
          from ${CHECKED_ROWS} join filing f using (accession_number)
          where (c.accession_number, c.table_number, c.line) in ${GIVEN_PLACES}
          union all
          select prior.*, walk.issuer_cik, walk.step + 1, walk.since
          from walk cross join lateral (
            select ${STEP} from ${CHECKED_ROWS}
            where c.accession_number = split_part(walk.prior_row, '#', 1)
              and c.table_number = split_part(split_part(walk.prior_row, '#', 2), '-', 1)
              and c.line = split_part(walk.prior_row, '-', -1)::smallint
            limit 1
          ) as prior
          where walk.prior_row is not null and coalesce(walk.transaction_date, walk.ordered_at::date) >= walk.since
            and walk.step < ${sql.placeholder("most")}
        )
        select distinct on (accession_number, table_number, line) * from walk order by accession_number, table_number, line, step
      ) as steps
      left join lateral (
        select document_type, filing_date, period_of_report from filing f
        where f.accession_number = steps.accession_number and (steps.step = 1 or steps.kind <> 'transaction')
      ) as filed on true`,
    )
    .prepare(PLANNED_EACH_TIME),
);

type Step = Awaited<ReturnType<ReturnType<typeof walkBack>["execute"]>>[number];

const seriesRow = ({ issuerCik, orderedAt, check, row, filing: f }: Step): SeriesRow => ({
  row: reportedRow(row),
  filing: {
    accessionNumber: row.accessionNumber,
    filedAt: null,
    filingDate: f.filingDate,
    periodOfReport: f.periodOfReport,
    documentType: f.documentType ?? "",
    orderedAt: instantOf(orderedAt).toISOString(),
    owners: [],
    aff10b5One: null,
    notes: {},
    facts: new Map(),
  },
  issuerCik,
  derived: {
    ...NOTHING_DERIVED,
    holdingLine: check.holdingLine,
    linePosition: check.linePosition,
    check: { ...check, prior: null },
  },
});
