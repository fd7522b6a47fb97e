import { formatDate } from "@/lib/values/dates";
import type { Filing } from "./filing";
import { filedOn } from "./filing-names";

/** What we need to name a filing and link to it. */
export type FilingRef = Pick<Filing, "accessionNumber" | "documentType" | "filedAt" | "filingDate" | "periodOfReport">;

/**
 * "Form 4/A filed July 18, 2013"; with names "Form 4 of Michael J. Saxon, filed July 15, 2013". The period of report is named on
 * request, and if the filing date is not known: "Form 4 for June 10, 2025, filing date not known".
 */
export function describeFiling(ref: FilingRef, names: string | null = null, { withPeriod = false } = {}): string {
  const form = ref.documentType === null ? "a filing" : `Form ${ref.documentType}`;
  const day = filedOn(ref);
  const filed = day === null ? "filing date not known" : `filed ${formatDate(day)}`;
  const isFor =
    ref.periodOfReport !== null && (withPeriod || day === null) ? ` for ${formatDate(ref.periodOfReport)}` : "";
  if (names !== null) return `${form}${isFor} of ${names}, ${filed}`;
  return day === null || isFor !== "" ? `${form}${isFor}, ${filed}` : `${form} ${filed}`;
}
