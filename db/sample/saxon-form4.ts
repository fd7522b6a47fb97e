import type { DocumentField, DocumentObject, DocumentRow, OwnershipDocument } from "@/lib/edgar/ownership-document";

const field = (value: string | null, ...footnotes: string[]): DocumentField => ({ value, footnotes });

/** The box "equity swap" and the mark V of an early report would be printed beside the code: neither is. */
const coding = (transactionCode: string): DocumentObject => ({
  transactionFormType: "4",
  transactionCode,
  equitySwapInvolved: "0",
});

type Line = { code: string; shares: DocumentField; letter: string; price: DocumentField; following: string };

const tableI = (lines: Line[]): DocumentRow[] =>
  lines.map(({ code, shares, letter, price, following }, index) => ({
    kind: "transaction",
    line: index + 1,
    securityTitle: field("Common Stock", "F1"),
    transactionDate: field("2013-07-15"),
    transactionCoding: coding(code),
    transactionAmounts: {
      transactionShares: shares,
      transactionPricePerShare: price,
      transactionAcquiredDisposedCode: field(letter),
    },
    postTransactionAmounts: { sharesOwnedFollowingTransaction: field(following) },
    ownershipNature: { directOrIndirectOwnership: field("D") },
  }));

const priceNote = (low: string, high: string, footnote: number) =>
  `The price included in Column 4 is a weighted average price. These shares were sold in multiple transactions at prices ranging from ${low} to ${high} per share, inclusive. The reporting person undertakes to provide to AmTrust Financial Services, Inc. or any of its security holders, or the staff of the Securities and Exchange Commission, upon request, full information regarding the number of shares sold at each separate price within the range set forth in footnote ${footnote}.`;

const document: OwnershipDocument = {
  documentType: "4",
  periodOfReport: null,
  notSubjectToSection16: null,
  issuer: {
    issuerCik: null,
    issuerName: "AmTrust Financial Services, Inc.",
    issuerTradingSymbol: null,
  },
  reportingOwner: [
    {
      reportingOwnerId: { rptOwnerCik: null, rptOwnerName: "Saxon Michael J" },
      reportingOwnerAddress: {
        rptOwnerStreet1: "C/O AMTRUST FINANCIAL SERVICES, INC.",
        rptOwnerStreet2: "59 MAIDEN LANE, 43RD FLOOR",
        rptOwnerCity: "NEW YORK",
        rptOwnerState: "NY",
        rptOwnerZipCode: "10038",
      },
      reportingOwnerRelationship: { isOfficer: "1", officerTitle: "EVP, Chief Operating Officer" },
    },
  ],
  nonDerivativeTable: tableI([
    { code: "M", shares: field("13200"), letter: "A", price: field("6.36"), following: "167577" },
    { code: "S", shares: field("5688", "F2"), letter: "D", price: field("39.0616", "F3"), following: "161889" },
    { code: "S", shares: field("1975", "F2"), letter: "D", price: field("40.1352", "F4"), following: "159914" },
  ]),
  derivativeTable: [
    {
      kind: "transaction",
      line: 1,
      securityTitle: field("Stock Option"),
      conversionOrExercisePrice: field("6.36"),
      transactionDate: field("2013-07-15"),
      transactionCoding: coding("M"),
      transactionAmounts: {
        transactionShares: field("13200"),
        transactionPricePerShare: field(null),
        transactionAcquiredDisposedCode: field(null),
      },
      exerciseDate: field("2007-02-09"),
      expirationDate: field("2016-02-09"),
      underlyingSecurity: {
        underlyingSecurityTitle: field("Common Stock"),
        underlyingSecurityShares: field("13200"),
      },
      postTransactionAmounts: { sharesOwnedFollowingTransaction: field(null) },
      ownershipNature: { directOrIndirectOwnership: field(null), natureOfOwnership: field(null) },
    },
  ],
  footnotes: [
    {
      id: "F1",
      text: "The transactions reported in this Form 4 were effected pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on September 19, 2011.",
    },
    {
      id: "F2",
      text: "Shares sold to satisfy income tax withholding liabilities and payment of the option exercise price.",
    },
    { id: "F3", text: priceNote("$39.00", "$39.07", 3) },
    { id: "F4", text: priceNote("$40.12", "$40.14", 4) },
  ],
  remarks: null,
  ownerSignature: [{ signatureName: "/s/ Michael J. Saxon", signatureDate: "2013-07-15" }],
};

/**
 * A Form 4 of July 2013, transcribed by hand from what OCR read on a scan of it (`saxon-form4.txt`).
 *
 * Read through the damage, because the form itself says it elsewhere:
 * - The issuer. Box 2 reads "Is rust Financial Services, Inc."; notes (3) and (4) both spell "AmTrust Financial Services,
 *   Inc.", and the owner's address has the same in capitals.
 * - The officer's title. Box 5 has only "Chief Operating Officer"; the table of owners has it whole.
 * - The code of the exercises. OCR gave a Cyrillic letter of the same shape as M.
 * - Notes (3) and (4), whose numbers stand in the middle of the text or on a line of their own.
 *
 * Unread, because the scan does not show it, however safely it could be concluded: the date in box 3, the symbol, the
 * exit box (a drawing, which leaves no text), and in Table II whether the options stood under (A) or (D), which share
 * one column here, and all of columns 8 to 11, which are cut off. A form on paper has no CIKs at all.
 * There is no element for schema version: it is not on the form. The 10b5-1 box came ten years later.
 */
export const saxonForm4: { document: OwnershipDocument; unread: string[] } = {
  document,
  unread: [
    "/periodOfReport",
    "/notSubjectToSection16",
    "/issuer/issuerCik",
    "/issuer/issuerTradingSymbol",
    "/reportingOwner/0/reportingOwnerId/rptOwnerCik",
    "/derivativeTable/0/transactionAmounts/transactionPricePerShare",
    "/derivativeTable/0/transactionAmounts/transactionAcquiredDisposedCode",
    "/derivativeTable/0/postTransactionAmounts/sharesOwnedFollowingTransaction",
    "/derivativeTable/0/ownershipNature/directOrIndirectOwnership",
    "/derivativeTable/0/ownershipNature/natureOfOwnership",
  ],
};
