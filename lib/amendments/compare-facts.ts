import type { FilingForm, FormOwner } from "@/lib/edgar/filing-form";
import type { FilingIssuer } from "@/lib/record/filing";
import { asWritten } from "@/lib/values/as-written";

/** What a form says outside its tables and notes. */
export type ComparedFact =
  | "periodOfReport"
  | "issuerCik"
  | "issuerName"
  | "issuerTradingSymbol"
  | "issuerForeignTradingSymbol"
  | (typeof BOXES)[number]
  | "aff10b5One"
  | "remarks"
  | "reportingOwner"
  | (typeof RELATIONSHIPS)[number]
  | "officerTitle"
  | "otherText"
  | "address";

export type FactChange = {
  fact: ComparedFact;
  /** For a fact about an owner: the name as filed. */
  owner: string | null;
  /** As filed; a box that is checked is `true`. */
  original: string | null;
  amendment: string | null;
};

type Compared = { entry: { filing: { issuer: FilingIssuer } }; form: FilingForm };

const BOXES = [
  "notSubjectToSection16",
  "noSecuritiesOwned",
  "form3HoldingsReported",
  "form4TransactionsReported",
] as const;

const RELATIONSHIPS = ["isDirector", "isOfficer", "isTenPercentOwner", "isOther"] as const;

type Stated = { fact: ComparedFact; said: string | null };

/**
 * The facts in which two filings differ, in the order of the form. The form being an amendment, and the date of its original, are
 * not differences.
 */
export function factChanges(original: Compared, amendment: Compared): FactChange[] {
  return [...changes(null, formFacts(original), formFacts(amendment)), ...ownerChanges(original.form, amendment.form)];
}

function changes(owner: string | null, before: readonly Stated[], after: readonly Stated[]): FactChange[] {
  return before.flatMap(({ fact, said }) => {
    const other = after.find((stated) => stated.fact === fact)?.said ?? null;
    return plain(said) === plain(other) ? [] : [{ fact, owner, original: said, amendment: other }];
  });
}

const plain = (text: string | null): string => asWritten(text ?? "");

/** An unchecked box and a missing one mean the same. */
const checked = (box: boolean | null): string | null => (box ? "true" : null);

const formFacts = ({ entry, form }: Compared): Stated[] => {
  const { issuer } = entry.filing;
  return [
    { fact: "issuerName", said: issuer.name },
    { fact: "issuerCik", said: issuer.cik },
    { fact: "issuerTradingSymbol", said: issuer.tradingSymbol },
    { fact: "issuerForeignTradingSymbol", said: issuer.foreignTradingSymbol },
    { fact: "periodOfReport", said: form.periodOfReport },
    ...BOXES.map((fact): Stated => ({ fact, said: checked(form[fact]) })),
    // Before April 2023 the form had no such box: that differs from an unchecked one.
    { fact: "aff10b5One", said: form.aff10b5One === null ? null : String(form.aff10b5One) },
    { fact: "remarks", said: form.remarks },
  ];
};

const ownerKey = ({ cik, name }: FormOwner): string => cik ?? plain(name);

const ownerFacts = (owner: FormOwner): Stated[] => [
  { fact: "reportingOwner", said: owner.name },
  ...RELATIONSHIPS.map((fact): Stated => ({ fact, said: checked(owner[fact]) })),
  { fact: "officerTitle", said: owner.officerTitle },
  { fact: "otherText", said: owner.otherText },
  { fact: "address", said: owner.address.join(", ") || null },
];

function ownerChanges(original: FilingForm, amendment: FilingForm): FactChange[] {
  const after = new Map(amendment.owners.map((owner) => [ownerKey(owner), owner]));
  const leftOut = original.owners.flatMap((owner) => {
    const other = after.get(ownerKey(owner));
    after.delete(ownerKey(owner));
    return other
      ? changes(owner.name, ownerFacts(owner), ownerFacts(other))
      : [{ fact: "reportingOwner" as const, owner: owner.name, original: owner.name, amendment: null }];
  });
  const added = [...after.values()].map((owner) => ({
    fact: "reportingOwner" as const,
    owner: owner.name,
    original: null,
    amendment: owner.name,
  }));
  return [...leftOut, ...added];
}
