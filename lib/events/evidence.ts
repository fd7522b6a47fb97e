import { type FiledName, filedName } from "@/lib/names/filed-name";
import { type SearchedText, searchedText } from "@/lib/names/searched-text";
import type { FilingEntry } from "@/lib/record/filing";
import { isAmendment } from "@/lib/record/form-name";
import { rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { keyInFiling } from "@/lib/record/row-key";
import { once } from "@/lib/values/once";
import { type VehicleName, vehicleNames } from "./vehicle-names";

/** The parts of a filing that can link it to another. */
export type LinkableEntry = Pick<FilingEntry, "filing" | "rows" | "notes">;

/** A text in which a filing may name others. */
type Statement = SearchedText & {
  /** Where it is: `…#I-2` for a nature text, `…#F1` for a note, `…#remarks`. */
  from: string;
  /** The rows that it is about; null if it is about the whole filing. */
  rows: ReadonlySet<string> | null;
};

/** A filing as evidence: its owners, its vehicles and its texts. Parts that take time to make are made when they are needed. */
export type Evidence = {
  accessionNumber: string;
  isAmendment: boolean;
  ownerCiks: ReadonlySet<string>;
  owners: readonly FiledName[];
  vehicles: () => readonly VehicleName[];
  /** All texts as one, to find out quickly that a name is in none of them. */
  all: SearchedText;
  statements: () => readonly Statement[];
};

/** @param nameOf parses a name; a caller with many filings of the same owners may remember the results */
export function evidenceOf(entry: LinkableEntry, nameOf: (asFiled: string) => FiledName | null = filedName): Evidence {
  const { accessionNumber, documentType, owners, remarks } = entry.filing;
  const natures = new Set(entry.rows.flatMap((row) => row.natureOfOwnership.value ?? []));
  return {
    accessionNumber,
    isAmendment: isAmendment(documentType),
    ownerCiks: new Set(owners.flatMap(({ cik }) => cik ?? [])),
    owners: owners.flatMap(({ name }) => (name === null ? [] : (nameOf(name) ?? []))),
    vehicles: once(() => vehicleNames(entry)),
    all: searchedText([...natures, ...Object.values(entry.notes), remarks ?? ""].join("\n")),
    statements: once(() => [
      ...natureTexts(entry),
      ...noteTexts(entry),
      ...(remarks === null ? [] : [{ ...searchedText(remarks), from: `${accessionNumber}#remarks`, rows: null }]),
    ]),
  };
}

function natureTexts({ filing, rows }: LinkableEntry): Statement[] {
  const byText = new Map<string, Set<string>>();
  for (const row of rows) {
    const text = row.natureOfOwnership.value;
    if (text !== null) byText.set(text, (byText.get(text) ?? new Set()).add(rowId(row)));
  }
  return [...byText].map(([text, ids]) => ({
    ...searchedText(text),
    from: keyInFiling(filing.accessionNumber, [...ids][0] ?? ""),
    rows: ids,
  }));
}

function noteTexts({ filing, rows, notes }: LinkableEntry): Statement[] {
  const citedBy = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const id of rowNotes(row)) citedBy.set(id, (citedBy.get(id) ?? new Set()).add(rowId(row)));
  }
  return Object.entries(notes).map(([id, text]) => ({
    ...searchedText(text),
    from: keyInFiling(filing.accessionNumber, id),
    rows: citedBy.get(id) ?? null,
  }));
}
