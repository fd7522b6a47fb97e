import { and, eq, isNotNull, sql } from "drizzle-orm";
import { rowCheck, splitHint } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { SplitHint } from "@/lib/holdings/hinted-splits";

/** The balances of an issuer's insiders that hint at a split. */
export const listSplitHints = (db: Db, issuerCik: string): Promise<SplitHint[]> =>
  db
    .select({
      key: sql<string>`${rowCheck.accessionNumber} || '#' || ${rowCheck.tableNumber} || '-' || ${rowCheck.line}`,
      prior: sql<string>`${rowCheck.priorRow}`,
      line: rowCheck.holdingLine,
      expected: rowCheck.expected,
      reported: rowCheck.reported,
      difference: rowCheck.difference,
    })
    .from(splitHint)
    .innerJoin(
      rowCheck,
      and(
        eq(rowCheck.accessionNumber, splitHint.accessionNumber),
        eq(rowCheck.tableNumber, splitHint.tableNumber),
        eq(rowCheck.line, splitHint.line),
      ),
    )
    .where(and(eq(splitHint.issuerCik, issuerCik), eq(rowCheck.state, "gap"), isNotNull(rowCheck.priorRow)));
