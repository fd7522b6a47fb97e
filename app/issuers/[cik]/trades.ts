import { loadLeftOut } from "@/app/left-out";
import { countImplausibleTrades } from "@/db/queries/count-implausible";
import { listTraders, summarizeTrades } from "@/db/queries/summarize-trades";
import type { Db } from "@/db/server/client";
import { type FilingFilter, tradeCodes } from "@/lib/filters/filing-filter";
import { countInsiders } from "@/lib/people/count-insiders";
import { barsOf, type DaySum, sumsOf } from "@/lib/series/day-sum";
import { monthsBefore } from "@/lib/series/sparkline";
import { daysBefore } from "@/lib/values/days-before";
import type { IssuerTrades } from "@/lib/views/issuer";
import type { DateSpan } from "@/lib/views/party";

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
  const askedIn = ({ from, to }: DateSpan): FilingFilter => ({ ...filter, code, tradedFrom: from, tradedTo: to });
  const asked = askedIn(drawn);
  const isNone = code.length === 0;
  const [days, traders, implausible, leftOut] = await Promise.all([
    isNone ? [] : summarizeTrades(db, asked, "traded"),
    isNone ? [] : listTraders(db, askedIn(span)),
    isNone || !asksForShares(filter) ? null : countImplausibleTrades(db, { ...asked, table: ["I"] }),
    loadLeftOut(db, askedIn(span)),
  ]);
  const insidersOf = (code: "P" | "S") =>
    countInsiders(traders.filter((report) => report.code === code).map(({ owners }) => owners));
  return {
    filter: asked,
    series: barsOf(days, drawn, {
      unit: monthsBetween(drawn) > MOST_MONTHS ? "quarter" : "month",
      ...(implausible && { implausible: { rows: implausible.implausible, prices: implausible.prices } }),
    }),
    drawn,
    span,
    sums: sumsOf(days.filter(isWithin(span))),
    leftOut,
    insiders: { bought: insidersOf("P"), sold: insidersOf("S") },
  };
}

/** Charts of purchases and sales show those of Table I only. */
const asksForShares = ({ table }: FilingFilter) => table.length === 0 || table.includes("I");

const isWithin =
  ({ from, to }: DateSpan) =>
  ({ day }: DaySum): boolean =>
    day !== null && day >= from && day <= to;

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
