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
