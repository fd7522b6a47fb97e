import { EmptyState } from "@/components/ui/empty-state";
import type { NotePage } from "@/lib/note-search/note-search";
import { footnotesUrl, searchUrl } from "@/lib/urls";

type NoNotesProps = {
  q: string;
  words: NotePage["words"];
  /** Where the first page of the same search is; null where this is it. */
  firstPageHref: string | null;
  relaxed: { label: string; href: string; count: string }[];
};

/** Nothing was found: why, and what to ask instead. */
export const NoNotes = ({ q, words, firstPageHref, relaxed }: NoNotesProps) => {
  if (firstPageHref !== null) {
    return (
      <EmptyState title="There are no more notes behind this place">
        <a href={firstPageHref}>Go to the first page</a>
      </EmptyState>
    );
  }
  if (words === "common") {
    return (
      <EmptyState title="What to try" clearHref={footnotesUrl()}>
        Words such as “the” and “of” are in every note, and are passed over but in a phrase. Look for a word or a number
        that tells notes apart.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={relaxed.length > 0 ? "Asked a little less strictly" : "What to try"}
      relaxed={relaxed}
      clearHref={footnotesUrl()}
    >
      {relaxed.length > 0 ? null : (
        <>
          Fewer words find more, and <span className="id">vest*</span> finds all words that begin so. Names of insiders
          and issuers, tickers and numbers are for <a href={searchUrl(q)}>the search of filings</a>.
        </>
      )}
    </EmptyState>
  );
};
