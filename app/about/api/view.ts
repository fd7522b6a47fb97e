import { API_ADDRESSES } from "@/app/openapi.json/addresses";
import { findSearchExamples } from "@/db/queries/search-filings";
import { database } from "@/db/server/client";
import { filterParameters } from "@/lib/openapi/parameters";
import { apiReference, type Reference } from "@/lib/openapi/reference";

/** The reference, and by the id of an address: something in this database, for the part of it in braces. */
export type ApiView = { reference: Reference; examples: Readonly<Record<string, string | null>> };

export async function loadApiView(): Promise<ApiView> {
  const found = await findSearchExamples(database());
  return {
    reference: apiReference(API_ADDRESSES, filterParameters()),
    examples: {
      filing: found?.accessionNumber ?? null,
      insider: found?.insiderCik ?? null,
      issuer: found?.cik ?? null,
      watch: found?.insiderCik ?? null,
      search: found?.tradingSymbol ?? null,
      suggestions: found?.tradingSymbol ?? null,
      code: "P",
    },
  };
}
