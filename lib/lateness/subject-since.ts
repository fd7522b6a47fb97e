import type { Filing } from "@/lib/record/filing";

type Named = Pick<Filing, "documentType" | "periodOfReport" | "filingDate" | "orderedAt" | "owners">;

type Beginning = { filed: string; event: string | null };

const filed = ({ filingDate, orderedAt }: Named) => filingDate ?? orderedAt.slice(0, 10);

/**
 * For the filings on one issuer: the first day on which any owner of a filing had to report, which is the event of the Form 3
 * that is the owner's first filing. Null if that Form 3 of any owner is not in this database. Earlier trades, which some owners
 * report with the first later one (Rule 16a-2), were not due when they were made.
 */
export function subjectSince(filings: Iterable<Named>): (filing: Named) => string | null {
  const beginnings = new Map<string, Beginning>();
  for (const filing of filings) {
    const day = filed(filing);
    const event = filing.documentType === "3" ? filing.periodOfReport : null;
    for (const { cik } of filing.owners) {
      if (cik === null) continue;
      const known = beginnings.get(cik);
      if (!known || day < known.filed) beginnings.set(cik, { filed: day, event });
      else if (day === known.filed) known.event = earlier(known.event, event);
    }
  }
  return ({ owners }) => {
    let since: string | null = null;
    for (const { cik } of owners) {
      const event = cik === null ? null : (beginnings.get(cik)?.event ?? null);
      if (event === null) return null;
      since = earlier(since, event);
    }
    return since;
  };
}

const earlier = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
};
