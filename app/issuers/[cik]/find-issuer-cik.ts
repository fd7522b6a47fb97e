import { findIssuerBySymbol } from "@/db/queries/issuer";
import { database } from "@/db/server/client";
import { parseCik } from "@/lib/record/cik";

/** The issuer that a path's last part means, where it is no CIK: the one last filed under that symbol. */
export async function findIssuerCik(text: string): Promise<string | null> {
  if (parseCik(text) !== null) return null;
  return findIssuerBySymbol(database(), decodeURIComponent(text));
}
