const ofKind = (kind: "spouse" | "child" | "family", words: string) =>
  words.split(/\s+/).map((word) => [word.replace("_", " "), kind] as const);

const RELATIVES: ReadonlyMap<string, "spouse" | "child" | "family"> = new Map([
  ...ofKind("spouse", "spouse spouses wife husband domestic_partner life_partner ex-wife ex-husband ex-spouse"),
  ...ofKind(
    "child",
    "child children son sons daughter daughters stepson stepsons stepdaughter stepdaughters stepchild stepchildren",
  ),
  ...ofKind(
    "family",
    `mother father stepmother stepfather parent parents brother brothers sister sisters sibling siblings grandchild grandchildren grandson grandsons
    granddaughter granddaughters grandmother grandfather niece nieces nephew nephews cousin cousins aunt uncle mother-in-law
    father-in-law son-in-law daughter-in-law brother-in-law sister-in-law family_member family_members family relative relatives
    descendants`,
  ),
]);

/** The relationship to the insider of a relative in lower case and without a possessive. */
export const relation = (word: string): "spouse" | "child" | "family" | null => RELATIVES.get(word) ?? null;

/** All words for relatives, singular and plural. */
export const relativeWords: readonly string[] = [...RELATIVES.keys()];

/** People who are relatives now: "family" alone may begin a name, and a former spouse is not of the family. */
export const relatives: readonly string[] = relativeWords.filter(
  (word) => word !== "family" && !word.startsWith("ex-"),
);
