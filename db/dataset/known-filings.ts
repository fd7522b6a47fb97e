import type { ClientBase } from "pg";
import { FILING_STATE, type Quarter } from "@/db/dataset/quarter";

/** Marks the filings of a quarter that the database holds: those known from XML are compared, the others left alone. */
export async function markKnownFilings(client: ClientBase, quarter: Quarter): Promise<void> {
  const { rows } = await client.query<{ accession_number: string; source: string }>({
    text: "select accession_number, source from filing where accession_number = any($1::text[])",
    values: [quarter.numbers],
  });
  for (const { accession_number, source } of rows) {
    const place = quarter.places.get(accession_number);
    if (place !== undefined) quarter.state[place] = source === "xml" ? FILING_STATE.compare : FILING_STATE.known;
  }
}
