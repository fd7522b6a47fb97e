import { shortIssuerName } from "@/lib/names/names";
import type { InsiderView } from "@/lib/views/insider";

type Lead = InsiderView["lead"];

/** What the sums cover: "At Kestrel Grid Systems since 2018", "In 3 issuers, code S". */
export function insiderScope({ words, wordsBesidesIssuers, issuers, standing }: Lead): string {
  const [issuer, ...others] = issuers;
  if (!issuer) return words === "" ? "In no issuer" : `With ${words}`;
  const name = issuer.name ? shortIssuerName(issuer.name) : "an unnamed issuer";
  const where = others.length > 0 ? `In ${issuers.length} issuers` : `${standing.isInside ? "At" : "In"} ${name}`;
  if (wordsBesidesIssuers !== "") return `${where}, ${wordsBesidesIssuers}`;
  return standing.since === null ? where : `${where} since ${standing.since}`;
}
