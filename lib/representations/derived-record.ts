import type { DerivedRowAnswer } from "@/lib/answers/row";
import { holderOf } from "@/lib/holdings/row-holder";
import { labelMonths } from "@/lib/labels/describe-history";
import { planOfRow } from "@/lib/plans/plan-of-row";
import { isCounted, NOTHING_DERIVED, type RowPlan } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { isWideRange } from "@/lib/record/price-range";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { isUnderwritten } from "@/lib/record/row-in-filing";
import { keyInFiling } from "@/lib/record/row-key";
import { daysBetween } from "@/lib/values/calendar-day";

/** What we conclude about a row, as JSON lists it beside what was filed. */
export function derivedRecord(entry: FilingEntry, row: ReportedRow): DerivedRowAnswer {
  const key = keyInFiling(entry.filing.accessionNumber, rowId(row));
  const derived = entry.derived.rows[rowId(row)] ?? NOTHING_DERIVED;
  const { supersededBy, event, holdingLine, check, trade, implausible, history, pattern, clusterInsiders } = derived;
  return {
    /** Whether it is the report by which its trade counts. Totals leave out some of these rows for other reasons, such as `implausible`. */
    counted: isCounted(key, derived),
    supersededBy,
    event: event && { filings: event.filings, owners: event.owners, counted: event.counted },
    holdingLine,
    check: {
      state: check?.state ?? "not_comparable",
      expected: check?.expected ?? null,
      reported: check?.reported ?? null,
      difference: check?.difference ?? null,
      /** The explanation of a gap, or what is missing for a balance that is not comparable. */
      reason: check ? (check.reason?.kind ?? check.missing) : supersededBy === null ? "balance" : "superseded",
      reasonWords: check?.reason?.words ?? null,
      reasonFrom: check?.reason?.from ?? null,
      prior: check?.prior
        ? { balance: check.prior.balance, row: keyInFiling(check.prior.accessionNumber, check.prior.row) }
        : null,
    },
    /** Who holds the securities of an indirect row; null for any other row. */
    holder: holderOf(row, entry.derived.facts),
    /** Whether the footnotes of a sale say that it was part of an underwritten offering. */
    underwritten: isUnderwritten(row, entry.derived.facts),
    plan: planRecord(planOfRow(entry, row), row),
    currency: trade?.currency ?? null,
    price: trade?.price
      ? {
          isAverage: trade.price.isAverage,
          range: trade.price.range,
          isWiderThanOneDollar: trade.price.range === null ? null : isWideRange(trade.price.range),
          footnote: trade.price.footnoteId,
        }
      : null,
    covers: trade?.covers ?? [],
    /** Routine, opportunistic or unclassified, with the months that made a trade routine; null unless it is a current purchase or sale. */
    label: history?.label ?? null,
    labelMonths: history ? labelMonths(history, row.transactionDate.value ?? "") : [],
    /** Whether it is the first purchase of the issuer's shares by its owners, as far as this database goes. */
    first: history?.isFirst ?? null,
    /** Whether none of its owners bought in the two years before. */
    firstInTwoYears: history?.isFirstInTwoYears ?? null,
    /** What it forms with others of its owners, such as an exercise and a sale on the same day; null if nothing. */
    pattern,
    /** How many insiders bought, or sold, in the cluster that it is part of; null if it is part of none. */
    clusterInsiders,
    /** What contradicts a figure of the row, which totals then leave out; null if nothing does. */
    implausible,
  };
}

/** The plan, and the number of whole days from its adoption to the trade. */
const planRecord = (plan: RowPlan | null, row: ReportedRow) =>
  plan && { ...plan, daysSinceAdoption: daysBetween(plan.adoptedOn, row.transactionDate.value?.slice(0, 10) ?? null) };
