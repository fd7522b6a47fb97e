import { SectionHead } from "@/components/site/section-head";
import { EmptyState } from "@/components/ui/empty-state";
import { listedName, type ReadingNames } from "@/lib/record/filing-names";
import { dataUrl, edgarNamesUrl, footnotesUrl, insiderUrl, issuerUrl } from "@/lib/urls";
import { describeCount, formatCount } from "@/lib/values/counts";
import type { SearchView } from "@/lib/views/search";
import { FilingHits } from "./filing-hits";
import { PartyHits } from "./party-hits";
import { foundNothing } from "./search-headline";

const wordsOf = (query: SearchView["query"]): string[] =>
  "words" in query ? query.words : query.kind === "cik" ? [query.cik] : [];

type SearchResultsProps = {
  view: SearchView;
  /** The names of insiders in reading order. */
  names: ReadingNames;
};

/** The issuers, insiders and filings found by a search, or what to try instead. */
export const SearchResults = ({ view, names }: SearchResultsProps) => {
  if (view.query.kind === "too long") return null;
  const { issuers, insiders, filings, notHeld } = view;
  const words = wordsOf(view.query);
  return (
    <>
      {notHeld && !foundNothing(view) && (
        <p className="notice">
          We could not find {notHeld.what}. <OnEdgar url={notHeld.edgarUrl} />
        </p>
      )}
      {foundNothing(view) && <Nothing view={view} />}
      {issuers.hits.length > 0 && (
        <section className="section" aria-labelledby="issuers">
          <SectionHead
            id="issuers"
            title="Issuers"
            note={shown(issuers.hits.length, issuers.inAll)}
            aside={issuers.all && <a href={issuers.all}>These issuers in the directory</a>}
          />
          <PartyHits words={words} hits={issuers.hits.map((hit) => ({ ...hit, href: issuerUrl(hit.cik) }))} />
        </section>
      )}
      {insiders.hits.length > 0 && (
        <section className="section" aria-labelledby="insiders">
          <SectionHead
            id="insiders"
            title="Insiders"
            note={shown(insiders.hits.length, insiders.inAll)}
            aside={insiders.all && <a href={insiders.all}>These insiders in the directory</a>}
          />
          <PartyHits
            words={words}
            hits={insiders.hits.map(({ others, othersInAll, ...hit }) => ({
              ...hit,
              name: listedName(hit, names),
              href: insiderUrl(hit.cik),
              issuers: { named: others, inAll: othersInAll },
            }))}
          />
        </section>
      )}
      {filings.entries.length > 0 && (
        <section className="section" aria-labelledby="filings">
          <SectionHead
            id="filings"
            title="Filings"
            note={`${shown(filings.entries.length, filings.inAll)}, newest first`}
            aside={filings.all.map(({ label, href }) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
          />
          <FilingHits entries={filings.entries} words={words} names={names} />
        </section>
      )}
      {view.query.kind !== "no words" && view.instead.length === 0 && (
        <p className="section small muted">
          <a href={footnotesUrl(view.query.text)}>Search all footnotes for “{view.query.text}”</a>
        </p>
      )}
    </>
  );
};

const shown = (n: number, inAll: SearchView["filings"]["inAll"]) =>
  inAll.count === n ? `${n} in all` : `${n} of ${formatCount(inAll)}`;

const OnEdgar = ({ url }: { url: string | null }) =>
  url ? <a href={url}>Look for it on EDGAR</a> : <>We assigned this number ourselves, so EDGAR does not know it.</>;

const offered = (offer: SearchView["instead"][number], text: string) =>
  offer.kind === "nearest"
    ? { label: `Did you mean “${offer.words}”?`, href: offer.url, count: "" }
    : { label: `Footnotes with “${text}”`, href: offer.url, count: describeCount(offer.count, "footnote") };

const Nothing = ({ view: { query, notHeld, wordsAlone, instead } }: { view: SearchView }) => {
  if (notHeld) {
    return (
      <EmptyState title="It may be on EDGAR">
        This database has only the filings that were loaded into it. <OnEdgar url={notHeld.edgarUrl} />, or see{" "}
        <a href={dataUrl()}>what is in this database</a>.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={wordsAlone.length > 0 ? "No single name contains all these words" : "What to try"}
      relaxed={[
        ...instead.map((offer) => offered(offer, query.text)),
        ...wordsAlone.map(({ word, url, count }) => ({ label: word, href: url, count })),
      ]}
    >
      Each word must match the beginning of a word in one name, current or former: “tim cook” finds COOK TIMOTHY D. Try
      the first few letters only.{" "}
      {query.kind === "no words" ? null : <a href={edgarNamesUrl(query.text)}>Look for this name on EDGAR</a>}
    </EmptyState>
  );
};
