import { SectionHead } from "@/components/site/section-head";
import { Pager } from "@/components/ui/pager";
import { isSearched, noteSearchUrl } from "@/lib/note-search/note-query";
import type { NoteOrder } from "@/lib/note-search/note-search";
import type { ReadingNames } from "@/lib/record/filing-names";
import { describeCount } from "@/lib/values/counts";
import type { NotesView } from "@/lib/views/notes";
import { FoundNotes } from "./found-notes";
import { NoNotes } from "./no-notes";

type ListedNotesProps = { view: NotesView; names: ReadingNames; pageSize: number };

/** One page of the footnotes found, or what to try instead. */
export const ListedNotes = ({ view, names, pageSize }: ListedNotesProps) => {
  const { search, order } = view.query;
  const { page } = view;
  if (page.notes.length === 0) return <NothingFound view={view} />;
  return (
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
      <FoundNotes notes={page.notes} names={names} />
      <Pager
        summary={`${page.notes.length} of ${describeCount(page.count, "footnote")}`}
        nextHref={view.next}
        pageSize={pageSize}
      />
    </section>
  );
};

const NothingFound = ({ view: { query, page, relaxed, isFirstPage, url } }: { view: NotesView }) =>
  isSearched(query.search) || !isFirstPage ? (
    <NoNotes q={query.search.q} words={page.words} firstPageHref={isFirstPage ? null : url} relaxed={relaxed} />
  ) : (
    <p className="section muted">No filings with footnotes yet.</p>
  );

type NoteOrderLinksProps = { order: NoteOrder; hrefOf: (order: NoteOrder) => string };

const ORDERS: readonly { order: NoteOrder; label: string }[] = [
  { order: "newest", label: "Newest first" },
  { order: "best", label: "Best first" },
];

/** Links to sort the results. */
const NoteOrderLinks = ({ order, hrefOf }: NoteOrderLinksProps) => (
  <nav className="segments" aria-label="Order">
    {ORDERS.map(({ order: other, label }) => (
      <a key={other} href={hrefOf(other)} aria-current={other === order ? "true" : undefined}>
        {label}
      </a>
    ))}
  </nav>
);
