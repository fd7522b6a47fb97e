/** A list that is broader than an empty one, with how many things it has. */
export type BroaderList = { label: string; href: string; count: string };

/** A name in a filter that nobody has, and the same list under the nearest name that somebody has. */
export type UnknownName = {
  name: "issuer" | "insider";
  value: string;
  didYouMean: { label: string; href: string } | null;
};
