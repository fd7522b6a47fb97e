/** What contradicts a figure. */
export type ImplausibleReason =
  /** The footnote on the price says that it is a total. We compare it with that total divided by the shares. */
  | "stated total"
  /** The footnote on the price states another price. */
  | "stated price"
  /** The footnote on the price states the range of prices. */
  | "stated range"
  | "exercise price"
  /** The balances before and after the row. */
  | "balances"
  /** What others paid for the same security within days. */
  | "other trades"
  /** The footnote, exercise price or balances of another filing that reports this trade. */
  | "another report";

/** What the filer probably did: typed the total, lost the decimal point, or swapped price and shares. */
export type ImplausibleCause = "total" | "decimal point" | "swapped";

/** A figure that evidence contradicts. The row is shown as filed, and left out of headlines and totals. */
export type Implausible = {
  field: "pricePerShare" | "transactionShares";
  reason: ImplausibleReason;
  /** Null if we cannot tell. */
  cause: ImplausibleCause | null;
  comparedWith: {
    /** A price in US dollars, or a number of shares. */
    amount: string;
    /** How many times this amount the figure is; null if the two are swapped. */
    times: string | null;
    /** How many other trades the price was compared with, for "other trades"; the amount is their median price. */
    trades: number | null;
    /** The footnote that says so (`F1`). */
    footnoteId: string | null;
  };
};

export type ImplausibleColumns = Omit<Implausible, "comparedWith"> & Implausible["comparedWith"];

/** The same as columns of a table. */
export const implausibleColumns = ({ comparedWith, ...rest }: Implausible): ImplausibleColumns => ({
  ...rest,
  ...comparedWith,
});

export const implausibleOf = ({
  field,
  reason,
  cause,
  amount,
  times,
  trades,
  footnoteId,
}: ImplausibleColumns): Implausible => ({
  field,
  reason,
  cause,
  comparedWith: { amount, times, trades, footnoteId },
});
