import { filingHeadline } from "@/lib/headlines/filing-headline";
import { rowForTest } from "./row-for-test";

export type Short = Parameters<typeof rowForTest>[0];

/** The headline of a filing by one director, whose rows name only what matters. */
export const headlineForTest = (rows: Short[], other: Partial<Parameters<typeof filingHeadline>[0]> = {}) =>
  filingHeadline({
    names: ["Ingrid Tollefsen"],
    owners: 1,
    role: "director",
    facts: new Map(),
    implausible: new Map(),
    currencies: new Map(),
    averages: new Set(),
    remarks: null,
    issuer: "Kestrel Grid Systems",
    documentType: "4",
    noSecuritiesOwned: null,
    rows: rows.map((row, index) => rowForTest({ line: index + 1, transactionDate: "2025-06-10", ...row }).row),
    ...other,
  });
