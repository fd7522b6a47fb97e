import { EmptyState, EndOfList, NothingMatches } from "@/components/ui/empty-state";
import type { NotePage } from "@/lib/note-search/note-search";
import { footnotesUrl, searchUrl } from "@/lib/urls";
import type { BroaderList } from "@/lib/views/nothing-found";

type NoNotesProps = {
  q: string;
  words: NotePage["words"];
  /** Address of the first page of the same search, or null on that page. */
  firstPageHref: string | null;
  relaxed: BroaderList[];
};

/** Says why nothing was found, and what to try instead. */
export const NoNotes = ({ q, words, firstPageHref, relaxed }: NoNotesProps) => {
  if (firstPageHref !== null) return <EndOfList firstPageHref={firstPageHref} />;
  if (words === "common") {
    return (
      <EmptyState title="What to try" clearHref={footnotesUrl()}>
        Words such as “the” and “of” are in almost every footnote, so we ignore them outside a phrase. Search for a more
        specific word or number.
      </EmptyState>
    );
  }
  if (words === "no letters or digits") {
    return (
      <EmptyState title="What to try" clearHref={footnotesUrl()}>
        Search for a word or number.
      </EmptyState>
    );
  }
  return (
    <NothingMatches asked="search" relaxed={relaxed} clearHref={footnotesUrl()}>
      Try fewer words. <span className="id">vest*</span> finds all words that begin with these letters. To find
      insiders, issuers, tickers or accession numbers, use <a href={searchUrl(q)}>the main search</a>.
    </NothingMatches>
  );
};
