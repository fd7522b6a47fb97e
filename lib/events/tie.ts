import { type FiledName, mayStandIn } from "@/lib/names/filed-name";
import { namedIn } from "@/lib/names/name-in-text";
import { searchedText } from "@/lib/names/searched-text";
import { fold } from "@/lib/names/words-of";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { type TyingEntry, type Witness, witnessOf } from "./witness";

/** Why two filings are held to report for the same block. */
export type Tie =
  | { kind: "shared owner"; ciks: string[] }
  | {
      kind: "owner named" | "vehicle named";
      /** The owner or vehicle of the other filing, as filed there. */
      name: string;
      /** How this filing has it. */
      words: string;
      /** The row with the nature text (`0001365555-13-000001#I-2`), the note (`…#F1`) or the remarks (`…#remarks`). */
      from: string;
    };

/** A tie with the rows that it speaks for. */
type Evidence = {
  tie: Tie;
  /** The filing whose words they are, and its rows that they hang on; null where they speak of the whole filing. */
  speaker: string;
  rows: ReadonlySet<string> | null;
  /** Of a vehicle: the rows of the other filing that are held through it. */
  heldRows: ReadonlySet<string> | null;
  /** Whether the rows have to be held in one way, as those of a form that was filed twice are. */
  sameHolder: boolean;
  /** Which of the filings are amendments: these may put right how a row is held. */
  amendments: readonly string[];
};

/** All that ties two filings, the strongest first. */
export type Ties = readonly Evidence[];

/** What ties two filings of one issuer, whatever their rows; null where nothing does. */
export const tie = (a: TyingEntry, b: TyingEntry): Tie | null => tiesOf(witnessOf(a), witnessOf(b))[0]?.tie ?? null;

export function tiesOf(a: Witness, b: Witness): Ties {
  const ciks = [...a.ownerCiks].filter((cik) => b.ownerCiks.has(cik)).sort();
  if (ciks.length > 0) {
    const sameHolder = ciks.length === a.ownerCiks.size && ciks.length === b.ownerCiks.size;
    const tie: Tie = { kind: "shared owner", ciks };
    const amendments = [a, b].flatMap(({ isAmendment, accessionNumber }) => (isAmendment ? accessionNumber : []));
    return [{ tie, speaker: a.accessionNumber, rows: null, heldRows: null, sameHolder, amendments }];
  }
  const [first, second] = a.accessionNumber < b.accessionNumber ? [a, b] : [b, a];
  return [
    ...ownersNamed(first, second),
    ...ownersNamed(second, first),
    ...vehiclesNamed(first, second),
    ...vehiclesNamed(second, first),
  ];
}

const ownersNamed = (speaker: Witness, other: Witness): Evidence[] =>
  other.owners.flatMap((name) => mentions(speaker, name, "owner named", null));

const vehiclesNamed = (speaker: Witness, other: Witness): Evidence[] =>
  other.vehicles().flatMap(({ name, rows }) => mentions(speaker, name, "vehicle named", rows));

function mentions(
  speaker: Witness,
  name: FiledName,
  kind: "owner named" | "vehicle named",
  heldRows: ReadonlySet<string> | null,
): Evidence[] {
  if (!mayStandIn(speaker.all.folded(), name)) return [];
  return speaker.statements().flatMap((statement) => {
    // A filing that names its own owner names nobody else: father and son may have one name.
    const words = namedIn(statement, name).find((found) => !namesOwnOwner(speaker, found));
    if (words === undefined) return [];
    const tie: Tie = { kind, name: name.asFiled, words, from: statement.from };
    const { rows } = statement;
    return [{ tie, speaker: speaker.accessionNumber, rows, heldRows, sameHolder: false, amendments: [] }];
  });
}

const namesOwnOwner = (speaker: Witness, text: string): boolean => {
  const searched = searchedText(text);
  return speaker.owners.some((own) => namedIn(searched, own).length > 0);
};

/**
 * The tie that holds for two equal rows, if one does. Words on other rows of a filing are not enough where
 * - both rows are held directly: partners of one fund, both on the board, each get the same grant;
 * - the filings share a vehicle alone: then both rows have to be held through it.
 * Of the very same owners, rows of two trusts are two trades, though they be of twins; only an amendment that is not known
 * to restate another row may restate this one.
 * @param restating keys of rows that are known to restate another
 */
export const tieOfRows = (
  ties: Ties,
  a: ReportedRow,
  b: ReportedRow,
  restating: ReadonlySet<string> = NONE_RESTATES,
): Tie | null => ties.find((evidence) => holdsFor(evidence, a, b, restating))?.tie ?? null;

const NONE_RESTATES: ReadonlySet<string> = new Set();

function holdsFor(evidence: Evidence, a: ReportedRow, b: ReportedRow, restating: ReadonlySet<string>): boolean {
  const { tie, speaker, rows, heldRows, sameHolder, amendments } = evidence;
  if (tie.kind === "shared owner") {
    const mayRestate = (row: ReportedRow) =>
      amendments.includes(row.accessionNumber) && !restating.has(`${row.accessionNumber}#${rowId(row)}`);
    return !sameHolder || !areHeldApart(a, b) || mayRestate(a) || mayRestate(b);
  }
  const [own, other] = a.accessionNumber === speaker ? [a, b] : [b, a];
  const isAbout = rows === null || rows.has(rowId(own));
  if (tie.kind === "vehicle named") return isAbout && heldRows?.has(rowId(other)) === true;
  const bothDirect = own.directOrIndirect.value === "D" && other.directOrIndirect.value === "D";
  return isAbout || !bothDirect;
}

/** Whether both rows say how they are held, and not the same. */
function areHeldApart(a: ReportedRow, b: ReportedRow): boolean {
  const differ = (one: string | null, other: string | null) =>
    one !== null && other !== null && fold(one).trim() !== fold(other).trim();
  return (
    differ(a.directOrIndirect.value, b.directOrIndirect.value) ||
    differ(a.natureOfOwnership.value, b.natureOfOwnership.value)
  );
}
