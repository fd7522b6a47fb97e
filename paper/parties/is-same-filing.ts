import type { FilingRecord, RowColumns } from "@/lib/edgar/filing-record";
import { rowPointer } from "@/lib/edgar/unread";

/** A filing as its paper form gives it, with JSON Pointers of what is unread. */
export type PaperFiling = { record: FilingRecord; unread: readonly string[] };

/**
 * Whether a paper form without a number is the filing of this XML: form, issuer, owners, period, and the date, code and number of
 * every row are equal. A board's grants have equal rows but different owners; an amendment differs only in its form. An unread
 * value is no evidence, except that the period may be unread: the dates of rows say more.
 */
export function isSameFiling({ record: paper, unread }: PaperFiling, xml: FilingRecord): boolean {
  if (unread.some((pointer) => WHOLE.has(pointer))) return false;
  const isPeriodUnread = unread.includes("/periodOfReport");
  return (
    paper.filing.documentType !== null &&
    paper.filing.documentType === xml.filing.documentType &&
    isSameParty(
      { cik: paper.filing.issuerCik, name: paper.filing.issuerName },
      { cik: xml.filing.issuerCik, name: xml.filing.issuerName },
    ) &&
    hasSameOwners(paper, xml) &&
    (isPeriodUnread || paper.filing.periodOfReport === xml.filing.periodOfReport) &&
    hasSameRows(paper, unread, xml)
  );
}

/** If one of these is unread, we cannot tell which filing it is. */
const WHOLE = new Set([
  "/documentType",
  "/dateOfOriginalSubmission",
  "/reportingOwner",
  "/nonDerivativeTable",
  "/derivativeTable",
]);

type Party = { cik: string | null; name: string | null };

/** If both sides have a CIK, it decides; otherwise the name does. */
function isSameParty(one: Party, other: Party): boolean {
  if (one.cik !== null && other.cik !== null) return one.cik === other.cik;
  return one.name !== null && other.name !== null && plainName(one.name) === plainName(other.name);
}

/** A name without case, spaces and punctuation, which vary from page to page. */
export const plainName = (name: string) => name.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "");

function hasSameOwners({ owners }: FilingRecord, { owners: others }: FilingRecord): boolean {
  const left = [...others];
  for (const owner of owners) {
    const found = left.findIndex((other) => isSameParty(owner, other));
    if (found < 0) return false;
    left.splice(found, 1);
  }
  return owners.length > 0 && left.length === 0;
}

/** Columns that identify a row: those of a transaction, and those of a holding. */
const OF_TRANSACTION = ["transactionDate", "transactionCode", "transactionShares", "transactionTotalValue"] as const;
const OF_HOLDING = ["securityTitle", "sharesOwnedFollowing", "valueOwnedFollowing"] as const;

const POINTERS = {
  transactionDate: "transactionDate",
  transactionCode: "transactionCoding/transactionCode",
  transactionShares: "transactionAmounts/transactionShares",
  securityTitle: "securityTitle",
  sharesOwnedFollowing: "postTransactionAmounts/sharesOwnedFollowingTransaction",
} as const;

function hasSameRows({ rows }: FilingRecord, unread: readonly string[], { rows: others }: FilingRecord): boolean {
  const isUnsure = rows.some((row) =>
    Object.values(POINTERS).some(
      (path) =>
        unread.includes(`${rowPointer(row)}/${path}`) &&
        (row.kind === "holding" || path !== POINTERS.sharesOwnedFollowing),
    ),
  );
  const said = (of: RowColumns[]) => of.map(rowSays).sort().join("\n");
  return rows.length > 0 && !isUnsure && said(rows) === said(others);
}

const rowSays = (row: RowColumns): string => {
  const columns = row.kind === "transaction" ? OF_TRANSACTION : OF_HOLDING;
  return [row.tableNumber, row.kind, ...columns.map((name) => plainNumber(row[name]))].join("|");
};

/** `13200.0` is printed as `13,200`. */
const plainNumber = (value: string | null) =>
  value === null ? "" : /^\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, "") : plainName(value);
