import { priceCurrency } from "@/lib/footnotes/price/price-currency";
import { priceReading } from "@/lib/footnotes/price/price-reading";
import { saleCovers } from "@/lib/footnotes/tax/sale-covers";
import { implausibleRows, type MovedBalance } from "@/lib/implausible/implausible-rows";
import { isTrade, rowPlans } from "@/lib/plans/row-plans";
import type { FilingEntry } from "@/lib/record/filing";
import { type ImplausibleColumns, implausibleColumns } from "@/lib/record/implausible";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { keyOfRow } from "@/lib/record/row-key";
import { type Place, placeOf } from "./row-place";
import { type TradeReadingColumns, tradeReadingColumns } from "./trade-reading";

export type NoteReadings = {
  readings: (Place & TradeReadingColumns)[];
  /** Rows that their own filings contradict. `outlyingRows` adds those that other trades contradict. */
  implausible: (Place & ImplausibleColumns)[];
};

function readings(entry: FilingEntry): NoteReadings["readings"] {
  const trades = entry.rows.filter(isTrade);
  if (trades.length === 0) return [];
  const plans = rowPlans(entry);
  return trades.flatMap((row) => {
    const columns = tradeReadingColumns({
      plan: plans.get(rowId(row)) ?? null,
      currency: currencyOf(row, entry),
      price: priceReading(row.pricePerShare, entry.notes),
      covers: saleCovers(row, entry.notes),
    });
    return columns ? [{ ...placeOf(row), ...columns }] : [];
  });
}

/** The currency of the price, from its own notes, or else the other notes of the row, or else the remarks. */
function currencyOf(row: ReportedRow, { notes, filing: { remarks } }: FilingEntry): string | null {
  if (row.pricePerShare.value === null) return null;
  const texts = (ids: readonly string[]) => ids.flatMap((id) => notes[id] ?? []);
  const own = texts(row.pricePerShare.footnotes);
  const others = texts(rowNotes(row));
  return (
    (own.length > 0 ? priceCurrency(own) : null) ??
    (others.length > own.length ? priceCurrency(others) : null) ??
    (remarks !== null ? priceCurrency([remarks]) : null)
  );
}

/** All that is read from the notes of a filing is read together, while its prepared texts are still remembered. */
export function noteReadings(entries: readonly FilingEntry[], checks: readonly (Place & MovedBalance)[]): NoteReadings {
  const gaps = new Map(checks.filter(({ state }) => state === "gap").map((check) => [keyOfRow(check), check]));
  const found: NoteReadings = { readings: [], implausible: [] };
  for (const entry of entries) {
    found.readings.push(...readings(entry));
    found.implausible.push(...implausible(entry, gaps));
  }
  return found;
}

function implausible(entry: FilingEntry, gaps: ReadonlyMap<string, MovedBalance>): NoteReadings["implausible"] {
  const found = implausibleRows(entry, (row) => gaps.get(keyOfRow(row)));
  if (found.size === 0) return [];
  return entry.rows.flatMap((row) => {
    const each = found.get(rowId(row));
    return each ? [{ ...placeOf(row), ...implausibleColumns(each) }] : [];
  });
}
