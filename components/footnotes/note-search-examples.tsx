import { SectionHead } from "@/components/site/section-head";
import { FACT_GROUPS } from "@/lib/footnotes/fact-groups";
import { FACT_NAMES } from "@/lib/footnotes/fact-names";
import { NO_NOTE_SEARCH, noteSearchUrl } from "@/lib/note-search/note-query";
import { footnotesUrl } from "@/lib/urls";

const QUERIES = [
  { q: '"weighted average price"', what: "these words in this order" },
  { q: "vest* annually", what: "a word that begins this way, and another one, anywhere in the footnote" },
  { q: "gift or charity", what: "either word" },
  { q: '10b5-1 -"trading plan"', what: "leaves out a phrase" },
] as const;

const NAMES = new Map(FACT_NAMES.map((names) => [names.name, names]));

/** Example searches, for a page without a query. */
export const NoteSearchExamples = () => (
  <>
    <section className="section" aria-labelledby="words">
      <SectionHead
        id="words"
        title="Search by words"
        note="English words are found in all their forms: vest, vests, vesting"
      />
      <ul className="results">
        {QUERIES.map(({ q, what }) => (
          <li key={q} className="is-example">
            <a className="id" href={footnotesUrl(q)}>
              {q}
            </a>
            <span className="secondary">{what}</span>
          </li>
        ))}
      </ul>
    </section>
    <section className="section" aria-labelledby="facts">
      <SectionHead id="facts" title="Search by facts" note="Facts that footnotes state explicitly" />
      <dl className="fact-links">
        {FACT_GROUPS.map(({ label, facts }) => (
          <div key={label}>
            <dt>{label}</dt>
            {facts.map(({ name }) => {
              const names = NAMES.get(name);
              return (
                names && (
                  <dd key={name}>
                    <a href={noteSearchUrl({ ...NO_NOTE_SEARCH, facts: [{ key: names.key, value: null }] })}>
                      {names.words}
                    </a>
                  </dd>
                )
              );
            })}
          </div>
        ))}
      </dl>
    </section>
  </>
);
