import { filingRow } from "@/db/schema";
import { columnNames } from "./json-rows";

/** The position of remarks among the notes of their filing. */
export const REMARKS_POSITION = 0;

/** All ids of notes that a row cites, in any of its cells. */
export const citedIds = (row: string): string =>
  columnNames(filingRow)
    .filter((name) => name.endsWith("_footnotes"))
    .map((name) => `${row}.${name}`)
    .join(" || ");
