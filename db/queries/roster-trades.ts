import { sql } from "drizzle-orm";
import { rowIsImplausible, rowIsUnsure, rowStands } from "@/db/queries/filing-conditions";
import { FIRST_DATED } from "@/db/queries/sorted-filings";
import { eventRow, filing, filingOwner, filingRow, tradeReading } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { InsiderTrades } from "@/lib/views/issuer";

type Traded = { bought: InsiderTrades; sold: InsiderTrades };

/** A late report is on a filing made long after the trade; an early one is a mistake. */
const DAYS_APART = 366;

const NONE: InsiderTrades = { events: 0, value: "0", valueMissing: 0 };

/**
 * Purchases (code P, acquired) and sales (code S, disposed of) of Table I by the insiders of an issuer between two trade dates,
 * by CIK, as last amended and each once per insider; those of a joint filing count for all its owners. Prices in currencies other
 * than US dollars, and rows with an unread, uncertain or implausible figure, are omitted.
 */
export async function sumRosterTrades(
  db: Db,
  issuerCik: string,
  ciks: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<Map<string, Traded>> {
  if (ciks.length === 0) return new Map();
  const { rows } = await db.execute<{
    cik: string;
    code: "P" | "S";
    events: string;
    value: string;
    value_missing: string;
  }>(sql`
    with reports as (
      select ${filingOwner.cik}, ${filingRow.transactionCode} as code,
        ${filingRow.transactionShares} * ${filingRow.pricePerShare} as value,
        row_number() over (
          partition by ${filingOwner.cik}, coalesce(${eventRow.event},
            ${filingRow.accessionNumber} || '#' || ${filingRow.tableNumber} || '-' || ${filingRow.line})
          order by ${eventRow.isCounted} desc nulls last, ${filingRow.accessionNumber}
        ) as report
      from ${filing}
        join ${filingOwner} on ${filingOwner.accessionNumber} = ${filing.accessionNumber}
        join ${filingRow} on ${filingRow.accessionNumber} = ${filing.accessionNumber}
        left join ${eventRow} on (${eventRow.accessionNumber}, ${eventRow.tableNumber}, ${eventRow.line})
          = (${filingRow.accessionNumber}, ${filingRow.tableNumber}, ${filingRow.line})
        left join ${tradeReading} on (${tradeReading.accessionNumber}, ${tradeReading.tableNumber}, ${tradeReading.line})
          = (${filingRow.accessionNumber}, ${filingRow.tableNumber}, ${filingRow.line})
      where ${filing.issuerCik} = ${issuerCik}
        and (${filing.orderedAt} >= ${from}::date - ${DAYS_APART}::int or ${filing.orderedAt} < ${FIRST_DATED})
        and ${filingOwner.cik} in ${ciks} and ${filingRow.transactionDate} between ${from} and ${to}
        and (${filingRow.kind}, ${filingRow.tableNumber}) = ('transaction', 'I')
        and (${filingRow.transactionCode}, ${filingRow.acquiredDisposedCode}) in (('P', 'A'), ('S', 'D'))
        and ${tradeReading.currency} is null and not ${rowIsUnsure}
        and not ${rowIsImplausible} and ${rowStands}
    )
    select cik, code, count(*) as events, trim_scale(coalesce(sum(value), 0))::text as value,
      count(*) filter (where value is null) as value_missing
    from reports where report = 1 group by cik, code`);
  const traded = new Map<string, Traded>();
  for (const { cik, code, events, value, value_missing } of rows) {
    const known = traded.get(cik) ?? { bought: NONE, sold: NONE };
    const sum = { events: Number(events), value, valueMissing: Number(value_missing) };
    traded.set(cik, code === "P" ? { ...known, bought: sum } : { ...known, sold: sum });
  }
  return traded;
}

export const NOTHING_TRADED: Traded = { bought: NONE, sold: NONE };
