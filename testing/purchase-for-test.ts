import { NO_IDENTITY, type Paper } from "@/db/ingest/store-paper";
import { parseOwnershipDocument } from "@/lib/edgar/parse-ownership-document";
import type { PaperReading } from "@/paper/form/paper-reading";

/** A purchase of 100 shares at 10.00, with 1,100 owned afterwards. */
export const purchaseXml = ({
  shares = "100",
  price = "10.00",
  owner = "Tollefsen Ingrid M",
  cik = "0009900416",
  code = "P",
  day = "2025-06-10",
} = {}) =>
  `<ownershipDocument><schemaVersion>X0508</schemaVersion><documentType>4</documentType><periodOfReport>${day}</periodOfReport>
<issuer><issuerCik>0009900208</issuerCik><issuerName>Kestrel Grid Systems, Inc.</issuerName><issuerTradingSymbol>KSTG</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>${cik}</rptOwnerCik><rptOwnerName>${owner}</rptOwnerName></reportingOwnerId>
<reportingOwnerAddress><rptOwnerStreet1>12 QUAY ROAD</rptOwnerStreet1><rptOwnerCity>BOSTON</rptOwnerCity><rptOwnerState>MA</rptOwnerState><rptOwnerZipCode>02110</rptOwnerZipCode></reportingOwnerAddress>
<reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship></reportingOwner>
<nonDerivativeTable><nonDerivativeTransaction><securityTitle><value>Common Stock</value></securityTitle><transactionDate><value>${day}</value></transactionDate>
<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>${code}</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
<transactionAmounts><transactionShares><value>${shares}</value></transactionShares><transactionPricePerShare><value>${price}</value></transactionPricePerShare>
<transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>1100</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction></nonDerivativeTable>
<ownerSignature><signatureName>/s/ Ingrid M. Tollefsen</signatureName><signatureDate>2025-06-12</signatureDate></ownerSignature></ownershipDocument>`;

/** The field that the paper form lacks. */
export const PRICE = "/nonDerivativeTable/0/transactionAmounts/transactionPricePerShare";

/** The same form on paper: without CIKs, and with an unreadable price. */
export function paperPurchase(
  name: string,
  filed: Parameters<typeof purchaseXml>[0] = {},
  of: Partial<Paper> = {},
): Paper {
  const parsed = parseOwnershipDocument(
    purchaseXml(filed)
      .replace(/<(issuerCik|rptOwnerCik|schemaVersion|transactionFormType)>.*?<\/\1>/g, "")
      .replace(/<transactionPricePerShare>.*?<\/transactionPricePerShare>/, ""),
  );
  if (parsed.outcome === "refused") throw new Error(parsed.message);
  const reading: PaperReading = {
    kind: "ocr",
    document: parsed.document,
    unread: [PRICE],
    uncertain: ["/issuer/issuerName"],
    checks: [{ pointers: ["/periodOfReport"], outcome: "confirmed", message: "the first row is of that day" }],
    problems: [{ pointer: null, place: { page: 1, line: 2, from: 0, to: 4 }, message: "Could not be placed: “blot”" }],
    places: { "/issuer/issuerName": [{ page: 1, line: 1, from: 0, to: 26 }] },
    doubts: { "/issuer/issuerName": "Letters run into each other." },
    accessionNumber: null,
    text: [["Kestrel Grid Systems, Inc.", "blot"]],
  };
  return {
    fileName: name,
    bytes: Buffer.from(`scan of ${name}`),
    reading,
    corrections: [],
    identity: NO_IDENTITY,
    ...of,
  };
}
