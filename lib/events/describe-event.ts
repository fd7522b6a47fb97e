import type { RowEvent } from "@/lib/record/derived-filing";
import { namesInSentence } from "@/lib/record/filing-names";
import { partsOfKey } from "@/lib/record/row-key";
import type { Link } from "./link";

/** A filing as the sentence names it. Owners are named as filed, or in reading order if a signature shows it. */
export type EventFiling = { accessionNumber: string; documentType: string | null; names: readonly string[] };

/** More filings than a sentence can carry. */
const MOST_FILINGS = 3;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/**
 * How a row of a filing counts, in one sentence: "Counted once with Form 4 of Michael J. Saxon", or, for the row that is
 * counted, "Counted once, here; also reported on Form 4 of Harrow Street Partners, L.P."
 * @param accessionNumber the filing whose row it is
 * @param filings those filings of the event that we know
 */
export function describeEvent(accessionNumber: string, event: RowEvent, filings: readonly EventFiling[]): string {
  const known = new Map(filings.map((filing) => [filing.accessionNumber, filing]));
  const named = (number: string): string => {
    const filing = known.get(number);
    if (!filing) return `filing ${number}`;
    const form = filing.documentType === null ? "filing" : `Form ${filing.documentType}`;
    return filing.names.length === 0 ? `${form} ${number}` : `${form} of ${namesInSentence(filing.names)}`;
  };
  const [first = "", ...later] = event.filings;
  const others = later.filter((number) => number !== accessionNumber);
  const told = others.length > MOST_FILINGS ? others.slice(0, MOST_FILINGS - 1) : others;
  const left = others.length - told.length;
  const also = listed([...told.map(named), ...(left > 0 ? [`${left} more filings`] : [])]);
  if (accessionNumber === first) return `Counted once, here; also reported on ${also}`;
  return `Counted once with ${named(first)}${also === "" ? "" : `; also reported on ${also}`}`;
}

/** What links two filings: "Note F2 of 0001365555-13-000001 names “Harrow Street Partners LP”". */
export function describeLink(link: Link, names: Readonly<Record<string, string>> = {}): string {
  if (link.kind === "shared owner") {
    return `Both filings are by ${namesInSentence(link.ciks.map((cik) => names[cik] ?? `CIK ${cik}`))}`;
  }
  const { accessionNumber: number, id: place } = partsOfKey(link.from);
  return `${placeName(place)} of ${number} ${place === "remarks" ? "name" : "names"} “${link.words}”`;
}

function placeName(place: string): string {
  if (place === "remarks") return "The remarks";
  return /^I{1,2}-/.test(place) ? `The nature of ownership in row ${place.replace("-", "·")}` : `Footnote ${place}`;
}
