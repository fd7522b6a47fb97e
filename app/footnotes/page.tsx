import type { Metadata } from "next";
import { loadNotesPage, PAGE_SIZE } from "@/app/footnotes/view";
import { askedParams } from "@/app/search-params";
import { FactField } from "@/components/footnotes/fact-field";
import { FoundNotes } from "@/components/footnotes/found-notes";
import { NoNotes } from "@/components/footnotes/no-notes";
import { NoteOrderLinks } from "@/components/footnotes/note-order";
import { NoteSearchExamples } from "@/components/footnotes/note-search-examples";
import { NoteSearchField } from "@/components/footnotes/note-search-field";
import { NotesLead } from "@/components/footnotes/notes-lead";
import { FilterForm } from "@/components/listing/filter-form";
import { IgnoredList } from "@/components/listing/ignored-list";
import { ViewAddress } from "@/components/listing/view-address";
import { SectionHead } from "@/components/site/section-head";
import { Pager } from "@/components/ui/pager";
import { filterOfSearch, isSearched, noteSearchParams, noteSearchUrl } from "@/lib/note-search/note-query";
import { NOTE_FILTERS } from "@/lib/note-search/note-search";
import { footnotesUrl, inFormat } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";

export async function generateMetadata(): Promise<Metadata> {
  const { title, url, query } = await loadNotesPage();
  return {
    title,
    // Searches have no end.
    robots: isSearched(query.search) ? { index: false } : undefined,
    alternates: {
      canonical: url,
      types: {
        "application/json": inFormat(url, "json"),
        "text/csv": inFormat(url, "csv"),
        "application/atom+xml": inFormat(url, "atom"),
      },
    },
  };
}

export default async function FootnotesPage() {
  const asked = await askedParams();
  const view = await loadNotesPage();
  const { query, page } = view;
  const { search, order } = query;
  const path = footnotesUrl();
  const params = noteSearchParams(search, order);
  return (
    <>
      <NotesLead search={search} order={order} filterWords={view.filterWords} page={page} />
      <NoteSearchField q={search.q} kept={params.filter(([name]) => name !== "q")} />
      <FilterForm
        action={path}
        filter={filterOfSearch(search)}
        names={view.names}
        only={NOTE_FILTERS}
        kept={params.filter(([name]) => name === "q" || name === "sort")}
        hrefOf={(filter) => noteSearchUrl({ ...search, ...filter }, { order })}
      >
        <FactField asked={search.facts} clearHref={noteSearchUrl({ ...search, facts: [] }, { order })} />
      </FilterForm>
      <ViewAddress url={view.url} />
      <IgnoredList ignored={view.ignored} path={path} query={asked} />
      {!isSearched(search) && view.isFirstPage && <NoteSearchExamples />}
      {page.notes.length === 0 ? (
        <NothingFound view={view} />
      ) : (
        <section className="section" aria-labelledby="notes">
          <SectionHead
            id="notes"
            title={isSearched(search) ? "Footnotes found" : "Newest footnotes"}
            note={order === "best" ? "Best matches first" : "Newest filings first"}
            aside={
              page.words === "searched" && (
                <NoteOrderLinks order={order} hrefOf={(other) => noteSearchUrl(search, { order: other })} />
              )
            }
          />
          <FoundNotes notes={page.notes} />
          <Pager
            summary={`${page.notes.length} of ${describeCount(page.count, "footnote")}`}
            nextHref={view.next}
            pageSize={PAGE_SIZE}
          />
        </section>
      )}
    </>
  );
}

const NothingFound = ({
  view: { query, page, relaxed, isFirstPage, url },
}: {
  view: Awaited<ReturnType<typeof loadNotesPage>>;
}) =>
  isSearched(query.search) || !isFirstPage ? (
    <NoNotes q={query.search.q} words={page.words} firstPageHref={isFirstPage ? null : url} relaxed={relaxed} />
  ) : (
    <p className="section muted">No filings with footnotes yet.</p>
  );
