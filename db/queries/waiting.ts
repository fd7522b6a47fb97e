import { type SQL, sql } from "drizzle-orm";
import { filing, filingToDerive } from "@/db/schema";

/**
 * Whether a filing on an issuer still waits to be derived, as part of a query. What is kept for the issuer then lacks that filing.
 * PostgreSQL finds the answer once, and leaves out the part of the query that it rules out.
 */
export const anyWaits = (issuerCik: string): SQL => sql`(select exists (
  select from ${filing} as held join ${filingToDerive} as waiting using (accession_number) where held.issuer_cik = ${issuerCik}))`;
