import { holdingDays } from "@/lib/series/holding-days";
import type { HoldingPanel } from "@/lib/series/holding-panels";
import type { TradeEvent } from "@/lib/series/trade-events";
import type { TimelineLane, TimelineMark } from "@/lib/series/trades-timeline";
import { plural } from "@/lib/values/counts";
import { formatDateRange } from "@/lib/values/dates";
import { sumOfKnown } from "@/lib/values/decimal";
import { formatShares, formatSharesChange } from "@/lib/values/decimals";
import { formatPrice, formatValue } from "@/lib/values/money";
import type { ReadoutText } from "./readout";

export type Names = {
  insider: string;
  /** The issuer in view. */
  issuer: string | null;
  rowHref: (accessionNumber: string, rowId: string) => string;
  /** Address of a list of trades, in order of time. */
  tradesHref: (trades: TimelineMark["events"]) => string;
};

const ownership = ({ directOrIndirect }: TradeEvent) => (directOrIndirect === "I" ? "indirect" : "direct");

/** The balances through a day on which a line changes more than once: "36,540 → 44,040 → 36,540". The table has all of them. */
const walkInWords = (levels: readonly number[]): string => {
  const words = levels.map((level) => formatShares(String(level)));
  const all = words.join(" → ");
  return all.length <= LONGEST_WALK ? all : `${words[0]} → … → ${words.at(-1)}`;
};

/** Keeps the readout on one line of a wide page. */
const LONGEST_WALK = 48;

/** The line on which a trade changed the balance. `walk`: the balances of its day, if there are several, drawn as reported. */
type BalanceAfter = { line: string; panel: number; day: number; level: number; walk: number[] | null };

export const balancesAfter = (panels: readonly HoldingPanel[]): Map<string, BalanceAfter> =>
  new Map(
    panels.flatMap(({ lines }, panel) =>
      lines.flatMap((line) =>
        holdingDays(line.points).flatMap(({ day, points, balance }) => {
          const [first] = points;
          const isAsReported = points.every((point) => point.balance === Number(point.reported));
          const isWalk = isAsReported && points.length > 1;
          const walk = isWalk ? [first?.before ?? first?.start ?? 0, ...points.map((point) => point.balance)] : null;
          return points.map(({ key }): [string, BalanceAfter] => [
            key,
            { line: line.id, panel, day, level: balance, walk },
          ]);
        }),
      ),
    ),
  );

/** Describes a trade in words, or a sum of trades. */
export const tradeReadout = (
  { events, value }: TimelineMark,
  { label }: TimelineLane,
  balances: ReadonlyMap<string, BalanceAfter>,
  { rowHref, tradesHref }: Names,
): ReadoutText => {
  const [event] = events;
  const last = events.at(-1) ?? event;
  const isOne = events.length === 1;
  const alike = <T>(of: (event: TradeEvent) => T) => events.every((other) => of(other) === of(event));
  const isOneSum = alike(({ security }) => security) && alike(({ acquiredDisposedCode }) => acquiredDisposedCode);
  const summed = isOne ? events : events.filter(({ isImplausible }) => !isImplausible);
  const shares = isOneSum
    ? formatSharesChange(sumOfKnown(summed.map((each) => each.shares)), event.acquiredDisposedCode)
    : null;
  const price = isOne ? formatPrice(event.price, { currency: event.currency }) : null;
  const balance = balances.get(last.key);
  const isOneLine = isOne || (balance !== undefined && alike(({ key }) => balances.get(key)?.line));
  const after = isOneLine ? formatShares(last.sharesOwnedFollowing) : null;
  const holder = alike((each) => each.holder) ? event.holder : null;
  const walk = alike(({ date }) => date) ? balance?.walk : null;
  const implausible = events.filter(({ isImplausible }) => isImplausible).length;
  const others = events.filter((each) => each.value === null && !each.isImplausible);
  const unpriced = isOne ? 0 : others.filter(({ currency }) => currency === null).length;
  const foreign = isOne ? 0 : others.length - unpriced;
  return {
    when: formatDateRange(event.date, last.date) ?? event.date,
    code: {
      group: event.group,
      fill: event.fill,
      letter: [...new Set(events.map(({ code }) => code ?? "—"))].join(" "),
      word: alike(({ word }) => word) ? event.word : label,
      underPlan: event.underPlan,
    },
    parts: [
      ...(isOne ? [] : [{ text: plural(events.length, "trade") }]),
      ...(isOneSum ? [{ text: [shares, event.security].filter((text) => text !== null).join(" ") }] : []),
      ...(price === null ? [] : [{ key: "at", text: price }]),
      ...(value === null ? [] : [{ key: "value", text: formatValue(value) ?? "" }]),
      ...(unpriced === 0 ? [] : [{ text: `${unpriced} without a price` }]),
      ...(foreign === 0 ? [] : [{ text: `${foreign} not in US dollars` }]),
      ...(implausible === 0 ? [] : [{ text: isOne ? "implausible" : `${implausible} implausible` }]),
      ...(holder === null ? [] : [{ key: "held by", text: holder }]),
      ...(after === null ? [] : [{ key: `${ownership(last)} after`, text: after }]),
      ...(walk ? [{ key: "that day", text: walkInWords(walk) }] : []),
    ],
    link: isOne
      ? { text: "Filing", href: rowHref(event.accessionNumber, event.rowId) }
      : { text: "Transactions", href: tradesHref(events) },
  };
};
