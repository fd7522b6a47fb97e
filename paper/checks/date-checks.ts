import type { PaperCheck } from "@/paper/form/paper-reading";
import type { RowToCheck } from "./read-row";

/** From this day a Form 4 is due within two business days of a trade. Before it, a form covered a month (Release 34-46421). */
const FIRST_DAY_OF_DATES = "2002-08-29";

/** Box 3 of a Form 4 is the date of the earliest transaction, and no signature is earlier than the last one. */
export function dateChecks(
  documentType: string | null,
  periodOfReport: string | null,
  rows: RowToCheck[],
  signatures: (string | null)[],
): PaperCheck[] {
  const dated = rows.filter(({ date }) => date !== null);
  const dates = dated.map(({ date }) => date ?? "").sort();
  const [earliest, latest] = [dates[0], dates.at(-1)];
  const checks: PaperCheck[] = [];
  if (earliest && earliest >= FIRST_DAY_OF_DATES && periodOfReport && documentType?.startsWith("4")) {
    const agrees = earliest === periodOfReport;
    checks.push({
      pointers: ["/periodOfReport"],
      outcome: agrees ? "confirmed" : "contradicted",
      message: agrees
        ? `the earliest transaction is of ${earliest}, as box 3 says`
        : `the earliest transaction is of ${earliest}, and box 3 says ${periodOfReport}`,
    });
  }
  for (const [index, date] of signatures.entries()) {
    if (!latest || !date) continue;
    const agrees = date >= latest;
    checks.push({
      pointers: [`/ownerSignature/${index}/signatureDate`],
      outcome: agrees ? "confirmed" : "contradicted",
      message: `signed on ${date}, ${agrees ? "not before" : "before"} the last transaction of ${latest}`,
    });
  }
  return checks;
}
