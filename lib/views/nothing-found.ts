/** A list that is broader than an empty one, with how many things it has. */
export type BroaderList = { label: string; href: string; count: string };

/** A name or CIK in a filter that matches nobody, and the same list under the nearest known name. */
export type UnknownName = {
  name: "issuer" | "insider";
  by: "cik" | "name";
  value: string;
  didYouMean: { label: string; href: string } | null;
};
