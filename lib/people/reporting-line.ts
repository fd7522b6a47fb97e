import type { GapReason } from "@/lib/record/balance-check";
import type { AmendmentBasis, AmendmentLink } from "@/lib/record/derived-filing";
import type { Filing } from "@/lib/record/filing";
import { formOf, isAmendment } from "@/lib/record/form-name";
import { orderDay } from "@/lib/record/order-day";
import { rowId, type TableNumber } from "@/lib/record/reported-row";
import { rowDate, rowKey, type SeriesRow } from "@/lib/record/row-in-filing";
import { keyInFiling } from "@/lib/record/row-key";
import { compareText } from "@/lib/values/compare-text";

export type LineFiling = Pick<
  Filing,
  "accessionNumber" | "documentType" | "filingDate" | "orderedAt" | "notSubjectToSection16"
> & { amendment: AmendmentLink | null };

/** A filing as a step names it. `on` is its filing date or, if that is not known, the day it is ordered by. */
type Named = { filing: string; form: string | null; on: string | null; isFiled: boolean };

/** A balance that does not follow from the previous one, without an explanation. */
export type MissingBalance = {
  /** Reported minus expected, as exact decimal text with its sign. */
  difference: string;
  table: TableNumber;
  security: string | null;
  ownership: string | null;
  /** The rows on both sides of the gap: `0001365555-13-000001#I-2`. */
  before: string | null;
  row: string;
  /** A known filing between the two that is not in this database; else null. */
  reason: GapReason | null;
};

/** Something between two days was not reported, or is not in this database. */
export type MissingStep = {
  kind: "missing";
  /** The day of the previous balances; null if we do not have that report. */
  from: string | null;
  to: string | null;
  /** All balances of one filing that go back to the same day. */
  balances: MissingBalance[];
  jointOwners: number;
};

export type LineStep =
  | ({ kind: "form 3" } & Named)
  | { kind: "no form 3" }
  | { kind: "reports"; forms: { form: string; count: number }[]; amendments: number; first: Named; last: Named }
  | ({ kind: "original not held"; basis: AmendmentBasis } & Named)
  | MissingStep
  | ({ kind: "exit" } & Named)
  | { kind: "no exit" };

/** Everything an owner filed on one issuer, by time, from the first report to the exit, with the gaps. */
export type ReportingLine = {
  issuer: string | null;
  steps: LineStep[];
  /** Unexplained balances in all steps. */
  missing: number;
};

/** @param rows current rows, whose checks show what is missing */
export function reportingLine(
  issuer: string | null,
  filings: readonly LineFiling[],
  rows: readonly SeriesRow[],
): ReportingLine {
  const inTime = [...filings].sort((a, b) => compareText(orderOf(a), orderOf(b)));
  const gaps = missingSteps(rows);
  const steps: LineStep[] = [];
  let [isIn, hasLeft] = [false, false];
  for (const filing of inTime) {
    const named = nameOf(filing);
    const isInitial = filing.documentType === "3";
    if (isInitial || !isIn) steps.push(isInitial ? { kind: "form 3", ...named } : { kind: "no form 3" });
    if (isInitial) hasLeft = false;
    isIn = true;
    steps.push(...(gaps.get(filing.accessionNumber) ?? []));
    const basis = filing.amendment?.amends === null ? filing.amendment.basis : null;
    if (basis !== null) steps.push({ kind: "original not held", basis, ...named });
    else if (!isInitial) addReport(steps, filing, named);
    if (filing.notSubjectToSection16 === true && !hasLeft) {
      steps.push({ kind: "exit", ...named });
      hasLeft = true;
    }
  }
  if (isIn && !hasLeft) steps.push({ kind: "no exit" });
  const missing = steps.reduce((count, step) => count + (step.kind === "missing" ? step.balances.length : 0), 0);
  return { issuer, steps, missing };
}

const orderOf = ({ orderedAt, accessionNumber }: LineFiling) => `${orderedAt} ${accessionNumber}`;

const nameOf = ({ accessionNumber, documentType, filingDate, orderedAt }: LineFiling): Named => ({
  filing: accessionNumber,
  form: documentType,
  on: filingDate ?? orderDay(orderedAt),
  isFiled: filingDate !== null,
});

/** Consecutive reports are one step. */
function addReport(steps: LineStep[], { documentType }: LineFiling, named: Named): void {
  const last = steps.at(-1);
  const step: Extract<LineStep, { kind: "reports" }> =
    last?.kind === "reports" ? last : { kind: "reports", forms: [], amendments: 0, first: named, last: named };
  if (step !== last) steps.push(step);
  step.last = named;
  if (isAmendment(documentType)) {
    step.amendments += 1;
    return;
  }
  const form = formOf(documentType);
  const known = step.forms.find((each) => each.form === form);
  if (known) known.count += 1;
  else step.forms.push({ form, count: 1 });
}

/** By the filing whose balances do not follow. */
function missingSteps(rows: readonly SeriesRow[]): Map<string, MissingStep[]> {
  const byKey = new Map(rows.map((source) => [rowKey(source), source]));
  const steps = new Map<string, MissingStep[]>();
  for (const source of rows) {
    const missing = missingBalance(source);
    if (!missing) continue;
    const { accessionNumber, owners } = source.filing;
    const prior = missing.before === null ? undefined : byKey.get(missing.before);
    const [from, to] = [prior ? rowDate(prior) : null, rowDate(source)];
    const ofFiling = steps.get(accessionNumber) ?? [];
    const known = ofFiling.find((step) => step.from === from && step.to === to);
    if (known) known.balances.push(missing);
    else {
      ofFiling.push({ kind: "missing", from, to, balances: [missing], jointOwners: Math.max(0, owners.length - 1) });
    }
    steps.set(accessionNumber, ofFiling);
  }
  return steps;
}

function missingBalance(source: SeriesRow): MissingBalance | null {
  const { row, filing, derived } = source;
  const { check } = derived;
  if (check?.state !== "gap" || check.difference === null) return null;
  if (check.reason !== null && check.reason.kind !== "missing filing") return null;
  return {
    difference: check.difference,
    table: row.tableNumber,
    security: row.securityTitle.value,
    ownership: row.directOrIndirect.value,
    before: check.prior ? keyInFiling(check.prior.accessionNumber, check.prior.row) : null,
    row: keyInFiling(filing.accessionNumber, rowId(row)),
    reason: check.reason,
  };
}
