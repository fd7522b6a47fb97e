import type { StoredRecord } from "@/db/ingest/stored-record";

/** Thrown when a paper form comes with the accession number of a filing that it cannot be. Nothing is changed. */
export class WrongAccessionNumber extends Error {
  readonly accessionNumber: string;

  constructor({ filing: { accessionNumber, documentType, issuerName, periodOfReport }, owners }: StoredRecord) {
    const [first] = owners;
    const by = first?.name ? ` by ${first.name}${owners.length > 1 ? ` and ${owners.length - 1} more` : ""}` : "";
    const form = documentType === null ? "" : `, Form ${documentType}${by}`;
    const period = periodOfReport === null ? "" : ` for ${periodOfReport}`;
    super(
      `${accessionNumber} belongs to another filing in this database: ${issuerName ?? "issuer unread"}${form}${period}. Nothing was stored.`,
    );
    this.accessionNumber = accessionNumber;
  }
}
