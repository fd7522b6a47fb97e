import { DrawnOnce } from "@/components/ui/drawn-once";
import type { BinUnit, BoughtAndSold, BoughtAndSoldBin } from "@/lib/series/bought-and-sold";
import { formatValue } from "@/lib/values/money";
import type { Stretch } from "./bars-brackets";
import { barsCaption } from "./bars-caption";
import { BARS_HEIGHT, barsDrawing, binName } from "./bars-drawing";
import { BarsSvg } from "./bars-svg";
import { ChartData, DataTable } from "./chart-data";
import { SideLegend } from "./fill-legend";
import { Reach } from "./reach";

type Props = {
  series: BoughtAndSold;
  /** Whose trades they are, as the words after "by": "insiders of Kestrel Grid Systems". */
  of: string;
  /** The selected dates. Bars outside them are dimmed. */
  selection?: { from: string; to: string } | null;
  /** "figure" has a caption and a table; "headline" is small and goes beside the page's headline. */
  size?: "figure" | "headline";
  csvHref?: string;
  /** Clusters of purchases or sales, drawn as brackets over the bars. */
  clusters?: readonly Stretch[];
  /** Address of the transactions of a bar. */
  rowsHref?: (bin: BoughtAndSoldBin) => string;
};

const heights = { figure: BARS_HEIGHT, headline: 72 };

const unitLabel: Record<BinUnit, string> = { day: "Day", month: "Month", quarter: "Quarter" };

const dataTable = ({ bins, unit }: BoughtAndSold, rowsHref: Props["rowsHref"]) => (
  <DataTable
    caption={`Bought and sold by ${unit}`}
    columns={[
      { label: unitLabel[unit] },
      { label: "Bought", isNumeric: true },
      { label: "Purchases", isNumeric: true },
      { label: "Sold", isNumeric: true },
      { label: "Sold under a plan", isNumeric: true },
      { label: "Sales", isNumeric: true },
      { label: "No price", isNumeric: true },
    ]}
    rows={bins
      .filter(({ purchases, sales }) => purchases + sales > 0)
      .toReversed()
      .map((bin) => ({
        key: bin.from,
        cells: [
          rowsHref ? (
            <a key="rows" href={rowsHref(bin)}>
              {binName(bin, unit)}
            </a>
          ) : (
            binName(bin, unit)
          ),
          formatValue(bin.bought),
          bin.purchases,
          formatValue(bin.sold),
          formatValue(bin.soldUnderPlan),
          bin.sales,
          bin.priceMissing,
        ],
      }))}
  />
);

/** Purchases up and sales down on one dollar scale. The part under a plan is tinted, at the outer end. */
export function BoughtAndSoldChart({
  series,
  of,
  selection = null,
  size = "figure",
  csvHref,
  clusters,
  rowsHref,
}: Props) {
  const drawing = barsDrawing(series, { of, height: heights[size], selection, clusters, rowsHref });
  if (drawing.highest + drawing.lowest === 0) return <p className="muted">{barsCaption(series, false).join(" ")}</p>;
  return (
    <figure className={`chart-figure bars-figure is-${size}`}>
      <Reach view="bars" drawing={drawing} stopName={series.unit} idle={<SideLegend drawing={drawing} />}>
        <DrawnOnce>
          <BarsSvg drawing={drawing} />
        </DrawnOnce>
      </Reach>
      <figcaption>
        {size === "figure"
          ? barsCaption(series, true).join(" ")
          : `Purchases (P) and sales (S) in Table I, by ${series.by === "filed" ? "filing" : "trade"} date.`}
      </figcaption>
      <ChartData csvHref={csvHref}>{dataTable(series, rowsHref)}</ChartData>
    </figure>
  );
}
