import { eq, sql } from "drizzle-orm";
import type { Edgar } from "@/db/edgar/edgar";
import { problemOf } from "@/db/edgar/fetch-filings";
import { readQuarterIndex } from "@/db/edgar/read-index";
import { listedFiling } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { submissionAddress } from "@/lib/edgar/addresses";
import type { AccessionNumber } from "@/lib/record/accession-number";
import { type Cik, parseCik } from "@/lib/record/cik";
import { newYorkClock } from "@/lib/values/new-york-time";
import { isBefore, quarterOf, quartersBetween } from "@/lib/values/quarter";

export type FoundSubmission = { cik: string; bytes: Buffer };

/**
 * Finds the submission of a number. EDGAR keeps it in the folders of its filers, but a number names only the sender: we try known
 * filers, then the sender, and then look for the filers in the indexes of the number's year.
 */
export async function findSubmission(
  edgar: Edgar,
  accessionNumber: AccessionNumber,
  given: Cik | null,
): Promise<FoundSubmission | null> {
  const { db } = edgar.connection;
  const sender = parseCik(accessionNumber.slice(0, 10));
  const tried = new Set<string>();
  const attempt = async (cik: string | null): Promise<FoundSubmission | null> => {
    if (cik === null || tried.has(cik)) return null;
    tried.add(cik);
    const answer = await edgar.client.get(submissionAddress(cik, accessionNumber), {
      signal: edgar.signal,
      check: (bytes) => problemOf(bytes, accessionNumber),
    });
    return answer.outcome === "page" ? { cik, bytes: answer.bytes } : null;
  };

  for (const cik of [given, ...(await knownFilers(db, accessionNumber)), sender]) {
    const found = await attempt(cik);
    if (found) return found;
  }
  for (const quarter of quartersOfNumber(accessionNumber, edgar.clock.now())) {
    await readQuarterIndex(edgar, quarter);
    const found = await attempt(await listedUnder(db, accessionNumber));
    if (found) return found;
  }
  return null;
}

const listedUnder = async (db: Db, accessionNumber: string): Promise<string | null> => {
  const [listed] = await db
    .select({ cik: listedFiling.cik })
    .from(listedFiling)
    .where(eq(listedFiling.accessionNumber, accessionNumber));
  return listed?.cik ?? null;
};

async function knownFilers(db: Db, accessionNumber: string): Promise<string[]> {
  const { rows } = await db.execute<{ cik: string }>(sql`
    select cik from listed_filing where accession_number = ${accessionNumber}
    union all select issuer_cik from filing where accession_number = ${accessionNumber} and issuer_cik is not null
    union all select cik from filing_owner where accession_number = ${accessionNumber} and cik is not null`);
  return rows.map(({ cik }) => cik);
}

/** The number contains the year. Most filings are looked up soon after they were made, so the latest indexes come first. */
function quartersOfNumber(accessionNumber: string, now: number) {
  const digits = Number(accessionNumber.slice(11, 13));
  const year = digits + (digits > 90 ? 1900 : 2000);
  const today = quarterOf(newYorkClock(now).day);
  return quartersBetween({ year, quarter: 1 }, { year, quarter: 4 })
    .filter((quarter) => !isBefore(today, quarter))
    .reverse();
}
