import type { AsFiled, FilingRecord, OwnerColumns } from "@/lib/edgar/filing-record";
import { unreadColumns } from "@/lib/edgar/unread";
import type { ReportingOwner } from "@/lib/record/filing";
import { FILING_FIELDS, OWNER_FIELDS } from "@/lib/record/filing-fields";
import { reportingOwner } from "@/lib/record/reporting-owner";

export type FormOwner = ReportingOwner & {
  /** Lines of the address as filed, without blank ones. */
  address: string[];
  unread: ReadonlySet<keyof typeof OWNER_FIELDS>;
};

/** What a form says outside its tables and footnotes. Text that did not fit a column is shown as filed. */
export type FilingForm = {
  documentType: string | null;
  schemaVersion: string | null;
  periodOfReport: string | null;
  dateOfOriginalSubmission: string | null;
  noSecuritiesOwned: boolean | null;
  notSubjectToSection16: boolean | null;
  form3HoldingsReported: boolean | null;
  form4TransactionsReported: boolean | null;
  aff10b5One: boolean | null;
  remarks: string | null;
  owners: FormOwner[];
  signatures: { name: string | null; date: string | null }[];
  unread: ReadonlySet<keyof typeof FILING_FIELDS>;
};

export function filingForm({ filing, owners, signatures }: FilingRecord, unread: readonly string[]): FilingForm {
  return {
    documentType: filing.documentType,
    schemaVersion: filing.schemaVersion,
    periodOfReport: asFiled(filing, "periodOfReport"),
    dateOfOriginalSubmission: asFiled(filing, "dateOfOriginalSubmission"),
    noSecuritiesOwned: filing.noSecuritiesOwned,
    notSubjectToSection16: filing.notSubjectToSection16,
    form3HoldingsReported: filing.form3HoldingsReported,
    form4TransactionsReported: filing.form4TransactionsReported,
    aff10b5One: filing.aff10b5One,
    remarks: filing.remarks,
    owners: owners.map((owner, index) => ({
      ...reportingOwner(owner),
      address: addressLines(owner),
      unread: unreadColumns(unread, `/reportingOwner/${index}`, OWNER_FIELDS),
    })),
    signatures: signatures.map((signature) => ({ name: signature.name, date: asFiled(signature, "date") })),
    unread: unreadColumns(unread, "", FILING_FIELDS),
  };
}

const asFiled = <Name extends string>(columns: AsFiled & Record<Name, string | null>, name: Name): string | null =>
  columns[name] ?? columns.spelling?.[name] ?? null;

/** Without the comma that some lines already end in. */
const said = (text: string | null): string | null => text?.trim().replace(/[\s,]+$/, "") || null;

const joined = (parts: (string | null)[], separator: string): string | null =>
  parts.filter((part) => part !== null).join(separator) || null;

function addressLines(owner: OwnerColumns): string[] {
  const region = joined([said(owner.state), said(owner.nonUSStateTerritory)], " ");
  // The description spells out a code, such as "BRAZIL" for "D5".
  const country = joined([said(owner.country), said(owner.stateDescription)], " ");
  const place = joined([said(owner.city), joined([region, said(owner.zipCode)], " ")], ", ");
  return [said(owner.street1), said(owner.street2), place, country].filter((line) => line !== null);
}
