import { formatDate, formatDateRange } from "@/lib/values/dates";
import { numberFirst, numberInWords } from "@/lib/values/number-words";
import { upperFirst } from "@/lib/values/upper-first";
import type { Coverage, CoverageState, CoveredDay, CoveredQuarter } from "./coverage";

const grouped = (n: number) => n.toLocaleString("en-US");

/** "902 of 1,566", "none of 388", "3 filings, not compared with EDGAR’s index". */
function amountInWords({ stored, listed }: { stored: number; listed: number | null }): string {
  if (listed !== null) return `${stored === 0 ? "none" : grouped(stored)} of ${grouped(listed)}`;
  if (stored === 0) return "no filings";
  return `${grouped(stored)} ${stored === 1 ? "filing" : "filings"}, not compared with EDGAR’s index`;
}

const WORDS: Record<CoverageState, string> = {
  complete: "complete",
  "partly stored": "partly stored",
  missing: "missing",
  "being read": "being read",
  closed: "EDGAR closed",
};

/** The text for a day's mark: "June 12, 2025: partly stored, 902 of 1,566". */
export function dayInWords(day: CoveredDay): string {
  const amount = day.state === "complete" ? grouped(day.stored) : amountInWords(day);
  return `${formatDate(day.day)}: ${WORDS[day.state]}${day.state === "closed" || day.state === "missing" ? "" : `, ${amount}`}`;
}

/** "2011 Q3: partly stored, 31,020 of 61,410 filings". */
export function quarterInWords({ quarter, state, stored, listed }: CoveredQuarter): string {
  const of = state === "partly stored" && listed !== null ? ` of ${grouped(listed)}` : "";
  return `${quarter.slice(0, 4)} Q${quarter[5]}: ${WORDS[state]}${state === "missing" ? "" : `, ${grouped(stored)}${of} ${stored === 1 && of === "" ? "filing" : "filings"}`}`;
}

/** "75 of 78 quarters since 2006 complete". */
export function completeInWords({ quarters }: Coverage): string {
  const complete = quarters.filter(({ state }) => state === "complete").length;
  const one = quarters.length === 1;
  return `${complete} of ${quarters.length} ${one ? "quarter" : "quarters"} since ${quarters[0]?.quarter.slice(0, 4)} complete`;
}

/** "One quarter is missing, one is partly stored, and the current one is being read. Three days in the last year are incomplete." */
export function gapsInWords({ quarters, days }: Coverage): string {
  const count = (state: CoverageState) => quarters.filter((quarter) => quarter.state === state).length;
  const parts: string[] = [];
  for (const [n, what] of [
    [count("missing"), "missing"],
    [count("partly stored"), "partly stored"],
  ] as const) {
    const noun = parts.length === 0 ? (n === 1 ? " quarter" : " quarters") : "";
    if (n > 0) parts.push(`${numberInWords(n)}${noun} ${n === 1 ? "is" : "are"} ${what}`);
  }
  if (count("being read") > 0) parts.push(`the current ${parts.length === 0 ? "quarter" : "one"} is being read`);
  const sentence = parts.length > 2 ? `${parts.slice(0, -1).join(", ")}, and ${parts.at(-1)}` : parts.join(" and ");
  const incomplete = days.filter(isIncomplete).length;
  const ofDays =
    incomplete === 0
      ? "No day in the last year is incomplete."
      : `${numberFirst(incomplete)} ${incomplete === 1 ? "day" : "days"} in the last year ${incomplete === 1 ? "is" : "are"} incomplete.`;
  return sentence === "" ? ofDays : `${upperFirst(sentence)}. ${ofDays}`;
}

const isIncomplete = ({ state }: CoveredDay) => state === "missing" || state === "partly stored";

export type IncompleteDays = { from: string; to: string; days: number; words: string };

/** Incomplete days in calendar order. Consecutive days with nothing stored are one entry. */
export function listIncompleteDays(days: readonly CoveredDay[]): IncompleteDays[] {
  const runs: CoveredDay[][] = [];
  let isOpen = false;
  for (const day of days) {
    if (day.state === "closed") continue;
    const isUnknown = day.state === "missing" && day.listed === null;
    if (isIncomplete(day)) {
      if (isUnknown && isOpen) runs.at(-1)?.push(day);
      else runs.push([day]);
    }
    isOpen = isUnknown;
  }
  return runs.map((run) => {
    const [first, last] = [run[0] as CoveredDay, run.at(-1) as CoveredDay];
    const dates = formatDateRange(first.day, last.day, "short") ?? first.day;
    const words =
      run.length > 1
        ? `${grouped(run.length)} days missing`
        : first.listed === null && first.stored === 0
          ? "missing"
          : amountInWords(first);
    return { from: first.day, to: last.day, days: run.length, words: `${dates}: ${words}` };
  });
}
