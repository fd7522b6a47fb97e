import type { ClientBase } from "pg";

/**
 * Until the end of the transaction nobody else derives an issuer's filings, or changes one that is held. Of several, by CIK.
 * @param issuerCik or the accession number of a filing whose issuer is not known
 */
export const lockIssuer = (client: ClientBase, issuerCik: string) =>
  client.query({ name: "lock_issuer", text: "select pg_advisory_xact_lock(3, hashtext($1))", values: [issuerCik] });

/** The same for several, always in one order, so that no two runs wait for each other. */
export const lockIssuers = (client: ClientBase, issuerCiks: readonly string[]) =>
  client.query({
    name: "lock_issuers",
    text: "select pg_advisory_xact_lock(3, hashtext(cik)) from unnest($1::text[]) as cik",
    values: [[...issuerCiks].sort()],
  });
