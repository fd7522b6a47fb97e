import { and, eq, gte, sql } from "drizzle-orm";
import { reportedRow } from "@/db/queries/reported-row";
import { columnsOfPlaces, GIVEN_PLACES, isOneOfPlaces } from "@/db/queries/row-places";
import { filing, filingRow, rowCheck } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { isOneOf, PLANNED_EACH_TIME, prepared } from "@/db/server/prepared";
import { NOTHING_DERIVED } from "@/lib/record/derived-filing";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { placeOfKey, type RowKey } from "@/lib/record/row-key";

/**
 * The balances on some holding lines of an issuer in its filings since a day, and the balance before them: what a small chart
 * needs, without notes and owners.
 */
export async function listLineBalances(
  db: Db,
  issuerCik: string,
  lines: readonly string[],
  since: string,
): Promise<SeriesRow[]> {
  if (lines.length === 0) return [];
  const found = await statements(db).ofLines.execute({ issuerCik, lines: [...lines], since });
  const entering = new Map<string, Found>();
  for (const row of found) {
    const known = entering.get(row.check.holdingLine);
    if (!known || row.check.linePosition < known.check.linePosition) entering.set(row.check.holdingLine, row);
  }
  const places = [...entering.values()].flatMap(({ check }) => placeOfKey(check.priorRow ?? "") ?? []);
  const before = places.length === 0 ? [] : await statements(db).atPlaces.execute(columnsOfPlaces(places));
  return [...before, ...found].map(seriesRow);
}

/** The most balances of one line that a small chart can show. */
const MOST_STEPS = 400;

/**
 * The balances on the lines of some rows in the months before their filings, and the last balance before those months. One query
 * for a page of rows, which follows each line from balance to balance by the primary key.
 */
export async function listBalancesBefore(db: Db, rows: readonly RowKey[], months: number): Promise<SeriesRow[]> {
  const places = rows.flatMap((key) => placeOfKey(key) ?? []);
  if (places.length === 0) return [];
  const found = await statements(db).walking.execute({ ...columnsOfPlaces(places), months });
  return found.map(seriesRow);
}

const statements = prepared((db) => {
  const balances = () =>
    db
      .select({
        check: rowCheck,
        row: filingRow,
        filing: {
          accessionNumber: filing.accessionNumber,
          issuerCik: filing.issuerCik,
          documentType: filing.documentType,
          filedAt: filing.filedAt,
          filingDate: filing.filingDate,
          orderedAt: filing.orderedAt,
          periodOfReport: filing.periodOfReport,
          aff10b5One: filing.aff10b5One,
        },
      })
      .from(rowCheck)
      .innerJoin(filing, eq(filing.accessionNumber, rowCheck.accessionNumber))
      .innerJoin(
        filingRow,
        and(
          eq(filingRow.accessionNumber, rowCheck.accessionNumber),
          eq(filingRow.tableNumber, rowCheck.tableNumber),
          eq(filingRow.line, rowCheck.line),
        ),
      );
  const rowPlace = sql`(${rowCheck.accessionNumber}, ${rowCheck.tableNumber}, ${rowCheck.line})`;
  return {
    ofLines: balances()
      .where(
        and(
          eq(filing.issuerCik, sql.placeholder("issuerCik")),
          gte(filing.orderedAt, sql`${sql.placeholder("since")}::date`),
          isOneOf(rowCheck.holdingLine, "lines"),
        ),
      )
      .prepare(PLANNED_EACH_TIME),
    atPlaces: balances().where(isOneOfPlaces(rowCheck)).prepare(PLANNED_EACH_TIME),
    walking: balances()
      .where(sql`${rowPlace} in (
        with recursive walk as (
          select c.accession_number, c.table_number, c.line, c.prior_row, f.ordered_at,
            f.ordered_at - make_interval(months => ${sql.placeholder("months")}) as since, 1 as step
          from row_check c join filing f using (accession_number)
          where (c.accession_number, c.table_number, c.line) in ${GIVEN_PLACES}
          union all
          select prior.*, walk.since, walk.step + 1
          from walk cross join lateral (
            select c.accession_number, c.table_number, c.line, c.prior_row, f.ordered_at
            from row_check c join filing f using (accession_number)
            where c.accession_number = split_part(walk.prior_row, '#', 1)
              and c.table_number = split_part(split_part(walk.prior_row, '#', 2), '-', 1)
              and c.line = split_part(walk.prior_row, '-', -1)::smallint
            limit 1
          ) as prior
          where walk.prior_row is not null and walk.ordered_at >= walk.since and walk.step < ${sql.raw(String(MOST_STEPS))}
        )
        select accession_number, table_number, line from walk)`)
      .prepare(PLANNED_EACH_TIME),
  };
});

type Found = Awaited<ReturnType<ReturnType<typeof statements>["ofLines"]["execute"]>>[number];

function seriesRow({ check, row, filing: f }: Found): SeriesRow {
  const { holdingLine, linePosition, state, expected, reported, difference, missing, reason } = check;
  return {
    row: reportedRow(row),
    filing: {
      accessionNumber: f.accessionNumber,
      filedAt: f.filedAt?.toISOString() ?? null,
      filingDate: f.filingDate,
      periodOfReport: f.periodOfReport,
      documentType: f.documentType ?? "",
      orderedAt: f.orderedAt.toISOString(),
      owners: [],
      aff10b5One: f.aff10b5One,
      notes: {},
      facts: new Map(),
    },
    issuerCik: f.issuerCik,
    derived: {
      ...NOTHING_DERIVED,
      holdingLine,
      linePosition,
      check: { state, expected, reported, difference, missing, reason, prior: null },
    },
  };
}
