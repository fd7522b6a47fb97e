/** What a citation of a filing, or of one of its rows or notes, states. */
export type CitedFiling = {
  /** In the order of the form, as the page names them. */
  authors: string[];
  /** "Form 4: Kestrel Grid Systems, Inc." */
  title: string;
  /** "Table I, row 2", "footnote 1"; null for the whole filing. */
  place: string | null;
  /** Dates are `2025-06-12`. */
  filedOn: string | null;
  accessed: string;
  /** Null if it is not known. */
  accessionNumber: string | null;
  url: string;
  /** Of the document as filed, which proves what was read, but not that it is right. Null if we have only a data set. */
  sha256: string | null;
};

export const CITATION_STYLES = ["text", "bibtex", "ris", "csl-json", "wiki"] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];
