import { type DocumentObject, isObject, type OwnershipDocument } from "@/lib/edgar/ownership-document";
import { printCik } from "@/lib/record/cik";

/** The parties of a form by CIK; null if unknown. */
export type Parties = { issuer: string | null; owners: (string | null)[] };

/** A document from paper, with the CIKs that are known otherwise, because no page prints any. */
export function withCiks(document: OwnershipDocument, { issuer, owners }: Parties): OwnershipDocument {
  const put = (parent: DocumentObject, group: string, name: string, cik: string | null | undefined): DocumentObject => {
    if (!cik) return parent;
    const node = parent[group];
    return { ...parent, [group]: { ...(isObject(node) ? node : {}), [name]: printCik(cik) } };
  };
  return {
    ...document,
    ...put(document, "issuer", "issuerCik", issuer),
    reportingOwner: document.reportingOwner.map((owner, index) =>
      put(owner, "reportingOwnerId", "rptOwnerCik", owners[index]),
    ),
  };
}
