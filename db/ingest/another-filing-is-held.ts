import type { HeldRecord } from "@/db/ingest/held-record";

/** Thrown where a paper comes with the number of a filing that it cannot be. Nothing is changed. */
export class AnotherFilingIsHeld extends Error {
  readonly accessionNumber: string;

  constructor({ filing: { accessionNumber, documentType, issuerName, periodOfReport }, owners }: HeldRecord) {
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
