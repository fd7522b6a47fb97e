import { API_ADDRESSES } from "@/app/openapi.json/addresses";
import { findSearchExamples } from "@/db/queries/search-filings";
import { database } from "@/db/server/client";
import { filterParameters } from "@/lib/openapi/parameters";
import { apiReference, type Reference } from "@/lib/openapi/reference";

/** The reference, and for each part of an address in braces something that is in this database. */
export type ApiView = { reference: Reference; examples: Readonly<Record<string, string | null>> };

export async function loadApiView(): Promise<ApiView> {
  const found = await findSearchExamples(database());
  return {
    reference: apiReference(API_ADDRESSES, filterParameters()),
    examples: {
      filing: found?.accessionNumber ?? null,
      insider: found?.insiderCik ?? null,
      issuer: found?.cik ?? null,
      code: "P",
    },
  };
}
