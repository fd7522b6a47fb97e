import { findIssuerBySymbol } from "@/db/queries/issuer";
import { findHeldNumber } from "@/db/queries/search-filings";
import { findCik } from "@/db/queries/search-names";
import type { Db } from "@/db/server/client";
import { parseAccessionNumber } from "@/lib/record/accession-number";
import { parseCik } from "@/lib/record/cik";

/** Whether a filing, insider or issuer has a page, under the given name or one that it redirects to. */
export async function holdsThing(
  db: Db,
  directory: "filings" | "insiders" | "issuers",
  name: string,
): Promise<boolean> {
  if (directory === "filings") {
    const accessionNumber = parseAccessionNumber(name);
    return accessionNumber !== null && (await findHeldNumber(db, accessionNumber)) !== null;
  }
  const cik = parseCik(name);
  if (cik) {
    const { isIssuer, isOwner } = await findCik(db, cik);
    return directory === "issuers" ? isIssuer : isOwner;
  }
  return directory === "issuers" && (await findIssuerBySymbol(db, name)) !== null;
}
