import type { Traders } from "@/lib/headlines/trades-in-words";
import { formatDate, formatDateRange } from "@/lib/values/dates";
import { numberInWords } from "@/lib/values/number-words";
import type { IssuerTrades } from "@/lib/views/issuer";

/** What the sums of an issuer cover: "In the 12 months to the newest filing, June 12, 2025, code S". */
export function issuerScope({
  span,
  isDated,
  words,
}: Pick<IssuerTrades, "span"> & { isDated: boolean; words: string }) {
  const when = isDated
    ? `Traded ${formatDateRange(span.from, span.to)}`
    : `In the 12 months to the newest filing, ${formatDate(span.to)}`;
  return words === "" ? when : `${when}, ${words}`;
}

/** Who bought and sold in it: "seven insiders", "six". */
export function issuerTraders({ insiders, sums }: Pick<IssuerTrades, "insiders" | "sums">): Traders {
  const who = (n: number) => `${numberInWords(n)} ${n === 1 ? "insider" : "insiders"}`;
  return {
    bought: who(insiders.bought),
    sold: sums.bought.rows > 0 ? numberInWords(insiders.sold) : who(insiders.sold),
  };
}
