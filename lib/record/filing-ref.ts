import { formatDate } from "@/lib/values/dates";
import type { Filing } from "./filing";
import { filedOn } from "./filing-names";

/** What we need to name a filing and link to it. */
export type FilingRef = Pick<Filing, "accessionNumber" | "documentType" | "filedAt" | "filingDate">;

/** "Form 4/A filed July 18, 2013"; with names "Form 4 of Michael J. Saxon, filed July 15, 2013". */
export function describeFiling(ref: FilingRef, names: string | null = null): string {
  const form = ref.documentType === null ? "a filing" : `Form ${ref.documentType}`;
  const day = filedOn(ref);
  const filed = day === null ? "filing date not known" : `filed ${formatDate(day)}`;
  if (names !== null) return `${form} of ${names}, ${filed}`;
  return day === null ? `${form}, ${filed}` : `${form} ${filed}`;
}
