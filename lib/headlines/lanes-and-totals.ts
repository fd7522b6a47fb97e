import type { TradeSums, TradeTotals } from "@/lib/series/trade-sums";
import type { TimelineLane } from "@/lib/series/trades-timeline";
import { plural } from "@/lib/values/counts";
import { formatSummary } from "@/lib/values/money";

const SIDES = { purchase: "bought", sale: "sold" } as const;

type Lane = Pick<TimelineLane, "group" | "label" | "count" | "value">;

/**
 * Why a lane of the chart counts more or fewer trades than the totals: "Purchase: 10 trades, $117.5M. The totals count 9 of them,
 * $57.5M; 1 is in Table II, $60.0M." Lanes show every trade with a date, and totals those of Table I that can be added up.
 */
export function lanesAgainstTotals(lanes: readonly Lane[], sums: TradeSums): string[] {
  return lanes.flatMap((lane) => {
    if (lane.group !== "purchase" && lane.group !== "sale") return [];
    const side = SIDES[lane.group];
    const [total, derivatives] = [sums[side], sums.derivatives[side]];
    const others = lane.count - total.rows - derivatives.rows;
    if (derivatives.rows === 0 && others === 0) return [];
    const parts = [
      total.rows === 0
        ? "The totals count none"
        : `The totals count ${total.rows.toLocaleString("en-US")} of them${worth(total)}`,
      derivatives.rows > 0 ? `${count(derivatives.rows)} in Table II${worth(derivatives)}` : null,
      others > 0 ? `${count(others)} left out of the totals` : null,
      others < 0 ? `${plural(-others, "trade has", "trades have")} no date and no marker` : null,
    ].filter((part) => part !== null);
    const value = lane.value === null ? "" : `, ${formatSummary(lane.value)}`;
    return [`${lane.label}: ${plural(lane.count, "trade")}${value}. ${parts.join("; ")}.`];
  });
}

const count = (n: number): string => `${n.toLocaleString("en-US")} ${n === 1 ? "is" : "are"}`;

const worth = ({ rows, value, valueMissing }: TradeTotals): string =>
  rows === valueMissing ? "" : `, ${formatSummary(value)}`;
