import type { ComparedFact } from "@/lib/amendments/compare-facts";

export const FACT_LABELS: Record<ComparedFact, string> = {
  periodOfReport: "Period of report",
  issuerCik: "Issuer CIK",
  issuerName: "Issuer",
  issuerTradingSymbol: "Trading symbol",
  issuerForeignTradingSymbol: "Foreign trading symbol",
  notSubjectToSection16: "No longer subject to Section 16",
  noSecuritiesOwned: "No securities owned",
  form3HoldingsReported: "Form 3 holdings reported",
  form4TransactionsReported: "Form 4 transactions reported",
  aff10b5One: "Rule 10b5-1 box",
  remarks: "Remarks",
  reportingOwner: "Reporting person",
  isDirector: "Director",
  isOfficer: "Officer",
  isTenPercentOwner: "10% owner",
  isOther: "Other",
  officerTitle: "Officer title",
  otherText: "Other relationship",
  address: "Address",
};

const BOXES: ReadonlySet<ComparedFact> = new Set([
  "notSubjectToSection16",
  "noSecuritiesOwned",
  "form3HoldingsReported",
  "form4TransactionsReported",
  "aff10b5One",
  "isDirector",
  "isOfficer",
  "isTenPercentOwner",
  "isOther",
]);

/** A fact as the table prints it. Null means not reported. */
export function factText(fact: ComparedFact, said: string | null): string | null {
  if (!BOXES.has(fact)) return said;
  if (said === "true") return "checked";
  return said === "false" || fact !== "aff10b5One" ? "not checked" : "no answer";
}
