import { PageLead } from "@/components/site/page-lead";
import { noteHeadline } from "@/lib/note-search/describe-note-search";
import { isSearched } from "@/lib/note-search/note-query";
import type { NoteOrder } from "@/lib/note-search/note-search";
import { methodUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";
import type { NotesView } from "@/lib/views/notes";

/** The head of the page: how many footnotes match the query. */
export const NotesLead = ({ view: { query, filterWords, page } }: { view: NotesView }) => {
  const { search, order } = query;
  return (
    <PageLead
      eyebrow="Footnotes and remarks, as filed"
      title={notesHeadline({ query, filterWords, page })}
      standfirst={
        isSearched(search) ? (
          <>
            {standfirst(page, order).map((sentence) => `${sentence} `)}
            <a href={methodUrl("note-search")}>How footnote search works</a>
          </>
        ) : (
          <>
            Search every footnote and all remarks by their words, by the facts they state, and by insider, issuer, date
            and code. <a href={methodUrl("footnotes")}>How we read facts from footnotes</a>
          </>
        )
      }
    />
  );
};

export function notesHeadline({ query, filterWords, page }: Pick<NotesView, "query" | "filterWords" | "page">): string {
  const { search } = query;
  const { count, words } = page;
  if (!isSearched(search)) return "What the footnotes say";
  if (words === "common") return `“${search.q}” has only words that are too common to search for`;
  if (words === "no letters or digits") return `“${search.q}” contains no letters or digits`;
  return noteHeadline(search, filterWords, count);
}

function standfirst({ count, undated, isCut }: NotesView["page"], order: NoteOrder): string[] {
  return [
    ...(order === "best" && isCut ? ["Only the newest 10,000 are ranked; older ones are left out."] : []),
    ...(undated && undated.countAtLeast > 0
      ? [`Not included: ${describeCount(undated, "footnote")} in filings without a filing date.`]
      : []),
    ...(count.count === 0 ? [] : ["Each is shown with the rows that cite it."]),
  ];
}
