import type { TradeHistory } from "@/lib/record/derived-filing";
import { MONTHS } from "@/lib/values/months";
import { YEARS_BEFORE } from "./trade-label";

/** A sentence names at most this many months, apart from a last one. */
const MOST_MONTHS = 3;

const monthNames = ({ routineMonths }: TradeHistory) => routineMonths.map((month) => MONTHS[month - 1] ?? "");

/** What lists say: "first in this database", "first in two years", "routine (May)", "opportunistic"; null of any other trade. */
export function describeHistory(history: TradeHistory): string | null {
  const { label, isFirst, isFirstInTwoYears } = history;
  const months = monthNames(history);
  const which = months.length > MOST_MONTHS ? `${months.length} months of the year` : listed(months);
  return (
    [
      isFirst ? "first in this database" : isFirstInTwoYears && "first in two years",
      label === "routine" && `routine (${which})`,
      label === "opportunistic" && label,
    ]
      .filter(Boolean)
      .join(", ") || null
  );
}

const yearsBefore = (date: string): number[] =>
  Array.from({ length: YEARS_BEFORE }, (_, index) => Number(date.slice(0, 4)) - YEARS_BEFORE + index);

/** The months that made a trade routine, `2021-05`, oldest first. */
export const labelMonths = ({ routineMonths }: TradeHistory, date: string): string[] =>
  yearsBefore(date).flatMap((year) => routineMonths.map((month) => `${year}-${String(month).padStart(2, "0")}`));

/**
 * Why a trade has its label: "the owner traded in May of 2021, 2022 and 2023".
 * @param date of the trade
 * @param owners how many report it together
 */
export function whyLabelled(history: TradeHistory, date: string, owners: number): string {
  const { label } = history;
  const years = listed(yearsBefore(date).map(String));
  if (label === "unclassified")
    return owners > 1
      ? `the owners’ trades in ${years} lead to different labels, or to none`
      : `not all of the years ${years} had a trade that was reported before ${date.slice(0, 4)}`;
  const who = owners > 1 ? "one or more of the owners" : "the owner";
  if (label === "opportunistic") return `${who} traded in ${years}, but never in the same month of all three years`;
  const names = monthNames(history);
  const others = names.length - MOST_MONTHS;
  const months = others > 1 ? [...names.slice(0, MOST_MONTHS), `${others} other months`] : names;
  return `${who} traded in ${listed(months)} of ${years}`;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
