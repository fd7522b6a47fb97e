import { formatMonth } from "@/lib/values/dates";
import type { RolesOverTime } from "./roles-over-time";

/** The parts of "President and COO, in this role since March 2021 or earlier; previously CFO, 2018–2021". */
export type RolesInWords = {
  role: string;
  /**
   * "in this role since March 2021 or earlier, last stated in June 2025": we know only the first and the last filing that name it, and
   * the filings of a company may have ended long ago.
   */
  since: string | null;
  /** "no longer subject to Section 16 since May 2023", according to the exit box. */
  left: string | null;
  /** "before that CFO, 2018–2021; Director, 2016" */
  before: string | null;
};

/** A sentence has room for no more than this. */
const MOST_BEFORE = 3;

export function describeRoles({ current, before, leftOn }: RolesOverTime): RolesInWords {
  const further = before.length - MOST_BEFORE;
  const past = before
    .slice(0, MOST_BEFORE)
    .map(({ words, from, to }) => [words, years(from, to)].filter(Boolean).join(", "));
  if (further > 0) past.push(`${further} more`);
  return {
    role: current?.words ?? "relationship not stated",
    since: current?.since ? sinceWhen(current.since, current.lastStated) : null,
    left: leftOn === null ? null : `no longer subject to Section 16 since ${formatMonth(leftOn)}`,
    before: past.length === 0 ? null : `previously ${past.join("; ")}`,
  };
}

function sinceWhen(first: string, last: string | null): string {
  const [from, to] = [formatMonth(first), last && formatMonth(last)];
  return `in this role since ${from} or earlier${to === null || to === from ? "" : `, last stated in ${to}`}`;
}

function years(from: string | null, to: string | null): string | null {
  const first = from?.slice(0, 4) ?? null;
  const last = to?.slice(0, 4) ?? null;
  return first === last || first === null || last === null ? (first ?? last) : `${first}–${last}`;
}
