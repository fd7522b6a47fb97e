import Big from "big.js";
import type { Gap } from "@/lib/holdings/gap";
import { balanceRow } from "@/lib/holdings/holding-line";
import { reportedChange } from "@/lib/record/continuity";
import { rowForTest, seriesFilingForTest } from "./row-for-test";

type Claim = {
  before: string;
  reported: string;
  /** The days of the two balances. */
  from?: string;
  until?: string;
  owners?: string[];
  line?: string;
  accessionNumber?: string;
  /** The filing's notes, and which of them the balance cites. */
  notes?: Record<string, string>;
  ofBalance?: string[];
  row?: Parameters<typeof rowForTest>[0];
};

/** A gap made for a test: a holding that does not follow from the one before, unless the row says more. */
export function gapForTest({
  before,
  reported,
  from = "2024-01-02",
  until = "2024-06-10",
  owners = ["2"],
  line = "D",
  accessionNumber = "0000000001-24-000002",
  notes = {},
  ofBalance = [],
  row = {},
}: Claim): Gap {
  const filing = seriesFilingForTest({ accessionNumber, periodOfReport: until, owners, notes });
  const source = rowForTest(
    { kind: "holding", transactionDate: until, ...row, sharesOwnedFollowing: [reported, ...ofBalance] },
    filing,
  );
  const earlier = seriesFilingForTest({ accessionNumber: "0000000001-24-000001", periodOfReport: from, owners });
  const prior = rowForTest({ kind: "holding", sharesOwnedFollowing: before }, earlier);
  const change = reportedChange(balanceRow(source));
  const expected = new Big(before).plus(typeof change === "string" ? 0 : change);
  const balances = { before: new Big(before), expected, reported: new Big(reported) };
  return { source, prior, line, ...balances, difference: balances.reported.minus(expected) };
}
