import { SectionHead } from "@/components/site/section-head";
import { EmptyState } from "@/components/ui/empty-state";
import { dataUrl, footnotesUrl, searchUrl } from "@/lib/urls";
import type { SearchView } from "@/lib/views/search";

/** The kinds of search, with examples from this database. */
export const SearchForms = ({ view: { examples } }: { view: SearchView }) => {
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
