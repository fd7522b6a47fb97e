import { LONGEST_QUERY } from "@/lib/filters/search-query";
import { footnotesUrl } from "@/lib/urls";

type NoteSearchFieldProps = {
  q: string;
  /** Other parameters of the address, which the form keeps. */
  kept: readonly (readonly [string, string])[];
};

/** Search field for footnotes and remarks: a plain form, with its syntax explained below. */
export const NoteSearchField = ({ q, kept }: NoteSearchFieldProps) => (
  <search>
    <form className="search-field" action={footnotesUrl()} method="get">
      <input
        key={q}
        type="search"
        name="q"
        defaultValue={q}
        aria-label="Words of footnotes and remarks"
        aria-describedby="note-search-forms"
        autoComplete="off"
        maxLength={LONGEST_QUERY}
      />
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="button is-primary">
        Search
      </button>
    </form>
    <p id="note-search-forms" className="search-forms">
      Finds all words, in any order and form. <b className="id">"donor advised"</b> finds this phrase,{" "}
      <b className="id">gift or charity</b> finds either word, <b className="id">-tax</b> leaves out a word, and{" "}
      <b className="id">vest*</b> finds words that begin this way.
    </p>
  </search>
);
