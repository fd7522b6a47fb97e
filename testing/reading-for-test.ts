import type { DocumentRow, OwnershipDocument } from "@/lib/edgar/ownership-document";
import { checksOf } from "@/paper/checks/checks-of";
import type { PaperReading } from "@/paper/form/paper-reading";

const field = (value: string | null, ...footnotes: string[]) => ({ value, footnotes });

const sale = (line: number, shares: string, following: string): DocumentRow => ({
  kind: "transaction",
  line,
  securityTitle: field("Common Stock", "F1"),
  transactionDate: field("2013-07-15"),
  transactionCoding: { transactionCode: "S", footnotes: ["F1"] },
  transactionAmounts: {
    transactionShares: field(shares, "F2"),
    transactionPricePerShare: field("39.0616"),
    transactionAcquiredDisposedCode: field("D"),
  },
  postTransactionAmounts: { sharesOwnedFollowingTransaction: field(following) },
  ownershipNature: { directOrIndirectOwnership: field("D") },
});

/**
 * A Form 4 with two sales, read by OCR. 167,577 − 5,688 is 161,889, and the second balance was read as 161,880: all four values of
 * that sum are uncertain.
 */
export function readingForTest(): PaperReading {
  const document: OwnershipDocument = {
    documentType: "4",
    periodOfReport: null,
    dateOfOriginalSubmission: null,
    issuer: { issuerName: "Kestrel Grid, Inc.", issuerTradingSymbol: null },
    reportingOwner: [{ reportingOwnerId: { rptOwnerName: "Tollefsen Ada" } }],
    nonDerivativeTable: [sale(1, "1000", "167577"), sale(2, "5688", "161880")],
    derivativeTable: [],
    footnotes: [{ id: "F1", text: "Under a plan." }],
    ownerSignature: [{ signatureName: "/s/ Ada Tollefsen", signatureDate: "2013-07-16" }],
  };
  return {
    kind: "ocr",
    document,
    unread: ["/periodOfReport", "/issuer/issuerTradingSymbol", "/derivativeTable"],
    uncertain: ["/issuer/issuerName", ...SUM],
    checks: checksOf(document),
    problems: [{ pointer: null, place: null, message: "Could not be placed on the form: “O !”" }],
    places: {
      "/issuer/issuerName": [{ page: 1, line: 1, from: 0, to: 18 }],
      [BALANCE]: [{ page: 1, line: 2, from: 3, to: 10 }],
    },
    doubts: {
      "/issuer/issuerName": "The heading beside it is damaged.",
      ...Object.fromEntries(SUM.map((pointer) => [pointer, DIFFERS])),
    },
    accessionNumber: null,
    text: [["Kestrel Grid, Inc. 2. Issuer", "D  161,880 D"]],
  };
}

export const BALANCE = "/nonDerivativeTable/1/postTransactionAmounts/sharesOwnedFollowingTransaction";
const SUM = [
  "/nonDerivativeTable/0/postTransactionAmounts/sharesOwnedFollowingTransaction",
  "/nonDerivativeTable/1/transactionAmounts/transactionShares",
  "/nonDerivativeTable/1/transactionAmounts/transactionAcquiredDisposedCode",
  BALANCE,
];
const DIFFERS = "167,577 − 5,688 = 161,889, and the form says 161,880";
