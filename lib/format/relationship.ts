import type { ReportingOwner } from "@/lib/edgar/filing";

/** What an owner is to the issuer, in the form's words: "Director, Chief Financial Officer, 10% owner". */
export function describeRelationship(owner: ReportingOwner): string | null {
  const parts = [
    owner.isOfficer ? (owner.officerTitle ?? "Officer") : null,
    owner.isDirector ? "Director" : null,
    owner.isTenPercentOwner ? "10% owner" : null,
    owner.isOther ? (owner.otherText ?? "Other") : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(", ") : null;
}
