import { type FiledName, filedName } from "@/lib/names/filed-name";
import { type SearchedText, searchedText } from "@/lib/names/searched-text";
import type { FilingEntry } from "@/lib/record/filing";
import { isAmendment } from "@/lib/record/form-name";
import { rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { type VehicleName, vehicleNames } from "./vehicle-names";

/** What of a filing can tie it to another. */
export type TyingEntry = Pick<FilingEntry, "filing" | "rows" | "notes">;

/** A text in which a filing may name others. */
type Statement = SearchedText & {
  /** Where it stands: `…#I-2` for a nature text, `…#F1` for a note, `…#remarks`. */
  from: string;
  /** The rows it speaks of; null where it speaks of the filing. */
  rows: ReadonlySet<string> | null;
};

/** A filing as evidence: whom it is by, through what it holds, and its texts. What costs time is made when asked for. */
export type Witness = {
  accessionNumber: string;
  isAmendment: boolean;
  ownerCiks: ReadonlySet<string>;
  owners: readonly FiledName[];
  vehicles: () => readonly VehicleName[];
  /** All texts in one, to see soon that a name is in none of them. */
  all: SearchedText;
  statements: () => readonly Statement[];
};

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** @param nameOf takes a name apart; a caller with many filings of the same owners may remember what it gave */
export function witnessOf(entry: TyingEntry, nameOf: (asFiled: string) => FiledName | null = filedName): Witness {
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

function natureTexts({ filing, rows }: TyingEntry): Statement[] {
  const byText = new Map<string, Set<string>>();
  for (const row of rows) {
    const text = row.natureOfOwnership.value;
    if (text !== null) byText.set(text, (byText.get(text) ?? new Set()).add(rowId(row)));
  }
  return [...byText].map(([text, ids]) => ({
    ...searchedText(text),
    from: `${filing.accessionNumber}#${[...ids][0]}`,
    rows: ids,
  }));
}

function noteTexts({ filing, rows, notes }: TyingEntry): Statement[] {
  const hangsOn = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const id of rowNotes(row)) hangsOn.set(id, (hangsOn.get(id) ?? new Set()).add(rowId(row)));
  }
  return Object.entries(notes).map(([id, text]) => ({
    ...searchedText(text),
    from: `${filing.accessionNumber}#${id}`,
    rows: hangsOn.get(id) ?? null,
  }));
}
