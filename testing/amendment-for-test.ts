import type { Filing, FilingEntry } from "@/lib/record/filing";
import { entryForTest } from "./entry-for-test";

type Rows = Parameters<typeof entryForTest>[0];
type Facts = Partial<Omit<Filing, "owners">> & { owners?: string[]; notes?: Record<string, string> };

/** An owner of whom only the CIK matters; `""` for an unknown CIK. */
const owner = (cik: string): Filing["owners"][number] => ({
  cik: cik === "" ? null : cik,
  name: null,
  isDirector: true,
  isOfficer: null,
  isTenPercentOwner: null,
  isOther: null,
  officerTitle: null,
  otherText: null,
});

/** A Form 4 filed June 12 for June 10, numbered `0000000001-25-000001`, by owner 2; the caller names what differs. */
export function originalForTest(rows: Rows, { owners = ["2"], notes = {}, ...facts }: Facts = {}): FilingEntry {
  const filingDate = facts.filingDate === undefined ? "2025-06-12" : facts.filingDate;
  const orderedAt = facts.filedAt ?? `${filingDate ?? facts.periodOfReport ?? "2025-06-10"}T04:00:00.000Z`;
  return { ...entryForTest(rows, { filingDate, orderedAt, ...facts, owners: owners.map(owner) }), notes };
}

/** A Form 4/A to it filed June 20, numbered `0000000001-25-000002`. */
export const amendmentForTest = (rows: Rows, facts: Facts = {}): FilingEntry =>
  originalForTest(rows, {
    accessionNumber: "0000000001-25-000002",
    documentType: "4/A",
    filingDate: "2025-06-20",
    dateOfOriginalSubmission: "2025-06-12",
    ...facts,
  });

type Row = Rows[number];

/** A trade of June 10. */
export const trade = (
  code: string,
  letter: "A" | "D",
  shares: string | null,
  balance: string | null,
  more: Row = {},
): Row => ({
  transactionDate: "2025-06-10",
  transactionCode: code,
  acquiredDisposedCode: letter,
  transactionShares: shares,
  pricePerShare: "20",
  sharesOwnedFollowing: balance,
  ...more,
});

export const sale = (shares: string | null, balance: string | null, more: Row = {}): Row =>
  trade("S", "D", shares, balance, more);

export const holding = (balance: string | null, nature: Row["natureOfOwnership"], more: Row = {}): Row => ({
  kind: "holding",
  sharesOwnedFollowing: balance,
  directOrIndirect: nature ? "I" : "D",
  natureOfOwnership: nature,
  ...more,
});
