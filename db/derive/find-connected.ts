import type { ClientBase } from "pg";

type Client = Pick<ClientBase, "query">;

/** The issuer of a filing, which may be unknown. Null if we do not have the filing. */
export async function findIssuerOf(
  client: Client,
  accessionNumber: string,
): Promise<{ issuerCik: string | null } | null> {
  const { rows } = await client.query<{ issuerCik: string | null }>({
    name: "derive_issuer_of",
    text: `select issuer_cik as "issuerCik" from filing where accession_number = $1`,
    values: [accessionNumber],
  });
  return rows[0] ?? null;
}

/**
 * The filings connected with a filing: those on its issuer that share an owner with it, directly or through other filings. It
 * reads the filings of these owners, however many issuers they have.
 */
export async function findConnected(
  client: Client,
  accessionNumber: string,
  issuerCik: string | null,
): Promise<string[]> {
  if (issuerCik === null) return [accessionNumber];
  const { rows } = await client.query<{ accessionNumber: string }>({
    name: "find_connected",
    text: `
      with recursive reached(cik) as (
        select cik from filing_owner where accession_number = $1 and cik is not null
        union
        select other.cik
        from reached
          join filing_owner mine on mine.cik = reached.cik
          join filing on filing.accession_number = mine.accession_number and filing.issuer_cik = $2
          join filing_owner other on other.accession_number = filing.accession_number
        where other.cik is not null
      )
      select distinct filing.accession_number as "accessionNumber"
      from reached
        join filing_owner mine on mine.cik = reached.cik
        join filing on filing.accession_number = mine.accession_number and filing.issuer_cik = $2
      union select $1`,
    values: [accessionNumber, issuerCik],
  });
  return rows.map((row) => row.accessionNumber);
}

/** The same, from the accession number alone. */
export async function findConnectedTo(client: Client, accessionNumber: string): Promise<string[]> {
  const found = await findIssuerOf(client, accessionNumber);
  return found ? findConnected(client, accessionNumber, found.issuerCik) : [];
}
