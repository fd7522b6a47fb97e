import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { loadSearchView, readSearchQuery, type SearchView } from "@/app/search/view";
import { askedParams } from "@/app/search-params";
import { IgnoredList } from "@/components/listing/ignored-list";
import { FilingHits } from "@/components/search/filing-hits";
import { PartyHits } from "@/components/search/party-hits";
import { PageLead } from "@/components/site/page-lead";
import { SearchField } from "@/components/site/search-field";
import { SectionHead } from "@/components/site/section-head";
import { EmptyState } from "@/components/ui/empty-state";
import { LONGEST_QUERY } from "@/lib/filters/search-query";
import { dataUrl, edgarNamesUrl, footnotesUrl, inFormat, insiderUrl, issuerUrl, searchUrl } from "@/lib/urls";
import { describeCount, formatCount } from "@/lib/values/counts";

export async function generateMetadata(): Promise<Metadata> {
  const { query } = readSearchQuery(await askedParams());
  return { title: query.text === "" ? "Search" : `Search: ${query.text.slice(0, 60)}`, robots: { index: false } };
}

export default async function SearchPage() {
  const query = await askedParams();
  const view = await loadSearchView(readSearchQuery(query));
  if (view.goesTo) redirect(view.goesTo);
  return (
    <>
      <PageLead eyebrow="Search" title={headline(view)} />
      <div className="work">
        <SearchField q={view.query.kind === "too long" ? undefined : view.query.text} />
        <IgnoredList ignored={view.ignored} path={searchUrl()} query={query} />
        {view.query.kind === "empty" ? <Examples view={view} /> : <Results view={view} />}
      </div>
    </>
  );
}

const foundNothing = ({ issuers, insiders, filings }: SearchView) =>
  issuers.hits.length + insiders.hits.length + filings.entries.length === 0;

function headline(view: SearchView): string {
  const { query, issuers, insiders, filings, notHeld } = view;
  if (query.kind === "empty") return "Find an insider, an issuer or a filing";
  if (query.kind === "too long")
    return `A search can have up to ${LONGEST_QUERY} characters; yours has ${query.length}`;
  if (query.kind === "no words") return `“${query.text}” contains no letters or digits`;
  if (foundNothing(view)) return notHeld ? `We could not find ${notHeld.what}` : `No results for “${query.text}”`;
  const groups = [
    issuers.hits.length > 0 ? describeCount(issuers.inAll, "issuer") : null,
    insiders.hits.length > 0 ? describeCount(insiders.inAll, "insider") : null,
    filings.entries.length > 0 ? describeCount(filings.inAll, "filing") : null,
  ].filter((group) => group !== null);
  const listed = groups.length < 3 ? groups.join(" and ") : `${groups[0]}, ${groups[1]} and ${groups[2]}`;
  return `${listed} for “${query.text}”`;
}

const wordsOf = (query: SearchView["query"]): string[] =>
  "words" in query ? query.words : query.kind === "cik" ? [query.cik] : [];

const Results = ({ view }: { view: SearchView }) => {
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
          <FilingHits entries={filings.entries} words={words} />
        </section>
      )}
      <p className="section small muted">
        {view.query.kind !== "no words" && (
          <>
            <a href={footnotesUrl(view.query.text)}>Search all footnotes for “{view.query.text}”</a> ·{" "}
          </>
        )}
        <a href={inFormat(view.url, "json")}>JSON of this search</a>
      </p>
    </>
  );
};

const shown = (n: number, inAll: SearchView["filings"]["inAll"]) =>
  inAll.count === n ? `${n} in all` : `${n} of ${formatCount(inAll)}`;

const OnEdgar = ({ url }: { url: string | null }) =>
  url ? <a href={url}>Look for it on EDGAR</a> : <>We assigned this number ourselves, so EDGAR does not know it.</>;

const Nothing = ({ view: { query, notHeld, wordsAlone } }: { view: SearchView }) => {
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
      relaxed={wordsAlone.map(({ word, url, count }) => ({ label: word, href: url, count }))}
    >
      Each word must begin a word of one name, current or former: “tim cook” finds COOK TIMOTHY D. Try fewer letters.{" "}
      {query.kind === "no words" ? null : <a href={edgarNamesUrl(query.text)}>Look for this name on EDGAR</a>}
    </EmptyState>
  );
};

const Examples = ({ view: { examples } }: { view: SearchView }) => {
  if (!examples) {
    return (
      <EmptyState title="No filings yet">
        <a href={dataUrl()}>How to load filings</a>
      </EmptyState>
    );
  }
  const { name, tradingSymbol, cik, accessionNumber } = examples;
  const [first = name] = name.split(" ");
  const forms = [
    { q: name, what: "a name as filed, or the beginnings of its words, in any order" },
    { q: `@${first}`, what: "insiders only" },
    { q: `$${tradingSymbol}`, what: "a ticker: opens the issuer" },
    { q: cik, what: "a CIK, with or without leading zeros: opens the issuer or insider" },
    {
      q: accessionNumber,
      what: "an accession number, on its own, as 18 digits or in an EDGAR address: opens the filing",
    },
    { q: `#${accessionNumber.slice(0, 13)}`, what: "the beginning of an accession number" },
  ];
  return (
    <section className="section" aria-labelledby="examples">
      <SectionHead id="examples" title="Examples" note="From the newest filings" />
      <ul className="results">
        {forms.map(({ q, what }) => (
          <li key={q} className="is-example">
            <a className="id" href={searchUrl(q)}>
              {q}
            </a>
            <span className="secondary">{what}</span>
          </li>
        ))}
      </ul>
      <p className="section small muted">
        To search footnotes and remarks, use <a href={footnotesUrl()}>footnote search</a>.
      </p>
    </section>
  );
};
