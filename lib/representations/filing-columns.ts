import type { FilingEntry } from "@/lib/record/filing";
import { FILING_CELLS } from "@/lib/representations/row-columns";
import { filingUrl } from "@/lib/urls";

/** A filing as a line of CSV: its own facts, what is in its tables as filed, and what amended it. */
const CELLS: [header: string, cell: (entry: FilingEntry) => string | null][] = [
  ...FILING_CELLS.map(([header, cell]): [string, (entry: FilingEntry) => string | null] => [
    header,
    ({ filing }) => cell(filing),
  ]),
  ["date_of_original_submission", ({ filing }) => filing.dateOfOriginalSubmission],
  ["not_subject_to_section16", ({ filing }) => printed(filing.notSubjectToSection16)],
  ["no_securities_owned", ({ filing }) => printed(filing.noSecuritiesOwned)],
  ["transactions", ({ rows }) => String(rows.filter(({ kind }) => kind === "transaction").length)],
  ["holdings", ({ rows }) => String(rows.filter(({ kind }) => kind === "holding").length)],
  ["derived_amended_by", ({ derived }) => derived.amendedBy],
];

const printed = (flag: boolean | null) => (flag === null ? null : String(flag));

export const FILING_CSV_HEADER: string[] = [...CELLS.map(([header]) => header), "url"];

export const filingCsvCells = (entry: FilingEntry, siteUrl: string): (string | null)[] => [
  ...CELLS.map(([, cell]) => cell(entry)),
  siteUrl + filingUrl(entry.filing.accessionNumber),
];
