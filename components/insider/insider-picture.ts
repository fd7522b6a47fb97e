import type { Chart } from "@/components/charts/chart-picture";
import { drawTrades } from "@/components/charts/draw-trades";
import { tradesCaption } from "@/components/charts/trades-caption";
import { tradesDrawing } from "@/components/charts/trades-drawing";
import { shortIssuerName } from "@/lib/names/names";
import { issuerLabel } from "@/lib/record/issuer-label";
import { insiderUrl, rowUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { formatDateRange } from "@/lib/values/dates";
import type { InsiderView } from "@/lib/views/insider";

/** Whether the page of an insider has anything to draw. */
export const hasInsiderPicture = ({ chart }: Pick<InsiderView, "chart">): boolean =>
  chart !== null && chart.series.timeline.lanes.length + chart.series.holdings.panels.length > 0;

/** The chart of an insider's page as a picture; null if there is nothing to draw. */
export function insiderPicture({ chart, lead }: Pick<InsiderView, "chart" | "lead">): Chart | null {
  if (chart === null || !hasInsiderPicture({ chart })) return null;
  const { series, insider, issuer, others, againstTotals, wordsBesidesIssuers } = chart;
  const { name, ...drawing } = tradesDrawing(series, {
    insider,
    issuer: issuer && issuerLabel(issuer),
    // A picture has no links.
    rowHref: rowUrl,
    tradesHref: () => insiderUrl(lead.insider.cik),
  });
  const { from, to } = drawing.domain;
  return {
    title: `Trades and holdings of ${insider} at ${shortIssuerName(issuer?.name ?? "an unnamed issuer")}, ${formatDateRange(from, to)}`,
    name: name.replace(" The tables below have the same data.", ""),
    notes: [
      ...(wordsBesidesIssuers === "" ? [] : [`Trades: ${wordsBesidesIssuers}. Balances use every report.`]),
      ...(others.holdings.length === 0
        ? []
        : [`Holdings at ${plural(others.holdings.length, "other issuer")} are not drawn.`]),
      "Sizes of marks show values.",
      ...tradesCaption(series),
      ...againstTotals,
    ],
    draw: (frame, colours) => drawTrades({ name, ...drawing }, frame, colours),
  };
}
