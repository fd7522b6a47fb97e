import { findIssuerBySymbol } from "@/db/queries/issuer";
import { database } from "@/db/server/client";
import { parseCik } from "@/lib/record/cik";

/** If the last part of the path is not a CIK, the issuer that last filed under that symbol. */
export async function findIssuerCik(text: string): Promise<string | null> {
  if (parseCik(text) !== null) return null;
  return findIssuerBySymbol(database(), decoded(text));
}

/** Next decodes the parameters of some addresses and not of others, so a percent sign may encode nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
