import { ListedDay } from "@/components/site/listed-day";
import { MarkedWords } from "@/components/ui/marked-words";
import { Missing } from "@/components/ui/missing";
import { printCik } from "@/lib/record/cik";
import type { MentionedFiling } from "@/lib/views/party";

export type PartyHitProps = {
  cik: string;
  name: string | null;
  tradingSymbol: string | null;
  /** The name that matched, if it is not the current one. */
  matchedName: string | null;
  href: string;
  filings: number;
  lastFiling: MentionedFiling | null;
  /** For an insider, the issuers on which they filed, newest first: a few of them, and the total number. */
  issuers?: { named: { cik: string; name: string | null; tradingSymbol: string | null }[]; inAll: number };
};

/** Issuers or insiders found by a search, with the matching words marked. */
export const PartyHits = ({ hits, words }: { hits: PartyHitProps[]; words: readonly string[] }) => (
  <ul className="results">
    {hits.map((hit) => (
      <li key={hit.cik}>
        <a href={hit.href}>{hit.name === null ? <Missing /> : <MarkedWords text={hit.name} words={words} />}</a>
        <span className="small muted">
          {hit.filings.toLocaleString("en-US")} {hit.filings === 1 ? "filing" : "filings"}
          {hit.lastFiling && (
            <>
              , last <ListedDay filing={hit.lastFiling} inWords />
            </>
          )}
        </span>
        <span className="under">
          {hit.tradingSymbol && (
            <>
              <b className="ticker">
                <MarkedWords text={hit.tradingSymbol} words={words} />
              </b>
              {" · "}
            </>
          )}
          CIK <span className="id">{printCik(hit.cik)}</span>
          {hit.matchedName !== null && hit.matchedName !== "" && (
            <>
              {" · also filed under "}
              <MarkedWords text={hit.matchedName} words={words} />
            </>
          )}
          {hit.issuers && hit.issuers.inAll > 0 && ` · ${issuersInWords(hit.issuers)}`}
        </span>
      </li>
    ))}
  </ul>
);

function issuersInWords({ named, inAll }: NonNullable<PartyHitProps["issuers"]>): string {
  const names = named.map(({ name, tradingSymbol, cik }) => tradingSymbol ?? name ?? `CIK ${cik}`);
  const more = inAll - names.length;
  return `at ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
