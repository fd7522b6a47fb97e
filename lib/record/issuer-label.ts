import { shortIssuerName } from "@/lib/names/names";
import type { FilingIssuer } from "./filing";

/** What filers write where there is no symbol. */
const noSymbol = /^\W*(none|n\.?\/?a\.?|not (applicable|listed))?\W*$/i;

/** An issuer in few letters: its symbol, else its name without the legal form, else its CIK; null where nothing is stated. */
export function issuerLabel({ tradingSymbol, name, cik }: Omit<FilingIssuer, "foreignTradingSymbol">): string | null {
  if (tradingSymbol !== null && !noSymbol.test(tradingSymbol)) return tradingSymbol;
  if (name !== null) return shortIssuerName(name);
  return cik === null ? null : `CIK ${cik}`;
}
