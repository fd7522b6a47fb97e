import type { ReportingOwner } from "./filing";

export type Relationship = Pick<
  ReportingOwner,
  "isDirector" | "isOfficer" | "isTenPercentOwner" | "isOther" | "officerTitle" | "otherText"
>;

/** An owner's relationships to the issuer, in the form's words. */
export const relationshipParts = (owner: Relationship): string[] =>
  [
    owner.isOfficer ? (owner.officerTitle ?? "Officer") : null,
    owner.isDirector ? "Director" : null,
    owner.isTenPercentOwner ? "10% owner" : null,
    owner.isOther ? (owner.otherText ?? "Other") : null,
  ].filter((part) => part !== null);

/** An owner's relationships to the issuer in one text: "Chief Financial Officer, Director, 10% owner". */
export const describeRelationship = (owner: Relationship): string | null => relationshipParts(owner).join(", ") || null;

/** Before a name in a sentence: "director", "director and officer", "10% owner". */
export function roleInSentence({ isDirector, isOfficer, isTenPercentOwner }: Relationship): string | null {
  const inside = [...(isDirector ? ["director"] : []), ...(isOfficer ? ["officer"] : [])];
  return inside.join(" and ") || (isTenPercentOwner ? "10% owner" : null);
}
