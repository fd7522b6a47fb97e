import { describeFiling, type FilingRef } from "@/lib/record/filing-ref";
import { rowNumber } from "@/lib/record/row-number";
import { rowUrl } from "@/lib/urls";
import { noteNumber } from "./note";

/** A place in a filing: a row (`I-2`), a footnote (`F1`) or the remarks (`remarks`). */
export type FilingPlace = {
  filing: FilingRef;
  /** Whether it is in the filing of this page. */
  isHere: boolean;
  at: string;
};

const ROW = /^I{1,2}-\d+$/;

const isRow = ({ at }: FilingPlace): boolean => ROW.test(at);

/** "row I·2", "footnote 1", "the remarks"; for another filing with its form and day. */
export function describePlace(place: FilingPlace): string {
  const { filing, isHere, at } = place;
  const what = isRow(place) ? `row ${rowNumber(at)}` : at === "remarks" ? "the remarks" : `footnote ${noteNumber(at)}`;
  return isHere ? what : `${what} of ${describeFiling(filing)}`;
}

export const hrefOfPlace = ({ filing, isHere, at }: FilingPlace): string =>
  isHere ? `#${at}` : rowUrl(filing.accessionNumber, at);
