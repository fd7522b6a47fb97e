import { DrawnOnce } from "@/components/ui/drawn-once";
import { implausibleRowsInWords } from "@/lib/implausible/describe-implausible";
import {
  type BinUnit,
  type BoughtAndSold,
  type BoughtAndSoldBin,
  isPartBin,
  unitStart,
} from "@/lib/series/bought-and-sold";
import { formatDate } from "@/lib/values/dates";
import { formatValue } from "@/lib/values/money";
import type { Stretch } from "./bars-brackets";
import { barsDrawing, binName } from "./bars-drawing";
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

const heights = { figure: 264, headline: 72 };

const ordinal = (day: number): string => {
  if (day >= 11 && day <= 13) return `${day}th`;
  return `${day}${["th", "st", "nd", "rd"][day % 10] ?? "th"}`;
};

const dayOfMonth = (date: string): string => ordinal(Number(date.slice(8, 10)));

/** Sentences on the partial months at either end of the range. */
const partBins = ({ bins, unit }: BoughtAndSold): string[] => {
  const [first, last] = [bins[0], bins.at(-1)];
  const isMonth = unit === "month";
  const sentences: string[] = [];
  if (first && unit !== "day" && first.from !== unitStart(first.from, unit)) {
    sentences.push(
      `${binName(first, unit)} begins on ${isMonth ? `the ${dayOfMonth(first.from)}` : formatDate(first.from)}.`,
    );
  }
  if (last && isPartBin({ from: unitStart(last.from, unit), to: last.to }, unit)) {
    sentences.push(`${binName(last, unit)} runs to ${isMonth ? `the ${dayOfMonth(last.to)}` : formatDate(last.to)}.`);
  }
  return sentences;
};

const captionOf = (series: BoughtAndSold, isDrawn: boolean): string => {
  const missing = series.bins.reduce((sum, { priceMissing }) => sum + priceMissing, 0);
  const date = series.by === "filed" ? "filing" : "trade";
  const sentences = isDrawn
    ? [
        `Purchases (code P) and sales (code S) in Table I at reported prices, by ${date} date. Grants, exercises, gifts and tax withholding are not included.`,
      ]
    : [`No ${missing > 0 ? "priced " : ""}purchases (code P) or sales (code S) in Table I between these dates.`];
  if (missing > 0) {
    sentences.push(
      `${missing === 1 ? "1 trade has" : `${missing} trades have`} no reported price and ${missing === 1 ? "is" : "are"} not in the chart.`,
    );
  }
  if (series.unsure) {
    sentences.push(
      `${series.unsure === 1 ? "1 row read from paper is" : `${series.unsure} rows read from paper are`} not included because a figure is unread or uncertain.`,
    );
  }
  if (series.implausible) {
    const { rows, prices } = series.implausible;
    sentences.push(`${implausibleRowsInWords(rows, prices)} ${rows === 1 ? "is" : "are"} not included.`);
  }
  if (series.contradicting > 0) {
    sentences.push(
      `${series.contradicting === 1 ? "1 trade is" : `${series.contradicting} trades are`} not included because the letter A or D contradicts the code.`,
    );
  }
  return [...sentences, ...(isDrawn ? partBins(series) : [])].join(" ");
};

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
  if (drawing.highest + drawing.lowest === 0) return <p className="muted">{captionOf(series, false)}</p>;
  return (
    <figure className={`chart-figure bars-figure is-${size}`}>
      <Reach view="bars" drawing={drawing} stopName={series.unit} idle={<SideLegend drawing={drawing} />}>
        <DrawnOnce>
          <BarsSvg drawing={drawing} />
        </DrawnOnce>
      </Reach>
      <figcaption>
        {size === "figure"
          ? captionOf(series, true)
          : `Purchases (P) and sales (S) in Table I, by ${series.by === "filed" ? "filing" : "trade"} date.`}
      </figcaption>
      <ChartData csvHref={csvHref}>{dataTable(series, rowsHref)}</ChartData>
    </figure>
  );
}
