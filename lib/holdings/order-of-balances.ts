import { impliedPriorBalance } from "@/lib/record/continuity";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { decimalText } from "@/lib/values/ten-thousandths";
import { balanceRow } from "./holding-line";

/** Balances as texts that are equal if the decimals are. */
type Step = { source: SeriesRow; before: string | null; after: string | null };

/**
 * Rows of a line in the order that their balances prove. Filers list trades by price, newest first, or out of date order. If the
 * rows of one filing do not follow each other by date, but do as filed or in another order within a day, that order is used.
 */
export function inOrderOfBalances(rows: readonly SeriesRow[]): SeriesRow[] {
  const ordered: SeriesRow[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start + 1;
    while (end < rows.length && isSameFiling(rows[start], rows[end])) end++;
    const filed = rows.slice(start, end);
    ordered.push(...(filed.length > 1 ? orderFiling(filed, ordered.at(-1) ?? null) : filed));
    start = end;
  }
  return ordered;
}

const isSameFiling = (a: SeriesRow | undefined, b: SeriesRow | undefined): boolean =>
  a?.filing.accessionNumber === b?.filing.accessionNumber;

function orderFiling(rows: readonly SeriesRow[], last: SeriesRow | null): readonly SeriesRow[] {
  const balance = decimalText(last?.row.sharesOwnedFollowing.value ?? null);
  const byDate = rows.map((source): Step => {
    const row = balanceRow(source);
    return { source, before: impliedPriorBalance(row), after: decimalText(row.sharesOwnedFollowing) };
  });
  let best: { steps: readonly Step[]; breaks: number } = { steps: byDate, breaks: breaksOf(byDate, balance) };
  if (best.breaks === 0) return rows;
  const asFiled = [...byDate].sort((a, b) => a.source.row.line - b.source.row.line);
  for (const steps of [asFiled, daysInOrder(byDate, balance)]) {
    const breaks = breaksOf(steps, balance);
    if (breaks < best.breaks) best = { steps, breaks };
  }
  return best.steps.map(({ source }) => source);
}

/** Day by day, each day's rows in the order of their balances. */
function daysInOrder(byDate: readonly Step[], balance: string | null): Step[] {
  const proven: Step[] = [];
  for (let start = 0; start < byDate.length; ) {
    const day = dayOf(byDate[start]);
    let end = start + 1;
    while (end < byDate.length && dayOf(byDate[end]) === day) end++;
    const open = byDate.slice(start, end);
    let at = proven.at(-1)?.after ?? balance ?? startOf(open)?.before ?? null;
    while (open.length > 0) {
      const next = open.findIndex(({ before }) => at !== null && before === at);
      const [step] = open.splice(Math.max(0, next), 1);
      if (!step) break;
      proven.push(step);
      at = step.after;
    }
    start = end;
  }
  return proven;
}

const dayOf = (step: Step | undefined) => step && `${step.source.row.kind} ${step.source.row.transactionDate.value}`;

/** The one row of the day that follows from no other. */
function startOf(steps: readonly Step[]): Step | null {
  const starts = steps.filter(({ before }) => !steps.some(({ after }) => before !== null && after === before));
  return starts.length === 1 ? (starts[0] ?? null) : null;
}

function breaksOf(steps: readonly Step[], balance: string | null): number {
  let at = balance;
  let breaks = 0;
  for (const { before, after } of steps) {
    if (at !== null && before !== at) breaks++;
    at = after;
  }
  return breaks;
}
