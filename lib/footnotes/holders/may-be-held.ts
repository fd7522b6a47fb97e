/** One pattern goes through a note faster than a search for each word. */
export const anyOf = (...words: readonly string[]) => {
  const any = new RegExp(words.map((word) => word.replaceAll(".", "\\.")).join("|"));
  return (lower: string): boolean => any.test(lower);
};

export const ofVehicle = anyOf(
  "trust",
  "ira",
  "401",
  "esop",
  "plan",
  "account",
  "stock fund",
  "grat",
  "i.r.a",
  "keogh",
  "utma",
  "ugma",
);
export const ofTrade = anyOf(
  "purchased",
  "acquired",
  "sold",
  "owns",
  "holds",
  "bought",
  " own ",
  " hold ",
  " hold.",
  " hold,",
  "elected to",
  "entitled",
  "custodian",
);
export const hasGenitive = anyOf("'", "’");
export const ofTrust = anyOf("trust", "estate", "foundation", "grat", "ira");
export const ofParty = anyOf(
  "it was by",
  "the purchaser",
  "the buyer",
  "the seller",
  "the vendor",
  "between the issuer",
  "between the company",
  "and the issuer",
  "and the company",
  "the transferee",
  "the acquirer",
  "in the name",
  "property of",
  "those of",
  "option of",
  "election of",
  "title",
  "of record in",
  "as trustee",
  "as sole trustee",
  "as co-trustee",
  "the following",
  "account of",
  "custodian of",
  "accounts of",
  "form for",
  "the donee",
  "the recipient",
);
export const ofHolder = anyOf("hold", "held", "own", "belong", "indirect");
export const ofSecurities = anyOf(
  "belong",
  "holder",
  "owner",
  "through",
  "via",
  "name",
  "benefit",
  "behalf",
  "trustee",
  "custodian",
);
