import { implausibleRowsInWords } from "@/lib/implausible/describe-implausible";
import { type BoughtAndSold, isPartBin, unitStart } from "@/lib/series/bought-and-sold";
import { formatDate } from "@/lib/values/dates";
import { upperFirst } from "@/lib/values/upper-first";
import { binName } from "./bars-drawing";

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

/** What the bars show and leave out, in sentences. */
export const barsCaption = (series: BoughtAndSold, isDrawn: boolean): string[] => {
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
    sentences.push(
      `${upperFirst(implausibleRowsInWords(rows, prices))} ${rows.count === 1 ? "is" : "are"} not included.`,
    );
  }
  if (series.contradicting > 0) {
    sentences.push(
      `${series.contradicting === 1 ? "1 trade is" : `${series.contradicting} trades are`} not included because the letter A or D contradicts the code.`,
    );
  }
  return [...sentences, ...(isDrawn ? partBins(series) : [])];
};
