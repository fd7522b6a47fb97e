import { type FiledName, mayStandIn } from "@/lib/names/filed-name";
import { namedIn } from "@/lib/names/name-in-text";
import { searchedText } from "@/lib/names/searched-text";
import { fold } from "@/lib/names/words-of";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { keyOfRow } from "@/lib/record/row-key";
import { type Evidence, evidenceOf, type LinkableEntry } from "./evidence";
import type { PlacedRow } from "./placed-row";

/** Why we take two filings to report the same block of shares. */
export type Link =
  | { kind: "shared owner"; ciks: string[] }
  | {
      kind: "owner named" | "vehicle named";
      /** The owner or vehicle of the other filing, as that filing spells it. */
      name: string;
      /** How this filing spells it. */
      words: string;
      /** The row with the nature text (`0001365555-13-000001#I-2`), the note (`…#F1`) or the remarks (`…#remarks`). */
      from: string;
    };

/** A link, with the rows that it applies to. */
type FoundLink = {
  link: Link;
  /** The filing that says so, and the rows it says it about; null if it is about the whole filing. */
  speaker: string;
  rows: ReadonlySet<string> | null;
  /** For a vehicle: the rows of the other filing that are held through it. */
  heldRows: ReadonlySet<string> | null;
  /** Whether both rows must be held in the same way, as in a form that was filed twice. */
  sameHolder: boolean;
  /** Which of the filings are amendments: these may correct how a row is held. */
  amendments: readonly string[];
};

/** All that links two filings, the strongest first. */
export type Links = readonly FoundLink[];

/** What makes two equal rows one trade, if anything does. */
export type LinkOf = (a: PlacedRow, b: PlacedRow) => Link | null;

/** The strongest link between two filings of one issuer, whatever their rows; null if there is none. */
export const link = (a: LinkableEntry, b: LinkableEntry): Link | null =>
  linksBetween(evidenceOf(a), evidenceOf(b))[0]?.link ?? null;

export function linksBetween(a: Evidence, b: Evidence): Links {
  const ciks = [...a.ownerCiks].filter((cik) => b.ownerCiks.has(cik)).sort();
  if (ciks.length > 0) {
    const sameHolder = ciks.length === a.ownerCiks.size && ciks.length === b.ownerCiks.size;
    const link: Link = { kind: "shared owner", ciks };
    const amendments = [a, b].flatMap(({ isAmendment, accessionNumber }) => (isAmendment ? accessionNumber : []));
    return [{ link, speaker: a.accessionNumber, rows: null, heldRows: null, sameHolder, amendments }];
  }
  const [first, second] = a.accessionNumber < b.accessionNumber ? [a, b] : [b, a];
  return [
    ...ownersNamed(first, second),
    ...ownersNamed(second, first),
    ...vehiclesNamed(first, second),
    ...vehiclesNamed(second, first),
  ];
}

const ownersNamed = (speaker: Evidence, other: Evidence): FoundLink[] =>
  other.owners.flatMap((name) => mentions(speaker, name, "owner named", null));

const vehiclesNamed = (speaker: Evidence, other: Evidence): FoundLink[] =>
  other.vehicles().flatMap(({ name, rows }) => mentions(speaker, name, "vehicle named", rows));

function mentions(
  speaker: Evidence,
  name: FiledName,
  kind: "owner named" | "vehicle named",
  heldRows: ReadonlySet<string> | null,
): FoundLink[] {
  if (!mayStandIn(speaker.all.folded(), name)) return [];
  return speaker.statements().flatMap((statement) => {
    // A filing that names its own owner names nobody else: father and son may have one name.
    const words = namedIn(statement, name).find((found) => !namesOwnOwner(speaker, found));
    if (words === undefined) return [];
    const link: Link = { kind, name: name.asFiled, words, from: statement.from };
    const { rows } = statement;
    return [{ link, speaker: speaker.accessionNumber, rows, heldRows, sameHolder: false, amendments: [] }];
  });
}

const namesOwnOwner = (speaker: Evidence, text: string): boolean => {
  const searched = searchedText(text);
  return speaker.owners.some((own) => namedIn(searched, own).length > 0);
};

/**
 * The link that applies to two equal rows, if any. Words about other rows are not enough in two cases:
 * - both rows are held directly, as partners of one fund who are both on the board each get the same grant;
 * - the filings share only a vehicle: then both rows must be held through it.
 * If the owners are exactly the same, rows of two trusts are two trades, even if the trusts are alike. Only an amendment that
 * does not already restate another row may restate this one.
 * @param restating keys of rows that are known to restate another
 */
export const linkOfRows = (
  links: Links,
  a: ReportedRow,
  b: ReportedRow,
  restating: ReadonlySet<string> = NONE_RESTATES,
): Link | null => links.find((found) => appliesTo(found, a, b, restating))?.link ?? null;

const NONE_RESTATES: ReadonlySet<string> = new Set();

function appliesTo(found: FoundLink, a: ReportedRow, b: ReportedRow, restating: ReadonlySet<string>): boolean {
  const { link, speaker, rows, heldRows, sameHolder, amendments } = found;
  if (link.kind === "shared owner") {
    const mayRestate = (row: ReportedRow) => amendments.includes(row.accessionNumber) && !restating.has(keyOfRow(row));
    return !sameHolder || !areHeldApart(a, b) || mayRestate(a) || mayRestate(b);
  }
  const [own, other] = a.accessionNumber === speaker ? [a, b] : [b, a];
  const isAbout = rows === null || rows.has(rowId(own));
  if (link.kind === "vehicle named") return isAbout && heldRows?.has(rowId(other)) === true;
  const bothDirect = own.directOrIndirect.value === "D" && other.directOrIndirect.value === "D";
  return isAbout || !bothDirect;
}

/** Whether both rows say how they are held, and differ. */
function areHeldApart(a: ReportedRow, b: ReportedRow): boolean {
  const differ = (one: string | null, other: string | null) =>
    one !== null && other !== null && fold(one).trim() !== fold(other).trim();
  return (
    differ(a.directOrIndirect.value, b.directOrIndirect.value) ||
    differ(a.natureOfOwnership.value, b.natureOfOwnership.value)
  );
}
