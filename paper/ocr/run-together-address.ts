import { pattern } from "@/lib/values/pattern";

/** Words that end the line of a street, and those that a number or letter may follow. */
const STREETS = [
  ..."STREET ST AVENUE AVE ROAD RD DRIVE DR LANE LN BOULEVARD BLVD PARKWAY PKWY WAY COURT CT PLACE PL SQUARE SQ".split(
    " ",
  ),
  ..."FLOOR FL CIRCLE EXPRESSWAY HIGHWAY HWY PLAZA TERRACE TURNPIKE TRAIL".split(" "),
];
const NUMBERED = "SUITE STE UNIT ROOM RM BUILDING BLDG BOX FLOOR FL HWY HIGHWAY ROUTE APT".split(" ");
const ENDS_STREET = pattern("i")`^ ${STREETS} \.? ,? $`;
const TAKES_NUMBER = pattern("i")`^ ${NUMBERED} \.? $`;

export type AddressParts = { street: string; city: string };

/**
 * Street and city of an address whose lines have run together, `59 MAIDEN LANE, 43RD FLOOR NEW YORK`: the city follows the last
 * word that can only end a street. Null if there is no such word, or if more than three words follow it.
 */
export function runTogetherAddress(text: string): AddressParts | null {
  const words = text.split(" ");
  let end = -1;
  words.forEach((word, index) => {
    const next = words[index + 1] ?? "";
    if (TAKES_NUMBER.test(word) && /^#?(\d+[A-Z]?|[A-Z]\d*|[A-Z]-?\d+),?$/i.test(next)) end = index + 1;
    else if (ENDS_STREET.test(word) && index > 0) end = index;
  });
  const city = words.slice(end + 1);
  if (end < 1 || city.length === 0 || city.length > 3 || city.some((word) => /\d/.test(word))) return null;
  // After a street, `ST PAUL` is a city, so the word belongs to the city.
  if (/^ST\.?$/i.test(words[end] ?? "") && ENDS_STREET.test(words[end - 1] ?? "")) return null;
  return { street: words.slice(0, end + 1).join(" "), city: city.join(" ") };
}
