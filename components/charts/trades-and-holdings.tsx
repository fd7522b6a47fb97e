import { DrawnOnce } from "@/components/ui/drawn-once";
import type { HoldingPoint } from "@/lib/series/holding-points";
import type { InsiderSeries } from "@/lib/series/insider-series";
import { placeUrl } from "@/lib/urls";
import { formatShares, formatSharesChange, formatSigned } from "@/lib/values/decimals";
import { formatPrice, formatValue } from "@/lib/values/money";
import { brushQuarters } from "./brush-quarters";
import { ChartData, DataTable } from "./chart-data";
import { FillLegend } from "./fill-legend";
import { QuarterBrush } from "./quarter-brush";
import { Reach } from "./reach";
import type { Names } from "./trade-readout";
import { tradesCaption } from "./trades-caption";
import { type TradesDrawing, tradesDrawing } from "./trades-drawing";
import { TradesSvg } from "./trades-svg";

type Props = {
  series: InsiderSeries;
  /** Names of the insider and of the issuer in view. */
  insider: string;
  issuer: string | null;
  rowHref: Names["rowHref"];
  tradesHref: Names["tradesHref"];
  /** Address of the page with `{from}` and `{to}` in place of the trade dates. Without it there is no brush. */
  datesHref?: string;
  csvHref?: string;
};

const tradesTable = ({ timeline }: InsiderSeries, rowHref: Props["rowHref"]) => (
  <DataTable
    caption="Trades drawn"
    columns={[
      { label: "Traded" },
      { label: "Code" },
      { label: "Security" },
      { label: "Shares", isNumeric: true },
      { label: "Price", isNumeric: true },
      { label: "Value", isNumeric: true },
      { label: "Held after", isNumeric: true },
    ]}
    rows={timeline.lanes
      .flatMap(({ marks }) => marks.flatMap(({ events }) => events))
      .sort((a, b) => b.order - a.order)
      .map((event) => ({
        key: event.key,
        cells: [
          <a key="row" href={rowHref(event.accessionNumber, event.rowId)}>
            {event.date}
          </a>,
          `${event.code ?? "—"} ${event.word}${event.underPlan ? " (plan)" : ""}`,
          event.security,
          formatSharesChange(event.shares, event.acquiredDisposedCode),
          formatPrice(event.price, { currency: event.currency }),
          formatValue(event.value),
          formatShares(event.sharesOwnedFollowing),
        ],
      }))}
  />
);

const holdingsTable = ({ holdings }: InsiderSeries, rowHref: Props["rowHref"]) => (
  <DataTable
    caption="Balances drawn"
    columns={[
      { label: "As of" },
      { label: "Security" },
      { label: "Held" },
      { label: "Balance", isNumeric: true },
      { label: "Not explained by a row", isNumeric: true },
      { label: "Its reason" },
    ]}
    rows={holdings.panels
      .flatMap(({ lines }) => lines.flatMap((line) => line.points.map((point) => ({ line, point }))))
      .sort((a, b) => b.point.day - a.point.day)
      .map(({ line, point }) => ({
        key: `${line.id} ${point.key}`,
        cells: [
          <a key="row" href={rowHref(point.accessionNumber, point.rowId)}>
            {point.date}
          </a>,
          line.security,
          line.fullLabel,
          formatShares(line.chains > 1 ? String(point.balance) : point.reported),
          formatSigned(point.unexplained) ?? "",
          point.gap && gapReason(point.gap),
        ],
      }))}
  />
);

/** The reason of a gap, linked to the footnote or row that states it. Without a reason, the label alone. */
const gapReason = ({ label, reason, from }: NonNullable<HoldingPoint["gap"]>) => {
  if (reason === null) return label;
  return from === null ? reason : <a href={placeUrl(from)}>{reason}</a>;
};

const hasMarks = ({ lanes, panels }: TradesDrawing) => lanes.length > 0 || panels.length > 0;

/** An insider's trades by type, and holdings after each report, on one time axis. */
export function TradesAndHoldings({ series, insider, issuer, rowHref, tradesHref, datesHref, csvHref }: Props) {
  const drawing = tradesDrawing(series, { insider, issuer, rowHref, tradesHref });
  const brush = datesHref ? brushQuarters(series.quarters, series.domain) : null;
  return (
    <figure className="chart-figure trades-figure">
      {hasMarks(drawing) ? (
        <Reach
          view="trades"
          drawing={drawing}
          stopName="trade"
          idle={drawing.stops.length === 0 ? "No trades between these dates." : undefined}
        >
          <DrawnOnce>
            <TradesSvg drawing={drawing} />
          </DrawnOnce>
        </Reach>
      ) : (
        <p className="readout">No reports between these dates.</p>
      )}
      {datesHref && brush && <QuarterBrush {...brush} hrefTemplate={datesHref} />}
      <figcaption>
        <FillLegend drawing={drawing} largestValue={series.timeline.largestValue} />
        <p>{tradesCaption(series).join(" ")}</p>
      </figcaption>
      <ChartData csvHref={csvHref}>
        {tradesTable(series, rowHref)}
        {holdingsTable(series, rowHref)}
      </ChartData>
    </figure>
  );
}
