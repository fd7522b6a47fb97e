/** An issuer as a filing names it. */
export type FiledIssuer = { cik: string | null; name: string | null; tradingSymbol: string | null };

/** What a sentence needs to mention a filing. */
export type MentionedFiling = {
  accessionNumber: string;
  documentType: string | null;
  filingDate: string | null;
  filedAt: string | null;
  periodOfReport: string | null;
  orderedAt: string;
};

/** A filing after its due date, or with rows that the filer marked as late. */
export type LateFiling = {
  accessionNumber: string;
  documentType: string | null;
  filedOn: string | null;
  /** Business days from the trade or event to the filing date. */
  days: number | null;
  due: string | null;
  late: boolean;
  /** The filer's own marks on its rows, as filed: E for early, L for late. */
  marks: string[];
};

/** What we cannot know about the filings of an insider or issuer as of a past day, in numbers of filings. */
export type AsOfDoubts = {
  /** Left out, because we know neither when EDGAR accepted them nor their filing date. */
  undated: number;
  /** Shown in a later version than the first one that we received. */
  changed: number;
};

/** Trade dates, both included. */
export type DateSpan = { from: string; to: string };

/** The past day that a page shows. */
export type AsOf = AsOfDoubts & {
  day: string;
  /** The same view of the present record. */
  presentUrl: string;
};
