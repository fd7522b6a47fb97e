import { CLUSTER_PARTS } from "@/lib/clusters/cluster-rule";
import { FILTER_NAMES, FILTER_PARTS, type FilterName } from "@/lib/filters/filing-filter";

/** A part of an address that a program may set. */
export type Parameter = {
  name: string;
  in: "query" | "path";
  description: string;
  required: boolean;
  schema: Record<string, unknown>;
};

/** What each filter asks for. A repeated name means *or*. */
const FILTER_WORDS: Record<FilterName, string> = {
  issuer: "A CIK, a ticker such as $KSTG, or words of a name. A list of tickers may be separated by commas.",
  insider: "A CIK, or words of a name.",
  sic: "The industry of the issuer: an SIC code, its first digits, or `unknown`.",
  role: "What an owner is, according to the boxes of the form and the officer's title.",
  filedFrom: "Filed on this day or later.",
  filedTo: "Filed on this day or earlier.",
  filedWithin: "Filed in a period that ends today (`7d`, `3m`, `1y`, `this-year`), or in `last-year`.",
  tradedFrom: "Traded on this day or later.",
  tradedTo: "Traded on this day or earlier.",
  tradedWithin: "Traded in a period that ends today (`7d`, `3m`, `1y`, `this-year`), or in `last-year`.",
  code: "The transaction code, such as P for purchases and S for sales.",
  form: "The form, or its amendment.",
  plan: "For purchases and sales: under a 10b5-1 plan, not indicated, or on a form without the box.",
  adoptedFrom: "The plan was adopted on this day or later, according to a footnote.",
  adoptedTo: "The plan was adopted on this day or earlier, according to a footnote.",
  adoptedDaysFrom: "At least this many days from the adoption of the plan to the trade.",
  adoptedDaysTo: "At most this many days from the adoption of the plan to the trade.",
  priceRange: "A footnote states the range of an average price, or one wider than $1.",
  implausible: "Whether evidence contradicts the price or the number of shares.",
  side: "Acquired (A) or disposed of (D), as filed.",
  ownership: "Direct (D) or indirect (I).",
  table: "Table I (shares) or II (derivatives).",
  priceFrom: "At least this many dollars a share.",
  priceTo: "At most this many dollars a share.",
  sharesFrom: "At least this many shares.",
  sharesTo: "At most this many shares.",
  valueFrom: "At least this many dollars.",
  valueTo: "At most this many dollars.",
  changeFrom: "The holding changed by at least this many percent.",
  changeTo: "The holding changed by at most this many percent.",
  position: "The row begins or ends its holding.",
  delayFrom: "Filed at least this many business days after the trade.",
  delayTo: "Filed at most this many business days after the trade.",
  label: "Routine, opportunistic or unclassified, after Cohen, Malloy and Pomorski.",
  first: "The first purchase of its owners in this database (`1`), or in two years (`2y`).",
  pattern: "What the row forms with other rows of its owners.",
  clusterFrom: "In a cluster of at least this many insiders.",
  citesFacts: "Whether the row cites a footnote that states facts.",
  late: "Filed after its due date.",
  amended: "Amended later.",
  joint: "Filed by several owners together.",
};

type FilterParameter = Parameter & { schema: { type: string; items?: Record<string, unknown> } };

const filterParameter = (name: FilterName): FilterParameter => {
  const { param, none, values } = FILTER_PARTS[name];
  const value = { type: "string", ...values };
  const schema = Array.isArray(none) ? { type: "array", items: value } : value;
  return { ...query(param, FILTER_WORDS[name], schema), schema };
};

/** The filters of an address as parameters; all of them unless it has fewer. */
export const filterParameters = (names: readonly FilterName[] = FILTER_NAMES): FilterParameter[] =>
  names.map(filterParameter);

export const query = (name: string, description: string, schema: Record<string, unknown>): Parameter => ({
  name,
  in: "query",
  description,
  required: false,
  schema,
});

export const inPath = (name: string, description: string, schema: Record<string, unknown>): Parameter => ({
  ...query(name, description, schema),
  in: "path",
  required: true,
});

/** The next or previous page of a list. */
export const place = (name: "after" | "before"): Parameter =>
  query(
    name,
    `The place where the page ${name === "after" ? "begins" : "ends"}. Take it from \`next\` and \`previous\`.`,
    {
      type: "string",
    },
  );

/** How a list is sorted: by a column, largest or latest first with a minus in front. */
export const sortedBy = (columns: readonly string[]): Parameter =>
  query("sort", "The column to sort by, smallest or earliest first. With a minus in front, largest or latest first.", {
    type: "string",
    enum: columns.flatMap((column) => [column, `-${column}`]),
  });

const RULE_WORDS: Record<string, string> = {
  "cluster-code": "Purchases (P) or sales (S).",
  "cluster-insiders": "At least this many insiders.",
  "cluster-days": "At most this many days from the first trade to the last.",
  "cluster-floor": "At least this many dollars in total.",
  "cluster-plan": "Whether trades under 10b5-1 plans are included.",
};

/** The rule of clusters. */
export const clusterParameters: readonly Parameter[] = CLUSTER_PARTS.map(({ param, values }) =>
  query(param, RULE_WORDS[param] ?? "", values),
);
