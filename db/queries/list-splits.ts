import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { listFilingEntries } from "@/db/queries/filing-entries";
import { rowCheck, splitHint } from "@/db/schema";
import { rowId } from "@/lib/edgar/reported-row";
import { type Gap, gapOf } from "@/lib/holdings/gap";
import { type Split, splits, statedSplits } from "@/lib/holdings/splits";
import { entryRows } from "@/lib/series/entry-rows";
import { rowKey } from "@/lib/series/series-row";

/** The splits that the balances of an issuer's insiders show, the earliest first. */
export async function listSplits(db: Db, issuerCik: string): Promise<Split[]> {
  const hints = await db
    .select({ check: rowCheck })
    .from(splitHint)
    .innerJoin(
      rowCheck,
      and(
        eq(rowCheck.accessionNumber, splitHint.accessionNumber),
        eq(rowCheck.tableNumber, splitHint.tableNumber),
        eq(rowCheck.line, splitHint.line),
      ),
    )
    .where(and(eq(splitHint.issuerCik, issuerCik), eq(rowCheck.state, "gap"), isNotNull(rowCheck.priorRow)))
    .orderBy(sql`1, 2, 3`);
  const filingOf = (key: string) => key.slice(0, key.indexOf("#"));
  const numbers = new Set(hints.flatMap(({ check }) => [check.accessionNumber, filingOf(check.priorRow ?? "")]));
  const entries = await listFilingEntries(db, [...numbers].sort());
  const sources = new Map(entryRows(entries).map((source) => [rowKey(source), source]));
  const gaps = hints.flatMap(({ check }): Gap | Gap[] => {
    const source = sources.get(`${check.accessionNumber}#${rowId(check)}`);
    const prior = sources.get(check.priorRow ?? "");
    if (!source?.derived.check || !prior) return [];
    return (
      gapOf({ source, prior, line: check.holdingLine, position: check.linePosition, check: source.derived.check }) ?? []
    );
  });
  return splits(gaps, entries.flatMap(statedSplits));
}
