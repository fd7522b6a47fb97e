import { searchUrl } from "@/lib/urls";
import { SearchInput } from "./search-input";

type SearchFieldProps = {
  /** The current query, so that it can be corrected. */
  q?: string;
};

/** The search field of a page about searching. The top bar has its own, which narrow windows hide. */
export const SearchField = ({ q }: SearchFieldProps) => (
  <search>
    <form className="search-field" action={searchUrl()} method="get">
      <SearchInput q={q} describedBy="search-forms" autoFocus={!q} />
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
