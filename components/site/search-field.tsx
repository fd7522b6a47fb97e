import { searchUrl } from "@/lib/urls";

type SearchFieldProps = {
  /** The current query, so that it can be corrected. */
  q?: string;
};

/** The search field of a page about searching. The top bar has its own, which narrow windows hide. */
export const SearchField = ({ q }: SearchFieldProps) => (
  <search>
    <form className="search-field" action={searchUrl()} method="get">
      <input
        type="search"
        name="q"
        defaultValue={q}
        aria-label="Name, ticker, CIK or accession number"
        aria-describedby="search-forms"
        autoComplete="off"
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: the search page without a query has nothing else to do
        autoFocus={!q}
      />
      <button type="submit" className="button is-primary">
        Search
      </button>
    </form>
    <p id="search-forms" className="search-forms">
      The words of a name can be in any order. <b className="id">$</b> ticker, <b className="id">@</b> insider,{" "}
      <b className="id">#</b> accession number, digits for a CIK.
    </p>
  </search>
);
