import type { SplitsByIssuer } from "@/lib/holdings/splits-of-lines";
import { rowDate, type SeriesRow } from "@/lib/record/row-in-filing";
import { type DrawnLine, holdingLines, holdingPanels } from "./holding-panels";
import type { HoldingLine } from "./holding-points";
import { type InsiderSeries, insiderSeries } from "./insider-series";
import { type TimeDomain, timeDomain } from "./time-axis";
import { tradeEvents } from "./trade-events";
import { tradesTimeline } from "./trades-timeline";

type Asked = {
  traded: { from: string | null; to: string | null };
  /** CIKs of the issuers in view, those with the most filings first. */
  issuers: readonly (string | null)[];
  /** Whether a row has a mark on the timeline. Balances include every row. */
  isMarked: (row: SeriesRow) => boolean;
  /** By the issuer's CIK. */
  splits?: SplitsByIssuer;
};

/** The main line of an issuer, for a small chart. */
export type IssuerHoldings = { issuerCik: string | null; line: DrawnLine; highest: number };

export type SeriesByIssuer = {
  issuerCik: string | null;
  series: InsiderSeries;
  /** The other issuers, on one time axis. Those without a report in view are left out. */
  others: { domain: TimeDomain; holdings: IssuerHoldings[] };
};

/**
 * The series of an insider at the issuer with the most filings, and one line for each of the others, because balances of different
 * companies share no scale. Null if no row has a date.
 */
export function seriesByIssuer(
  rows: readonly SeriesRow[],
  { traded, issuers, isMarked, splits = new Map() }: Asked,
): SeriesByIssuer | null {
  const domain = timeDomain(rows.map(rowDate), traded);
  const rowsOf = (cik: string | null) => rows.filter(({ issuerCik }) => issuerCik === cik);
  const busiest = issuers.findIndex((cik) => rowsOf(cik).some((row) => rowDate(row) !== null));
  const issuerCik = issuers[busiest] ?? null;
  const ofBusiest = rowsOf(issuerCik);
  const whole = insiderSeries(ofBusiest, traded, splits.get(issuerCik));
  if (!whole || !domain) return null;
  const marked = ofBusiest.filter(isMarked);
  return {
    issuerCik,
    series:
      marked.length === ofBusiest.length
        ? whole
        : { ...whole, timeline: tradesTimeline(tradeEvents(marked), whole.domain) },
    others: {
      domain,
      holdings: issuers
        .toSpliced(busiest, 1)
        .flatMap((cik) =>
          mainHoldings(holdingLines(rowsOf(cik), splits.get(cik)), domain).map((of) => ({ issuerCik: cik, ...of })),
        ),
    },
  };
}

/** Shares before derivatives, then held directly before indirectly, then the line with the most reports. */
const byImportance = (a: HoldingLine, b: HoldingLine) =>
  Number(a.tableNumber === "II") - Number(b.tableNumber === "II") ||
  Number(a.directOrIndirect === "I") - Number(b.directOrIndirect === "I") ||
  b.points.length - a.points.length;

function mainHoldings(lines: readonly HoldingLine[], domain: TimeDomain): Omit<IssuerHoldings, "issuerCik">[] {
  for (const line of lines.toSorted(byImportance)) {
    const [panel] = holdingPanels([line], domain).panels;
    const [drawn] = panel?.lines ?? [];
    if (panel && drawn) return [{ line: drawn, highest: panel.highest }];
  }
  return [];
}
