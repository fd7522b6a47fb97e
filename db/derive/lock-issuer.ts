import type { ClientBase } from "pg";

/**
 * Keeps others from deriving or changing an issuer's filings until the transaction ends.
 * @param issuerCik or the accession number of a filing without a known issuer
 */
export const lockIssuer = (client: ClientBase, issuerCik: string) =>
  client.query({ name: "lock_issuer", text: "select pg_advisory_xact_lock(3, hashtext($1))", values: [issuerCik] });

/** The same for several issuers, always in one order, so that no two runs wait for each other. */
export const lockIssuers = (client: ClientBase, issuerCiks: readonly string[]) =>
  client.query({
    name: "lock_issuers",
    text: "select pg_advisory_xact_lock(3, hashtext(cik)) from unnest($1::text[]) as cik",
    values: [[...issuerCiks].sort()],
  });
