import { type CodeGroup, codeGroups } from "@/lib/record/transaction-codes";
import { dayNumber } from "@/lib/values/calendar-day";
import { parseDecimal, sumOfKnown } from "@/lib/values/decimal";
import { groupBy } from "@/lib/values/group-by";
import { type BinUnit, unitStart } from "./bought-and-sold";
import { markWidth } from "./mark-path";
import { type TimeDomain, timePosition } from "./time-axis";
import type { TradeEvent } from "./trade-events";

/** One trade, or several of one kind that would overlap: the trades of a day, month or quarter in time. */
export type TimelineMark = {
  events: [TradeEvent, ...TradeEvent[]];
  day: number;
  /** Exact decimal text; `null` if none of the trades has a value. */
  value: string | null;
  radius: number;
};

/** What the marks of a lane are summed by; `null` if each is one trade. */
type SummedBy = BinUnit | null;

export type TimelineLane = {
  group: CodeGroup;
  label: string;
  /** The codes in view, "M C". */
  codes: string;
  summedBy: SummedBy;
  /** Larger marks first, so that smaller ones are drawn on top. */
  marks: TimelineMark[];
  /** Trades in view. */
  count: number;
  /** Sum of the values in view as exact decimal text; `null` where no value is reported. */
  value: string | null;
  valueMissing: number;
};

export type TradesTimeline = {
  domain: TimeDomain;
  lanes: TimelineLane[];
  /** The round value whose mark would have the largest radius; `null` if no trade has a value above zero. */
  largestValue: number | null;
  count: number;
};

export const smallestRadius = 3.6;
/** A triangle of this radius is as high as a lane. */
export const largestRadius = 13;

/** The plot on which overlaps are judged, in px. Plots are 310 to 1,100 px wide, and narrow ones draw large marks smaller. */
const PLOT = 720;

/** 1, 2 or 5 times a power of ten, at least `value`. */
export const roundUp = (value: number): number => {
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((factor) => factor * magnitude >= value) ?? 10;
  return step * magnitude;
};

/** Area is proportional to value, down to the smallest visible size. */
export const markRadius = (value: number | null, largestValue: number | null): number =>
  value === null || largestValue === null || value <= 0
    ? smallestRadius
    : Math.max(smallestRadius, largestRadius * Math.sqrt(value / largestValue));

const number = (value: string | null): number | null => (value === null ? null : Number(value));

const laneLabels: Record<CodeGroup, string> = {
  purchase: "Purchase",
  sale: "Sale",
  exercise: "Exercise",
  grant: "Grant",
  tax: "Tax, to issuer",
  gift: "Gift",
  other: "Other",
};

const longestWord = 13;

/** The word of a lane's only code if it is short, else the group's label. */
const laneLabel = (group: CodeGroup, events: readonly TradeEvent[]): string => {
  const words = [...new Set(events.map(({ word }) => word))];
  const [word] = words;
  return words.length === 1 && word && word.length <= longestWord ? word : laneLabels[group];
};

const SUMMED_BY: readonly SummedBy[] = [null, "day", "month", "quarter"];

/** Days from the start of a unit to its middle, where its sum is drawn. */
const MIDDLE: Record<BinUnit, number> = { day: 0, month: 15, quarter: 45 };

type UnsizedMark = Omit<TimelineMark, "radius">;

/** The trades of a lane as marks: together if they have the same fill and fall in the same unit. */
function marksOf(events: readonly TradeEvent[], summedBy: SummedBy, domain: TimeDomain): UnsizedMark[] {
  const [first, last] = [dayNumber(domain.from) ?? 0, dayNumber(domain.to) ?? 0];
  const placeOf = ({ key, date, fill }: TradeEvent) =>
    summedBy === null ? key : `${fill} ${unitStart(date, summedBy)}`;
  return [...groupBy(events, placeOf).values()].flatMap(([event, ...others]): UnsizedMark[] => {
    if (!event) return [];
    const middle = summedBy === null ? event.day : (dayNumber(unitStart(event.date, summedBy)) ?? 0) + MIDDLE[summedBy];
    return [
      {
        events: [event, ...others],
        day: Math.min(last, Math.max(first, middle)),
        value: sumOfKnown([event, ...others].map(({ value }) => value)),
      },
    ];
  });
}

/** Whether two neighbouring marks of the same fill overlap by more than half of the smaller one. */
function isCrowded(group: CodeGroup, marks: readonly TimelineMark[], domain: TimeDomain): boolean {
  const position = timePosition(domain);
  return [...groupBy(marks, ({ events: [{ fill }] }) => fill).values()].some((sameFill) =>
    sameFill
      .toSorted((a, b) => a.day - b.day)
      .some((mark, index, inTime) => {
        const next = inTime[index + 1];
        if (!next) return false;
        const widths = [mark, next].map(({ radius }) => markWidth(group, radius));
        const apart = (position(next.day) - position(mark.day)) * PLOT;
        const overlap = widths.reduce((sum, width) => sum + width / 2, -apart);
        return overlap > Math.min(...widths) / 2;
      }),
  );
}

/**
 * Lanes of the events inside the domain, in the order of the groups. Empty lanes are left out. Where marks of a lane would overlap
 * by more than half, they are summed by day or, if that is not enough, by month or quarter.
 */
export function tradesTimeline(events: readonly TradeEvent[], domain: TimeDomain): TradesTimeline {
  const from = dayNumber(domain.from) ?? Number.NEGATIVE_INFINITY;
  const to = dayNumber(domain.to) ?? Number.POSITIVE_INFINITY;
  const inView = events.filter(({ day }) => day >= from && day <= to);
  const byGroup = groupBy(inView, ({ group }) => group);
  const groups = codeGroups.flatMap(({ group }) => {
    const inLane = byGroup.get(group);
    return inLane ? [{ group, inLane, level: 0 }] : [];
  });
  for (;;) {
    const drawn = groups.map(({ inLane, level }) => marksOf(inLane, SUMMED_BY[level] ?? null, domain));
    const highest = drawn.flat().reduce((most, { value }) => Math.max(most, number(value) ?? 0), 0);
    const largestValue = highest > 0 ? roundUp(highest) : null;
    const lanes = groups.map(({ group, inLane, level }, index): TimelineLane => {
      const marks = (drawn[index] ?? [])
        .map((mark) => ({ ...mark, radius: markRadius(number(mark.value), largestValue) }))
        .sort((a, b) => b.radius - a.radius);
      return {
        group,
        label: laneLabel(group, inLane),
        codes: [...new Set(inLane.map(({ code }) => code ?? "—"))].join(" "),
        summedBy: SUMMED_BY[level] ?? null,
        marks,
        count: inLane.length,
        value: sumOfKnown(inLane.map(({ value }) => value)),
        valueMissing: inLane.filter(({ value }) => parseDecimal(value) === null).length,
      };
    });
    // Sums change the largest value and with it the size of every mark, so all lanes are looked at again.
    const crowded = groups.filter(
      ({ group, level }, index) => level < SUMMED_BY.length - 1 && isCrowded(group, lanes[index]?.marks ?? [], domain),
    );
    if (crowded.length === 0) return { domain, lanes, largestValue, count: inView.length };
    for (const lane of crowded) lane.level++;
  }
}
