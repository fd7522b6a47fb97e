import { shortIssuerName } from "@/lib/names/names";
import type { FilingIssuer } from "./filing";

/** What filers write if there is no symbol. */
const noSymbol = /^\W*(none|n\.?\/?a\.?|not (applicable|listed))?\W*$/i;

/** A short label for an issuer: its symbol, else its name without the legal form, else its CIK; null if it has none of them. */
export function issuerLabel({ tradingSymbol, name, cik }: Omit<FilingIssuer, "foreignTradingSymbol">): string | null {
  if (tradingSymbol !== null && !noSymbol.test(tradingSymbol)) return tradingSymbol;
  if (name !== null) return shortIssuerName(name);
  return cik === null ? null : `CIK ${cik}`;
}
