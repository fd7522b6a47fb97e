import { EmptyState } from "@/components/ui/empty-state";
import type { NotePage } from "@/lib/note-search/note-search";
import { footnotesUrl, searchUrl } from "@/lib/urls";

type NoNotesProps = {
  q: string;
  words: NotePage["words"];
  /** Address of the first page of the same search, or null on that page. */
  firstPageHref: string | null;
  relaxed: { label: string; href: string; count: string }[];
};

/** Says why nothing was found, and what to try instead. */
export const NoNotes = ({ q, words, firstPageHref, relaxed }: NoNotesProps) => {
  if (firstPageHref !== null) {
    return (
      <EmptyState title="You have reached the end of the list">
        <a href={firstPageHref}>Go to the first page</a>
      </EmptyState>
    );
  }
  if (words === "common") {
    return (
      <EmptyState title="What to try" clearHref={footnotesUrl()}>
        Words such as “the” and “of” are in every footnote, so we ignore them outside a phrase. Search for a more
        specific word or number.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={relaxed.length > 0 ? "Try a broader search" : "What to try"}
      relaxed={relaxed}
      clearHref={footnotesUrl()}
    >
      {relaxed.length > 0 ? null : (
        <>
          Try fewer words. <span className="id">vest*</span> finds all words that begin with these letters. To find
          insiders, issuers, tickers or accession numbers, use <a href={searchUrl(q)}>the main search</a>.
        </>
      )}
    </EmptyState>
  );
};
