import type { Listed } from "@/db/ingest/list-files";

type Row = {
  /** Without a code it is a holding. */
  code?: string;
  letter?: "A" | "D";
  date?: string;
  shares?: string;
  price?: string;
  held?: string;
  nature?: string;
  title?: string;
  /** For a row of Table II. */
  exercisePrice?: string;
  /** The filer's own mark: E for early, L for late. */
  timeliness?: string;
  /** The note that a field cites: `F1`. */
  heldNote?: string;
  priceNote?: string;
  natureNote?: string;
};

export type FilingForTest = {
  n: number;
  form?: string;
  /** Without it the filing date is unknown. */
  filed?: string;
  period?: string;
  issuer?: [cik: string, name: string, symbol: string];
  /** The issuer's industry in the header, with its code: `ELECTRONIC COMPUTERS [3571]`. */
  sic?: string;
  owner?: [cik: string, name: string];
  /** Owners who file jointly with the owner. */
  jointOwners?: [cik: string, name: string][];
  /** The box for an owner who is no longer subject to Section 16. */
  isExit?: boolean;
  signature?: string;
  /** For an amendment: the day of its original, as in box 4. */
  dateOfOriginalSubmission?: string;
  /** Texts by id. */
  notes?: Record<string, string>;
  remarks?: string;
  rows: Row[];
};

const value = (name: string, text?: string, note?: string) =>
  `<${name}>${text ? `<value>${text}</value>` : ""}${note ? `<footnoteId id="${note}"/>` : ""}</${name}>`;

function row(of: Row): string {
  const { code, letter, date, shares, price, held, nature, title = "Common Stock", exercisePrice } = of;
  const table = exercisePrice === undefined ? "nonDerivative" : "derivative";
  const kind = `${table}${code ? "Transaction" : "Holding"}`;
  return [
    `<${kind}>`,
    value("securityTitle", title),
    exercisePrice === undefined ? "" : value("conversionOrExercisePrice", exercisePrice),
    code ? value("transactionDate", date) : "",
    code ? `<transactionCoding><transactionCode>${code}</transactionCode></transactionCoding>` : "",
    code ? value("transactionTimeliness", of.timeliness) : "",
    code
      ? `<transactionAmounts>${value("transactionShares", shares)}${value("transactionPricePerShare", price, of.priceNote)}${value("transactionAcquiredDisposedCode", letter)}</transactionAmounts>`
      : "",
    held
      ? `<postTransactionAmounts>${value("sharesOwnedFollowingTransaction", held, of.heldNote)}</postTransactionAmounts>`
      : "",
    `<ownershipNature>${value("directOrIndirectOwnership", nature ? "I" : "D")}${nature ? value("natureOfOwnership", nature, of.natureNote) : ""}</ownershipNature>`,
    `</${kind}>`,
  ].join("");
}

/** A transaction with the figures that lists filter and sort by. */
export const transactionForTest = (
  code: string,
  letter: "A" | "D",
  date: string,
  shares: string,
  price?: string,
  held?: string,
): Row => ({ code, letter, date, shares, price, held });

export const KESTREL: [string, string, string] = ["9900208", "Kestrel Grid Systems, Inc.", "KSTG"];
export const TOLLEFSEN: [string, string] = ["9900416", "Tollefsen Ingrid M"];

const reportingOwner = ([cik, name]: [cik: string, name: string]) =>
  `<reportingOwner><reportingOwnerId><rptOwnerCik>${cik}</rptOwnerCik><rptOwnerName>${name}</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship></reportingOwner>`;

/** A filing made for a test, as a file to ingest. */
export function filingForTest({
  n,
  form = "4",
  filed,
  period = filed ?? "2025-01-01",
  issuer = KESTREL,
  sic,
  owner = TOLLEFSEN,
  jointOwners = [],
  isExit = false,
  signature = "/s/ Ingrid M. Tollefsen",
  dateOfOriginalSubmission,
  notes = {},
  remarks,
  rows,
}: FilingForTest): Listed {
  const number = `9999000001-25-${String(n).padStart(6, "0")}`;
  const table = (name: string, of: Row[]) => (of.length > 0 ? `<${name}>${of.map(row).join("")}</${name}>` : "");
  const footnotes = Object.entries(notes).map(([id, text]) => `<footnote id="${id}">${text}</footnote>`);
  const original = dateOfOriginalSubmission
    ? `<dateOfOriginalSubmission>${dateOfOriginalSubmission}</dateOfOriginalSubmission>`
    : "";
  const xml = `<ownershipDocument><documentType>${form}</documentType><periodOfReport>${period}</periodOfReport>${original}${isExit ? "<notSubjectToSection16>1</notSubjectToSection16>" : ""}
<issuer><issuerCik>${issuer[0]}</issuerCik><issuerName>${issuer[1]}</issuerName><issuerTradingSymbol>${issuer[2]}</issuerTradingSymbol></issuer>
${[owner, ...jointOwners].map(reportingOwner).join("")}
${table(
  "nonDerivativeTable",
  rows.filter(({ exercisePrice }) => exercisePrice === undefined),
)}
${table(
  "derivativeTable",
  rows.filter(({ exercisePrice }) => exercisePrice !== undefined),
)}
${footnotes.length > 0 ? `<footnotes>${footnotes.join("")}</footnotes>` : ""}${remarks ? `<remarks>${remarks}</remarks>` : ""}
<ownerSignature><signatureName>${signature}</signatureName><signatureDate>${filed ?? period}</signatureDate></ownerSignature></ownershipDocument>`;
  const industry =
    sic === undefined
      ? ""
      : `\nISSUER:\n\tCENTRAL INDEX KEY: ${issuer[0]}\n\tSTANDARD INDUSTRIAL CLASSIFICATION: ${sic}\n`;
  const day = filed?.replaceAll("-", "");
  const text = day
    ? `<SEC-DOCUMENT>\n<ACCEPTANCE-DATETIME>${day}170000\nACCESSION NUMBER: ${number}\nFILED AS OF DATE: ${day}\n${industry}<DOCUMENT><XML>${xml}</XML>`
    : xml;
  const fileName = `${number}.${day ? "txt" : "xml"}`;
  return { fileName, read: async () => ({ fileName, bytes: Buffer.from(text) }) };
}
