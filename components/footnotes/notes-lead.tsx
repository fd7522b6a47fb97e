import { PageLead } from "@/components/site/page-lead";
import { noteHeadline } from "@/lib/note-search/describe-note-search";
import { isSearched } from "@/lib/note-search/note-query";
import type { NoteOrder, NotePage, NoteSearch } from "@/lib/note-search/note-search";
import { methodUrl } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";

type NotesLeadProps = {
  search: NoteSearch;
  order: NoteOrder;
  /** The filters besides words and facts, in words; empty for none. */
  filterWords: string;
  page: Pick<NotePage, "count" | "undated" | "words" | "isCut">;
};

/** The head of the page: how many notes say what was asked for. */
export const NotesLead = ({ search, order, filterWords, page }: NotesLeadProps) => (
  <PageLead
    eyebrow={<b>Footnotes and remarks, as filed</b>}
    title={headline(search, filterWords, page)}
    standfirst={
      isSearched(search) ? (
        <>
          {standfirst(page, order).map((sentence) => `${sentence} `)}
          <a href={methodUrl("note-search")}>How notes are searched</a>
        </>
      ) : (
        <>
          Every footnote and all remarks of the filings held, by their words, by what they state, by insider, issuer,
          date and code. <a href={methodUrl("footnotes")}>How facts are read from notes</a>
        </>
      )
    }
  />
);

function headline(search: NoteSearch, filterWords: string, { count, words }: NotesLeadProps["page"]): string {
  if (!isSearched(search)) return "What the footnotes say";
  if (words === "common") {
    return /[\p{L}\p{N}]/u.test(search.q)
      ? `Every note has words such as “${search.q}”`
      : `“${search.q}” holds neither a letter nor a digit`;
  }
  return noteHeadline(search, filterWords, count);
}

function standfirst({ count, undated, isCut }: NotesLeadProps["page"], order: NoteOrder): string[] {
  return [
    ...(order === "best" && isCut ? ["Ranked are the newest 10,000 of them; those before are left out."] : []),
    ...(undated && undated.countAtLeast > 0
      ? [`Left out: ${describeCount(undated, "note")} of filings without a known filing date.`]
      : []),
    ...(count.count === 0 ? [] : ["Each stands with the rows that cite it."]),
  ];
}
