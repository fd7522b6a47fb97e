import { describeFiling, type FilingRef } from "@/lib/record/filing-ref";
import { rowNumber } from "@/lib/record/row-number";
import { rowUrl } from "@/lib/urls";
import { noteNumber } from "./note";

/** Where something stands: a row (`I-2`), a note (`F1`) or the remarks (`remarks`) of a filing. */
export type Place = {
  filing: FilingRef;
  /** Whether that is the filing whose page this is. */
  isHere: boolean;
  at: string;
};

const ROW = /^I{1,2}-\d+$/;

const isRow = ({ at }: Place): boolean => ROW.test(at);

/** "row I·2", "note 1", "the remarks"; of another filing with its form and day. */
export function describePlace(place: Place): string {
  const { filing, isHere, at } = place;
  const what = isRow(place) ? `row ${rowNumber(at)}` : at === "remarks" ? "the remarks" : `footnote ${noteNumber(at)}`;
  return isHere ? what : `${what} of ${describeFiling(filing)}`;
}

export const hrefOfPlace = ({ filing, isHere, at }: Place): string =>
  isHere ? `#${at}` : rowUrl(filing.accessionNumber, at);
