import type { Fact } from "@/fuzz/documents/read-independently";
import type { HeaderFacts } from "@/fuzz/documents/written-document";

type Facts = { [name: string]: Fact };

const at = (fact: Fact | undefined, ...path: string[]): Fact | undefined =>
  path.reduce<Fact | undefined>((node, name) => (isFacts(node) ? node[name] : undefined), fact);
const isFacts = (fact: Fact | undefined): fact is Facts => typeof fact === "object" && !Array.isArray(fact);
const list = (facts: Facts, name: string): Facts[] => {
  const items = facts[name];
  return Array.isArray(items) ? items.filter(isFacts) : [];
};

/**
 * Problems that must be reported for a document that the schema allows: it can still omit what the form requires, or contradict
 * itself. Sorted. Any other problem reported for a valid document is a bug.
 */
export function expectedProblems(facts: Facts, header: HeaderFacts | null): string[] {
  const problems: string[] = [];
  const cikProblem = (cik: Fact | undefined, name: string) => {
    if (typeof cik === "string" && /^0+$/.test(cik)) problems.push(`<${name}> “${cik}” is not a CIK of 1 to 10 digits`);
  };
  cikProblem(at(facts, "issuer", "issuerCik"), "issuerCik");
  for (const owner of list(facts, "reportingOwner")) {
    cikProblem(at(owner, "reportingOwnerId", "rptOwnerCik"), "rptOwnerCik");
    if (at(owner, "reportingOwnerId", "rptOwnerName") === undefined) problems.push("<rptOwnerName> is missing");
  }
  for (const note of list(facts, "footnotes"))
    if (note.text === undefined) problems.push(`footnote ${note.id} has no text`);
  for (const table of ["nonDerivativeTable", "derivativeTable"] as const) {
    for (const row of list(facts, table)) problems.push(...ofRow(row, table, header));
  }
  return problems.sort();
}

function ofRow(row: Facts, table: "nonDerivativeTable" | "derivativeTable", header: HeaderFacts | null): string[] {
  const problems: string[] = [];
  if (row.securityTitle === undefined) problems.push("the security has no title");
  if (row.kind === "transaction") {
    const code = at(row, "transactionCoding", "transactionCode");
    if (code === undefined) problems.push("the transaction has no code");
    const letter = at(row, "transactionAmounts", "transactionAcquiredDisposedCode", "value");
    const contradicts = (code === "P" && letter === "D") || (code === "S" && letter === "A");
    if (table === "nonDerivativeTable" && contradicts) {
      problems.push(`code ${code} and letter ${letter} contradict each other: counted apart from purchases and sales`);
    }
    const traded = at(row, "transactionDate", "value");
    const day = typeof traded === "string" ? traded.slice(0, 10) : "";
    if (header && day > header.filingDate) {
      const number = table === "nonDerivativeTable" ? "I" : "II";
      problems.push(`row ${number}-${row.line} is dated ${day}, after the filing (${header.filingDate})`);
    }
  }
  const isIndirect = at(row, "ownershipNature", "directOrIndirectOwnership", "value") === "I";
  if (isIndirect && at(row, "ownershipNature", "natureOfOwnership") === undefined) {
    problems.push("the nature of indirect ownership is missing");
  }
  return problems;
}
