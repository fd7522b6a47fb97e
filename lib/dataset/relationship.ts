/**
 * An owner's relationships to the issuer, as the data sets list them (`Director,TenPercentOwner`). Those not listed are unknown.
 */
export type ListedRelationship = {
  isDirector: true | null;
  isOfficer: true | null;
  isTenPercentOwner: true | null;
  isOther: true | null;
  unknown: string[];
};

const FLAG_OF = {
  director: "isDirector",
  officer: "isOfficer",
  tenpercentowner: "isTenPercentOwner",
  other: "isOther",
} as const;

const isKnown = (word: string): word is keyof typeof FLAG_OF => Object.hasOwn(FLAG_OF, word);

export function readRelationship(text: string): ListedRelationship {
  const relationship: ListedRelationship = {
    isDirector: null,
    isOfficer: null,
    isTenPercentOwner: null,
    isOther: null,
    unknown: [],
  };
  for (const word of text.split(",").map((part) => part.trim())) {
    if (word === "") continue;
    const plain = word.toLowerCase().replace(/[^a-z]/g, "");
    if (isKnown(plain)) relationship[FLAG_OF[plain]] = true;
    else relationship.unknown.push(word);
  }
  return relationship;
}
