import type { Split } from "@/lib/holdings/splits";
import { countedRows } from "@/lib/holdings/standing-rows";
import { rowDate, type SeriesRow } from "@/lib/record/row-in-filing";
import { type BoughtAndSold, boughtAndSold } from "./bought-and-sold";
import { type HoldingPanels, holdingLines, holdingPanels } from "./holding-panels";
import type { HoldingLine } from "./holding-points";
import { type TimeDomain, timeDomain } from "./time-axis";
import { tradeEvents } from "./trade-events";
import { type TradesTimeline, tradesTimeline } from "./trades-timeline";

/** Everything that the charts on an insider's page draw. */
export type InsiderSeries = {
  domain: TimeDomain;
  timeline: TradesTimeline;
  holdings: HoldingPanels;
  /** Lines over all time, for sparklines and tables. */
  lines: HoldingLine[];
  /** Purchases and sales of all quarters in our records, whatever the dates in view. */
  quarters: BoughtAndSold;
};

/**
 * The series of one insider. `rows` are all current rows of the issuer in view, over all time; `traded` are the reader's dates,
 * which limit only what is drawn. `null` if no row has a date.
 * @param splits those of the issuer, if there is only one
 */
export function insiderSeries(
  rows: readonly SeriesRow[],
  traded: { from?: string | null; to?: string | null } = {},
  splits: readonly Split[] = [],
): InsiderSeries | null {
  const dates = rows.map(rowDate);
  const onRecord = timeDomain(dates);
  const domain = timeDomain(dates, traded);
  if (!onRecord || !domain) return null;
  const lines = holdingLines(rows, splits);
  return {
    domain,
    timeline: tradesTimeline(tradeEvents(rows), domain),
    holdings: holdingPanels(lines, domain),
    lines,
    quarters: boughtAndSold(countedRows(rows), onRecord, { unit: "quarter" }),
  };
}
