import type { ClientBase } from "pg";

/**
 * Queues filings for comparison with alerts, in the transaction that stores them or changes their lines in lists. Filings from before the
 * first alert are left out, so this costs next to nothing without alerts, and old filings that are stored now alert nobody. Data sets
 * and rebuilds contain nothing new.
 */
export async function queueToMatch(client: ClientBase, accessionNumbers: readonly string[]): Promise<void> {
  if (accessionNumbers.length === 0) return;
  await client.query({
    name: "queue_to_match",
    text: `
      insert into filing_to_match (accession_number)
      select accession_number
      from filing, (select min(starts_at) as since from alert where state = 'active') as first
      where accession_number = any($1) and source <> 'data-set' and current_schema() <> 'rebuild'
        and coalesce(filed_at, (filing_date + 1)::timestamp at time zone 'America/New_York', ordered_at) > since`,
    values: [accessionNumbers],
  });
}
