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
