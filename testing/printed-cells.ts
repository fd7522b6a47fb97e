import {
  type DocumentNode,
  type DocumentObject,
  isObject,
  nodeAt,
  type OwnershipDocument,
} from "@/lib/edgar/ownership-document";
import { parseDecimal } from "@/lib/values/decimal";

/** One cell of the printed form: a comparable value, and the JSON Pointers where it can be. */
type ScoredCell = { value: string; pointers: string[] };

/** The printed, non-empty cells of a document, by name such as `nonDerivativeTable[0].transactionDate`. */
export type ScoredCells = Map<string, ScoredCell>;

type Kind = "text" | "decimal" | "date" | "flag" | "name";

const ROW: [path: string[], kind: Kind][] = [
  [["securityTitle"], "text"],
  [["conversionOrExercisePrice"], "decimal"],
  [["transactionDate"], "date"],
  [["deemedExecutionDate"], "date"],
  [["transactionAmounts", "transactionShares"], "decimal"],
  [["transactionAmounts", "transactionTotalValue"], "decimal"],
  [["transactionAmounts", "transactionPricePerShare"], "decimal"],
  [["transactionAmounts", "transactionAcquiredDisposedCode"], "text"],
  [["exerciseDate"], "date"],
  [["expirationDate"], "date"],
  [["underlyingSecurity", "underlyingSecurityTitle"], "text"],
  [["underlyingSecurity", "underlyingSecurityShares"], "decimal"],
  [["underlyingSecurity", "underlyingSecurityValue"], "decimal"],
  [["postTransactionAmounts", "sharesOwnedFollowingTransaction"], "decimal"],
  [["postTransactionAmounts", "valueOwnedFollowingTransaction"], "decimal"],
  [["ownershipNature", "directOrIndirectOwnership"], "text"],
  [["ownershipNature", "natureOfOwnership"], "text"],
];

const DECIMALS_PRINTED = 4;

function compared(text: string, kind: Kind): string {
  const plain = text.replace(/\s+/g, " ").trim();
  switch (kind) {
    case "decimal":
      return parseDecimal(plain)?.round(DECIMALS_PRINTED).toFixed() ?? plain;
    case "date":
      return plain.slice(0, "2013-07-15".length);
    case "flag":
      return plain === "1" || plain === "true" ? "yes" : "";
    case "name":
    case "text":
      return plain;
  }
}

/** Everything in a document that a page prints. What a page cannot print is left out on both sides. */
export function printedCells(document: OwnershipDocument): ScoredCells {
  const cells: ScoredCells = new Map();
  const put = (name: string, pointers: string[], value: string) => {
    if (value !== "") cells.set(name, { value, pointers });
  };
  const leaf = (path: string[], kind: Kind, name = path.join(".")) => {
    const node = nodeAt(document, path);
    const text = typeof node === "string" ? node : isObject(node) && typeof node.value === "string" ? node.value : "";
    put(name, [`/${path.join("/")}`], compared(text, kind));
  };
  const form = typeof document.documentType === "string" ? document.documentType : "";
  put("documentType", ["/documentType"], form.replace("/A", ""));
  leaf(["issuer", "issuerName"], "text");
  leaf(["issuer", "issuerTradingSymbol"], "text");
  leaf(["periodOfReport"], "date");
  leaf(["dateOfOriginalSubmission"], "date");
  leaf(["notSubjectToSection16"], "flag");
  leaf(["aff10b5One"], "flag");
  leaf(["remarks"], "text");
  for (const [index, owner] of document.reportingOwner.entries()) putOwner(owner, index, put);
  for (const table of ["nonDerivativeTable", "derivativeTable"] as const) {
    for (const [index, row] of (document[table] ?? []).entries()) putRow(row, table, index, put);
  }
  for (const { id, text } of document.footnotes ?? []) {
    const index = (document.footnotes ?? []).findIndex((note) => note.id === id);
    put(`footnotes[${id}].text`, [`/footnotes/${index}/text`], compared(text ?? "", "text"));
  }
  for (const [index, signature] of (document.ownerSignature ?? []).entries()) {
    for (const [name, kind] of [
      ["signatureName", "text"],
      ["signatureDate", "date"],
    ] as const) {
      const text = signature[name];
      put(
        `ownerSignature[${index}].${name}`,
        [`/ownerSignature/${index}/${name}`],
        compared(typeof text === "string" ? text : "", kind),
      );
    }
  }
  return cells;
}

type Put = (name: string, pointers: string[], value: string) => void;

function putOwner(owner: DocumentObject, index: number, put: Put) {
  const text = (path: string[]): string => {
    const node = nodeAt(owner, path);
    return typeof node === "string" ? node.replace(/\s+/g, " ").trim() : "";
  };
  const at = (...path: string[]) => `/reportingOwner/${index}/${path.join("/")}`;
  const name = (...path: string[]) => `reportingOwner[${index}].${path.join(".")}`;
  const plain = (group: string, field: string) => put(name(group, field), [at(group, field)], text([group, field]));
  plain("reportingOwnerId", "rptOwnerName");
  const address = "reportingOwnerAddress";
  const streets = ["rptOwnerStreet1", "rptOwnerStreet2"];
  put(
    name(address, "street"),
    streets.map((street) => at(address, street)),
    streets
      .map((street) => text([address, street]))
      .join(" ")
      .trim(),
  );
  plain(address, "rptOwnerCity");
  // A page prints the state's code or its description, depending on the schema version.
  const states = ["rptOwnerState", "rptOwnerStateDescription"];
  put(
    name(address, "state"),
    states.map((state) => at(address, state)),
    states
      .map((state) => text([address, state]))
      .filter(Boolean)
      .join("|"),
  );
  plain(address, "rptOwnerZipCode");
  const relationship = "reportingOwnerRelationship";
  for (const flag of ["isDirector", "isOfficer", "isTenPercentOwner", "isOther"]) {
    put(name(relationship, flag), [at(relationship, flag)], compared(text([relationship, flag]), "flag"));
  }
  plain(relationship, "officerTitle");
  plain(relationship, "otherText");
}

const marksOf = (node: DocumentNode | undefined): string[] =>
  isObject(node) && Array.isArray(node.footnotes)
    ? (node.footnotes as DocumentNode[]).flatMap((id) => (typeof id === "string" ? id : []))
    : [];

function putRow(row: DocumentObject, table: string, index: number, put: Put) {
  const name = (field: string) => `${table}[${index}].${field}`;
  const at = (path: string[]) => `/${table}/${index}/${path.join("/")}`;
  const marks = (field: string, pointers: string[], ids: string[]) =>
    put(`${name(field)}.footnotes`, pointers, [...new Set(ids)].sort().join(" "));
  put(name("kind"), [at(["kind"])], String(row.kind));
  for (const [path, kind] of ROW) {
    const node = nodeAt(row, path);
    const field = path.at(-1) ?? "";
    if (isObject(node) && typeof node.value === "string") put(name(field), [at(path)], compared(node.value, kind));
    // In Table II the letter has its own column, so a mark next to the amount may belong to either.
    if (table === "derivativeTable" && field === "transactionAcquiredDisposedCode") continue;
    const letter = ["transactionAmounts", "transactionAcquiredDisposedCode"];
    const shared = table === "derivativeTable" && field === "transactionShares" ? marksOf(nodeAt(row, letter)) : [];
    marks(field, [at(path)], [...marksOf(node), ...shared]);
  }
  const coding = row.transactionCoding;
  const code = isObject(coding) && typeof coding.transactionCode === "string" ? coding.transactionCode : "";
  put(name("transactionCode"), [at(["transactionCoding", "transactionCode"])], code);
  marks("transactionCode", [at(["transactionCoding", "transactionCode"])], marksOf(coding));
  marks("V", [at(["transactionTimeliness"])], marksOf(row.transactionTimeliness));
}
