import { isLegalForm } from "@/lib/names/legal-forms";
import { hasOwnName, vehicleInNature } from "@/lib/names/vehicle-in-nature";
import { wordsOf } from "@/lib/names/words-of";
import type { NoteFacts } from "@/lib/record/derived-filing";
import type { ReportedRow } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import type { Disclaimer, Holder } from "@/lib/record/stated-facts";
import { isOnlyPointer } from "./holding-line";

/** Who holds the securities of an indirect row, as far as the filing says. */
export type RowHolder = {
  /** As filed. Empty if the filing names none, several if it does not say which of them. */
  names: string[];
  /** The nature of ownership as filed, if it says more than "See footnote". */
  nature: string | null;
  /** What the row's footnotes disclaim. */
  disclaimer: Disclaimer | null;
};

/**
 * The holder of an indirect row, from its nature of ownership and from what the footnotes on it state; null for any other row.
 * We use the nature unless the footnotes name someone else. In that case we name no one.
 */
export function holderOf(row: ReportedRow, facts: NoteFacts): RowHolder | null {
  if (row.directOrIndirect.value !== "I") return null;
  const { value: nature, footnotes } = row.natureOfOwnership;
  const said = nature === null || isOnlyPointer(nature) ? null : nature.replace(/\s+/g, " ").trim();
  const inNature = said === null ? null : vehicleInNature(said);
  const stated = [...new Set([...footnotes, ...row.directOrIndirect.footnotes])].map((id) =>
    (facts.get(id)?.holders?.value ?? []).filter(({ name }) => hasOwnName(name)),
  );
  return {
    names: inNature === null ? inNotes(stated, said) : contradicts(stated.flat(), inNature) ? [] : [inNature],
    nature: said,
    disclaimer: disclaimerOf(row, facts),
  };
}

/** The note that names the fewest holders is about this row. A note that names more lists all vehicles of the insider. */
function inNotes(stated: readonly Holder[][], nature: string | null): string[] {
  const naming = stated.filter((holders) => holders.length > 0);
  const fewest = Math.min(...naming.map((holders) => holders.length));
  const holders = naming.filter(({ length }) => length === fewest).flat();
  // "By Trust": of a trust and a spouse, the trust.
  const ofKind = holders.filter(({ kind }) => nature?.toLowerCase().includes(kind.replace("_", " ")));
  return [...new Set((ofKind.length > 0 ? ofKind : holders).map(({ name }) => name))];
}

/** Words that begin what a longer form of a name adds: "dated March 4, 2018", "f/b/o Child 2". */
const ADDITIONS = new Set(["dated", "dtd", "under", "ua", "uad", "u", "fbo", "f", "for"]);

/** The words of a name without its article and legal form. */
function coreOf(name: string): string[] {
  const words = wordsOf(name.replace(/^the\s+/i, "")).map(({ plain }) => plain);
  const end = words.findLastIndex((word) => !isLegalForm(word));
  return end < 0 ? words : words.slice(0, end + 1);
}

/** Whether two names are of one holder: "Marsh Family Trust" and "The Marsh Family Trust dated 3/4/2018". */
export function isSameHolder(one: string, other: string): boolean {
  const [short = [], long = []] = [coreOf(one), coreOf(other)].sort((a, b) => a.length - b.length);
  const [next] = long.slice(short.length);
  return (
    short.length > 0 && short.every((word, at) => word === long[at]) && (next === undefined || ADDITIONS.has(next))
  );
}

/** Words that begin the date or the agreement of a trust, which one filing states and another omits. */
const DATES = new Set(["dated", "dtd", "under", "ua", "uad", "u"]);
/** Words that begin whose account it is. The longer name may be that of another account. */
const ACCOUNTS = new Set(["fbo", "f", "for", "roth", "ira", "sep"]);

/**
 * Whether two names are the same apart from their legal form and the date of a trust, or similar because one goes on to say whose
 * account it is. Null if they are different.
 */
export function closenessOfHolders(one: string, other: string): "same" | "similar" | null {
  const [short = [], long = []] = [coreOf(one), coreOf(other)].sort((a, b) => a.length - b.length);
  if (short.length === 0 || !short.every((word, at) => word === long[at])) return null;
  const [next] = long.slice(short.length);
  if (next === undefined || DATES.has(next)) return "same";
  return ACCOUNTS.has(next) ? "similar" : null;
}

/** Whether the notes name holders with a legal form, and none of them is the one in the nature. */
function contradicts(stated: readonly Holder[], inNature: string): boolean {
  const names = stated.filter(({ kind }) => kind !== "other").map(({ name }) => name);
  return names.length > 0 && !names.some((name) => isSameHolder(name, inNature));
}

const PRECEDENCE: readonly Disclaimer[] = ["except_pecuniary_interest", "full", "no_admission"];

function disclaimerOf(row: ReportedRow, facts: NoteFacts): Disclaimer | null {
  const stated = rowNotes(row).flatMap((id) => facts.get(id)?.disclaimer?.value ?? []);
  return PRECEDENCE.find((kind) => stated.includes(kind)) ?? null;
}

/** The holder of an indirect row, if the filing names one and no other. */
export function onlyHolder(row: ReportedRow, facts: NoteFacts): string | null {
  const [name, ...others] = holderOf(row, facts)?.names ?? [];
  return name !== undefined && others.length === 0 ? name : null;
}

/** The holders of some rows, if every row has exactly one holder and we know its name; otherwise null. */
export function holdersOfAll(rows: readonly ReportedRow[], facts: NoteFacts): string[] | null {
  const names = rows.map((row) => onlyHolder(row, facts));
  return names.length > 0 && names.every((name) => name !== null) ? [...new Set(names)] : null;
}
