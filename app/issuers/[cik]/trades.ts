import { loadLeftOut } from "@/app/left-out";
import { listAllFilings } from "@/db/queries/all-filings";
import type { Db } from "@/db/server/client";
import { type FilingFilter, tradeCodes } from "@/lib/filters/filing-filter";
import { countedRows } from "@/lib/holdings/standing-rows";
import { matchingRows } from "@/lib/lists/matching-rows";
import { countInsiders } from "@/lib/people/count-insiders";
import { countedTrade } from "@/lib/record/counted-trade";
import { entryRows } from "@/lib/record/entry-rows";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { boughtAndSold } from "@/lib/series/bought-and-sold";
import { monthsBefore } from "@/lib/series/sparkline";
import { sumTrades } from "@/lib/series/trade-sums";
import { daysBefore } from "@/lib/values/days-before";
import type { DateSpan, IssuerTrades } from "@/lib/views/issuer";

/** If more filings than this have purchases or sales, only the newest are drawn. */
const MOST_TRADE_FILINGS = 1_000;
const MONTHS_DRAWN = 36;
const MONTHS_IN_WORDS = 12;
/** Above this number of months, each bar is a quarter. */
const MOST_MONTHS = 72;

/**
 * Purchases and sales of an issuer's insiders in a span of trade dates.
 * @param isDrawn whether the chart is drawn: without dates, its span is longer than that of the sums
 */
export async function loadIssuerTrades(
  db: Db,
  filter: FilingFilter,
  lastDay: string,
  { isDrawn = true } = {},
): Promise<IssuerTrades> {
  const isDated = filter.tradedFrom !== null || filter.tradedTo !== null;
  const span = isDated ? spanOf(filter, lastDay) : lastTwelveMonths(lastDay);
  const drawn = isDrawn ? spanOf(filter, lastDay) : span;
  const code = tradeCodes(filter);
  const asked: FilingFilter = { ...filter, code, tradedFrom: drawn.from, tradedTo: drawn.to };
  const [{ entries, isCut }, leftOut] = await Promise.all([
    code.length > 0
      ? listAllFilings(db, asked, { limit: MOST_TRADE_FILINGS, onlyTransactions: true })
      : { entries: [], isCut: false },
    loadLeftOut(db, { ...asked, tradedFrom: span.from, tradedTo: span.to }),
  ]);
  const rowsWithin = (dates: DateSpan) =>
    countedRows(
      entryRows(
        entries.map((entry) => ({
          ...entry,
          rows: matchingRows(entry, { ...asked, tradedFrom: dates.from, tradedTo: dates.to }),
        })),
      ),
    );
  const inSpan = rowsWithin(span);
  return {
    filter: asked,
    series: boughtAndSold(rowsWithin(drawn), drawn, {
      unit: monthsBetween(drawn) > MOST_MONTHS ? "quarter" : "month",
    }),
    drawn,
    span,
    sums: sumTrades(inSpan),
    leftOut,
    insiders: {
      bought: countInsiders(inSpan.filter(isOn("bought"))),
      sold: countInsiders(inSpan.filter(isOn("sold"))),
    },
    readOnly: isCut ? entries.length : null,
  };
}

const isOn =
  (side: "bought" | "sold") =>
  (source: SeriesRow): boolean => {
    const trade = countedTrade(source);
    return trade?.table === "I" && trade.side === side;
  };

/** The twelve months that end on a day. */
export const lastTwelveMonths = (lastDay: string): DateSpan => ({
  from: daysBefore(monthsBefore(lastDay, MONTHS_IN_WORDS), -1),
  to: lastDay,
});

/** The dates in the filter. The end defaults to the newest filing, the start to 36 whole months before the end. */
function spanOf({ tradedFrom, tradedTo }: FilingFilter, lastDay: string): DateSpan {
  const to = tradedTo ?? (tradedFrom !== null && tradedFrom > lastDay ? tradedFrom : lastDay);
  return { from: tradedFrom ?? `${monthsBefore(to, MONTHS_DRAWN - 1).slice(0, 8)}01`, to };
}

const monthsBetween = ({ from, to }: DateSpan): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
