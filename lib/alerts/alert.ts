import type { RowColumn } from "@/lib/record/filing-fields";
import type { TableNumber } from "@/lib/record/reported-row";

/** Who keeps an alert: the operator in a file, or a reader by signed links. */
export type AlertOrigin = "file" | "reader";
export type AlertChannel = "webhook" | "mail";
export const RATES = ["immediate", "daily", "weekly"] as const;
export type AlertRate = (typeof RATES)[number];

/**
 * `unconfirmed`: the address has not been confirmed yet. `stopped`: by its owner. `paused`: by us, because the mail server refuses the
 * address. `disabled`: by us, because the receiver no longer exists, or we cannot read the view. Only active alerts match anything.
 */
export type AlertState = "unconfirmed" | "active" | "stopped" | "paused" | "disabled";

/** `changed`: an amendment, or a later version of the filing, changed a row that an earlier match reported. */
export type MatchKind = "new" | "changed";

export type DeliveryState = "waiting" | "delivered" | "failed";

/** Why a delivery failed, as `/about/alerts` and logs name it. */
export type DeliveryErrorClass =
  | "HTTP_4XX"
  | "HTTP_5XX"
  | "REDIRECT"
  | "TIMEOUT"
  | "DNS"
  | "TLS"
  | "REFUSED_ADDRESS"
  | "CONNECTION"
  | "SMTP_4XX"
  | "SMTP_5XX"
  | "GONE";

/** What was found, with values as filed. */
export type Matched = {
  subject: "transaction" | "footnote" | "filing";
  /** The path of the row, footnote or filing on this site: `/filings/0001365555-13-000001#I-2`. */
  path: string;
  /** What the feed of the view calls it: “DOE JANE, Acme Corp: bought 5,000 shares of Common Stock at $12.50 …”. */
  title: string;
  filing: {
    accessionNumber: string;
    /** `4`, `4/A` …; null if the document does not say. */
    form: string | null;
    filedAt: string | null;
    filingDate: string | null;
    issuer: { cik: string | null; name: string | null; symbol: string | null };
    /** With what they are to the issuer in words: “Director, CFO”. */
    owners: { cik: string | null; name: string | null; relationship: string }[];
  };
  transaction: MatchedTransaction | null;
  /** The text of a footnote, as filed. */
  footnote: { id: string; text: string } | null;
  /** False if a row that matched was changed so that the view no longer contains it. */
  isInView: boolean;
};

export type MatchedTransaction = {
  tableNumber: TableNumber;
  line: number;
  /** In US dollars; null outside Table I, and if it is not known with certainty. */
  value: string | null;
  /** What the row states, without what it leaves empty. */
  stated: Partial<Record<RowColumn, string>>;
  /** ISO 4217 if a footnote says that the price is not in US dollars. */
  currency: string | null;
  /** The figure that evidence contradicts. */
  implausible: RowColumn | null;
  isUnderPlan: boolean;
};

/** A column of a row, or the text of a footnote, that is no longer what it was. */
export type MatchChange = { field: RowColumn | "footnote"; from: string | null; to: string | null };
