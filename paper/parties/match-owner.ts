import type { PaperReading } from "@/paper/form/paper-reading";
import { plainName } from "./is-same-filing";
import { textAt } from "./match-issuer";
import type { NameFinding } from "./name-finding";

/** An owner with the name and address in an earlier filing. */
export type KnownOwner = { cik: string; name: string; street: string | null; zip: string | null };

type Read = Pick<PaperReading, "document" | "unread" | "uncertain">;

/** What a paper form says about an owner with certainty; null if nothing. */
export function readOwner({ document, unread, uncertain }: Read, index: number) {
  const owner = document.reportingOwner[index] ?? {};
  const isCertain = (path: string) => ![...unread, ...uncertain].includes(`/reportingOwner/${index}/${path}`);
  const asRead = textAt(owner, ["reportingOwnerId", "rptOwnerName"]);
  const [street1, street2, zip] = ["rptOwnerStreet1", "rptOwnerStreet2", "rptOwnerZipCode"].map((name) =>
    isCertain(`reportingOwnerAddress/${name}`) ? textAt(owner, ["reportingOwnerAddress", name]) : null,
  );
  const isStreetCertain = ["rptOwnerStreet1", "rptOwnerStreet2"].every((name) =>
    isCertain(`reportingOwnerAddress/${name}`),
  );
  return {
    asRead,
    name: isCertain("reportingOwnerId/rptOwnerName") ? asRead : null,
    street: isStreetCertain && street1 ? [street1, street2].filter(Boolean).join(" ") : null,
    zip: zip ?? null,
  };
}

/**
 * Finds an owner named on paper. A name alone is not enough, because names recur: street and ZIP code must also be those of an earlier
 * filing. An owner who only has the same name is shown as a candidate.
 */
export function matchOwner(read: Read, index: number, known: readonly KnownOwner[]): NameFinding[] {
  const { asRead, name, street, zip } = readOwner(read, index);
  if (name === null) return [];
  const pointer = `/reportingOwner/${index}`;
  const bearers = known.filter((owner) => plainName(owner.name) === plainName(name));
  const ciks = (owners: readonly KnownOwner[]) => [...new Map(owners.map((owner) => [owner.cik, owner])).values()];
  const neighbours = ciks(
    bearers.filter(
      (owner) =>
        street !== null &&
        zip !== null &&
        owner.street !== null &&
        owner.zip !== null &&
        plainName(owner.street) === plainName(street) &&
        zip5(owner.zip) === zip5(zip),
    ),
  );
  const [only] = neighbours;
  if (only && neighbours.length === 1) {
    const evidence = "an earlier filing has this name, street and zip code";
    return [{ pointer, asRead, outcome: "known", cik: only.cik, name: only.name, evidence }];
  }
  return ciks(bearers)
    .slice(0, MOST)
    .map((owner) => ({
      pointer,
      asRead,
      outcome: "candidate",
      cik: owner.cik,
      name: owner.name,
      evidence: `has filed under this name, as CIK ${owner.cik}; no earlier address matches`,
    }));
}

const MOST = 3;

const zip5 = (zip: string) => zip.trim().slice(0, 5).toUpperCase();
