import { and, eq, gte, inArray, sql } from "drizzle-orm";
import { reportedRow } from "@/db/queries/reported-row";
import { filing, filingRow, rowCheck } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { NOTHING_DERIVED } from "@/lib/record/derived-filing";
import type { SeriesRow } from "@/lib/record/row-in-filing";

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
  const found = await balances(db).where(
    and(
      eq(filing.issuerCik, issuerCik),
      gte(filing.orderedAt, sql`${since}::date`),
      inArray(rowCheck.holdingLine, [...lines]),
    ),
  );
  const entering = new Map<string, Found>();
  for (const row of found) {
    const known = entering.get(row.check.holdingLine);
    if (!known || row.check.linePosition < known.check.linePosition) entering.set(row.check.holdingLine, row);
  }
  const places = [...entering.values()].flatMap(({ check }) => placeOf(check.priorRow) ?? []);
  const before =
    places.length === 0 ? [] : await balances(db).where(sql`${rowPlace} in (${sql.join(places, sql`, `)})`);
  return [...before, ...found].map(seriesRow);
}

const rowPlace = sql`(${rowCheck.accessionNumber}, ${rowCheck.tableNumber}, ${rowCheck.line})`;

const balances = (db: Db) =>
  db
    .select({ check: rowCheck, row: filingRow, filing })
    .from(rowCheck)
    .innerJoin(filing, eq(filing.accessionNumber, rowCheck.accessionNumber))
    .innerJoin(
      filingRow,
      and(
        eq(filingRow.accessionNumber, rowCheck.accessionNumber),
        eq(filingRow.tableNumber, rowCheck.tableNumber),
        eq(filingRow.line, rowCheck.line),
      ),
    )
    .$dynamic();

type Found = Awaited<ReturnType<typeof balances>>[number];

function placeOf(key: string | null) {
  const [, accessionNumber, tableNumber, line] = /^(.*)#(I{1,2})-(\d+)$/.exec(key ?? "") ?? [];
  return accessionNumber === undefined ? null : sql`(${accessionNumber}, ${tableNumber}, ${Number(line)}::smallint)`;
}

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
