import Big from "big.js";
import { type CodeGroup, codeGroups } from "@/lib/record/transaction-codes";
import { dayNumber } from "@/lib/values/calendar-day";
import { parseDecimal } from "@/lib/values/decimal";
import { type TimeDomain, timePosition } from "./time-axis";
import type { TradeEvent } from "./trade-events";

type TimelineMark = { event: TradeEvent; radius: number };

type TimelineLane = {
  group: CodeGroup;
  label: string;
  /** The codes in view, "M C". */
  codes: string;
  /** Larger marks first, so that smaller ones are drawn on top. */
  marks: TimelineMark[];
  /** Trades in view, whether drawn or not. */
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
  drawn: number;
};

export const smallestRadius = 3.6;
export const largestRadius = 16;

/** More marks than this are neither readable nor quick to draw. */
export const markLimit = 1000;

const columns = 500;

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

const byValue = (a: TradeEvent, b: TradeEvent) => (number(b.value) ?? -1) - (number(a.value) ?? -1);

/**
 * Where marks of the same lane and fill would overlap, the largest is kept. If there are still too many, the largest of all are.
 */
function thin(events: readonly TradeEvent[], domain: TimeDomain): Set<string> {
  if (events.length <= markLimit) return new Set(events.map(({ key }) => key));
  const position = timePosition(domain);
  const places = new Map<string, TradeEvent>();
  for (const event of [...events].sort(byValue)) {
    const place = [event.group, event.fill, Math.floor(position(event.day) * columns)].join(" ");
    if (!places.has(place)) places.set(place, event);
  }
  return new Set([...places.values()].slice(0, markLimit).map(({ key }) => key));
}

/** Lanes of the events inside the domain, in the order of the groups. Empty lanes are left out. */
export function tradesTimeline(events: readonly TradeEvent[], domain: TimeDomain): TradesTimeline {
  const from = dayNumber(domain.from) ?? Number.NEGATIVE_INFINITY;
  const to = dayNumber(domain.to) ?? Number.POSITIVE_INFINITY;
  const inView = events.filter(({ day }) => day >= from && day <= to);
  const drawn = thin(inView, domain);
  const highest = inView.reduce((most, { value }) => Math.max(most, number(value) ?? 0), 0);
  const largestValue = highest > 0 ? roundUp(highest) : null;

  const lanes = codeGroups.flatMap(({ group }): TimelineLane[] => {
    const inLane = inView.filter((event) => event.group === group);
    if (inLane.length === 0) return [];
    const values = inLane.map(({ value }) => parseDecimal(value)).filter((value) => value !== null);
    return [
      {
        group,
        label: laneLabel(group, inLane),
        codes: [...new Set(inLane.map(({ code }) => code ?? "—"))].join(" "),
        marks: inLane
          .filter(({ key }) => drawn.has(key))
          .sort(byValue)
          .map((event) => ({ event, radius: markRadius(number(event.value), largestValue) })),
        count: inLane.length,
        value: values.length === 0 ? null : values.reduce((total, value) => total.plus(value), new Big(0)).toFixed(),
        valueMissing: inLane.length - values.length,
      },
    ];
  });
  return { domain, lanes, largestValue, count: inView.length, drawn: drawn.size };
}
