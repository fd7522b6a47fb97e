import { isDistinctive } from "./common-words";
import { isLegalForm } from "./legal-forms";
import { isEntityName } from "./names";
import { wordsOf } from "./words-of";

/** A name as filed, split once for searches in many texts. */
export type FiledName = {
  asFiled: string;
  /** Null if it is certainly not a company's. */
  entity: EntityName | null;
  /** The possible orders of a person's name; empty if it is certainly a company's. */
  person: readonly PersonName[];
  /** Letters that a folded text must contain if the name is in it: all of the first, and one of the second. */
  needed: { all: readonly string[]; oneOf: readonly string[] };
};

type EntityName = {
  core: readonly string[];
  legalForm: readonly string[];
  mayDropForm: boolean;
  /** Made of common words ("Growth Capital Partners LLC"), so only the complete name identifies the entity. */
  isCommon: boolean;
};

export type PersonName = {
  given: string;
  middles: readonly string[];
  surname: readonly string[];
  suffix: string | null;
};

const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv", "v"]);
const TITLES = new Set(["md", "phd", "esq", "cpa", "mr", "mrs", "ms", "dr"]);

export const isNameSuffix = (plain: string): boolean => SUFFIXES.has(plain);

/** EDGAR's own mark after a name, for the state or to distinguish namesakes: "/DE/", "/NEW/". */
const edgarMark = /\s*[/\\][A-Z ]{2,10}[/\\]?\s*$/i;

/** More words than a person's name has. */
const MOST_WORDS = 6;

/** `null` for a name that cannot be searched for: a single word, or common words without a legal form ("Family Trust"). */
export function filedName(asFiled: string): FiledName | null {
  const words = wordsOf(asFiled.replace(edgarMark, "")).map(({ plain }) => plain);
  if (words[0] === "the") words.shift();
  const isEntity = isEntityName(asFiled);
  const entity = isEntity ? entityName(words) : null;
  const person = isEntity ? [] : personNames(words);
  if (entity === null && person.length === 0) return null;
  const [first = "", ...others] = words;
  // The word filed first is part of a person's name in any order.
  const needed = isEntity
    ? { all: entity?.isCommon ? entity.core : words.filter(isDistinctive), oneOf: [] }
    : { all: [first], oneOf: others.filter((word) => word.length > 1) };
  return { asFiled, entity, person, needed };
}

function entityName(words: readonly string[]): EntityName | null {
  let end = words.length;
  while (end > 0 && isLegalForm(words[end - 1] ?? "")) end--;
  const core = words.slice(0, end);
  const distinctive = core.filter(isDistinctive).length;
  const legalForm = words.slice(end);
  const isCommon = distinctive === 0;
  if (words.length < 2 || (isCommon && (core.length < 2 || legalForm.length === 0))) return null;
  return { core, legalForm, mayDropForm: distinctive >= 2, isCommon };
}

/**
 * EDGAR puts the surname first, but nothing marks its end, and filers break the rule. We try surnames of one, two and three
 * words, and the order as filed.
 */
function personNames(filed: readonly string[]): PersonName[] {
  const words = filed.filter((word) => !SUFFIXES.has(word) && !TITLES.has(word));
  if (words.length < 2 || words.length > MOST_WORDS || words.some((word) => /\d/.test(word))) return [];
  const suffix = filed.find((word) => SUFFIXES.has(word)) ?? null;
  const orders = [1, 2, 3]
    .filter((size) => size < words.length)
    .map((size) => ({ surname: words.slice(0, size), given: words.slice(size) }));
  orders.push({ surname: words.slice(-1), given: words.slice(0, -1) });
  if (words.filter((word) => word.length > 1).length < 2) return [];
  return orders.flatMap(({ surname, given: [given, ...middles] }) =>
    given !== undefined && surname.join("").length > 1 ? [{ given, middles, surname, suffix }] : [],
  );
}

/** False if a name is certainly not in a folded text. */
export function mayStandIn(folded: string, { needed: { all, oneOf } }: FiledName): boolean {
  for (const word of all) if (!folded.includes(word)) return false;
  return oneOf.length === 0 || oneOf.some((word) => folded.includes(word));
}
