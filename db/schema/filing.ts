import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { asFiled, calendarDate, flag, instant } from "./columns";

/** Where our data on a filing comes from. */
export type FilingSource = "xml" | "data-set" | "paper";

const isLocalPaper = sql`source = 'paper' and accession_number like 'local-%'`;

/** One filing, in its latest version. The bytes of earlier versions are in `raw_document`. */
export const filing = pgTable(
  "filing",
  {
    accessionNumber: text().primaryKey(),
    source: text().$type<FilingSource>().notNull(),
    version: integer().notNull(),
    /**
     * SHA-256 of the ownershipDocument's text, the same for the same content in any wrapping. Null if we know only a data set.
     */
    contentSha256: text(),
    isSample: boolean().notNull(),
    /** When EDGAR accepted it; null unless the submission's header says so. */
    filedAt: timestamp({ withTimezone: true }),
    filingDate: calendarDate(),
    /** Orders filings: filed at, or else filing date, signature date, period of report. */
    orderedAt: instant().notNull(),

    schemaVersion: text(),
    documentType: text(),
    periodOfReport: calendarDate(),
    dateOfOriginalSubmission: calendarDate(),
    noSecuritiesOwned: flag(),
    notSubjectToSection16: flag(),
    form3HoldingsReported: flag(),
    form4TransactionsReported: flag(),
    issuerCik: text(),
    issuerName: text(),
    issuerTradingSymbol: text(),
    issuerForeignTradingSymbol: text(),
    aff10b5One: flag(),
    remarks: text(),
    /** False for schema X0101 (2003), whose rows are at the root of the document. */
    hasTables: boolean().notNull(),
    /** JSON Pointers into the document: present in the original, but not in the text we have. */
    unread: text().array(),
    ...asFiled(),
  },
  (t) => [
    index("filing_newest").on(t.orderedAt, t.accessionNumber),
    index("filing_of_issuer").on(t.issuerCik, t.orderedAt, t.accessionNumber),
    index("filing_by_filing_date").on(t.filingDate),
    index("filing_of_sample").on(t.isSample).where(sql`is_sample`),
    // For incoming XML, to find its paper form without a number.
    index("filing_of_local_paper_by_cik").on(t.issuerCik).where(isLocalPaper),
    index("filing_of_local_paper_by_name").on(sql`upper(${t.issuerName})`).where(isLocalPaper),
  ],
);
