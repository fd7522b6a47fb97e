import { isConnecting, isOrdinary, isTrustWord, mayLead } from "./common-words";
import { type FiledName, isNameSuffix, mayStandIn, type PersonName } from "./filed-name";
import { isLegalForm } from "./legal-forms";
import type { SearchedText } from "./searched-text";
import type { NameWord } from "./words-of";

/** The same with its words. */
type Taken = { text: string; words: readonly NameWord[]; isInCapitals: boolean };

/** The place of a name in a text. */
type Span = { start: number; end: number };

const genitive = /['’`]s$/i;

/** The words that name the person or entity, each as written in the text. */
export function namedIn(text: SearchedText, name: FiledName): string[] {
  if (!mayStandIn(text.folded(), name)) return [];
  const searched = { text: text.text, words: text.words(), isInCapitals: text.isInCapitals() };
  const found: string[] = [];
  for (let at = 0; at < searched.words.length; at++) {
    const span = entityAt(searched, at, name) ?? personAt(searched, at, name);
    if (span) found.push(searched.text.slice(span.start, span.end).replace(genitive, ""));
  }
  return found;
}

/** The text between two words. */
const between = ({ text }: Taken, before: NameWord, after: NameWord): string => text.slice(before.end, after.start);

const inEntity = /^[\s.,()/\\–-]{0,3}$/;

function entityAt(searched: Taken, at: number, { entity }: FiledName): Span | null {
  const { words } = searched;
  const first = words[at];
  if (!entity || !first?.isProper || first.plain !== entity.core[0]) return null;
  const end = matchWords(searched, at, entity.core, inEntity);
  if (end === null || !beginsHere(searched, at)) return null;
  if (entity.isCommon && !words.slice(at, end).every(({ plain, isProper }) => isProper || isConnecting(plain)))
    return null;
  const withForm = entity.legalForm.length > 0 ? matchWords(searched, end, entity.legalForm, inEntity) : null;
  if (withForm !== null) return glued(searched, withForm) ? null : spanOf(words, at, withForm);
  if (!entity.mayDropForm && entity.legalForm.length > 0) return null;
  return endsHere(searched, end, entity.legalForm) ? spanOf(words, at, end) : null;
}

const spanOf = (words: readonly NameWord[], from: number, to: number): Span => ({
  start: words[from]?.start ?? 0,
  end: words[to - 1]?.end ?? 0,
});

/** The place after the words, if they follow each other from here. */
function matchWords(searched: Taken, at: number, plain: readonly string[], gap: RegExp): number | null {
  for (let n = 0; n < plain.length; n++) {
    const word = searched.words[at + n];
    if (!word || word.plain !== plain[n]) return null;
    const before = searched.words[at + n - 1];
    if (before && n > 0 && !gap.test(between(searched, before, word))) return null;
  }
  return at + plain.length;
}

/** Not part of a longer name: "Sequoia Growth Fund III" does not name "Growth Fund III". */
function beginsHere(searched: Taken, at: number): boolean {
  const [before, word] = [searched.words[at - 1], searched.words[at]];
  if (!before || !word) return true;
  const gap = between(searched, before, word);
  if (gap === "" || /^[-–]$/.test(gap)) return false;
  const isInitial = before.plain.length === 1 && before.isProper && /^\.\s+$/.test(gap);
  if (!isInitial && !(/^\s+$/.test(gap) && before.isProper)) return true;
  return mayLead(before.plain) || (searched.isInCapitals && isOrdinary(before.plain));
}

/** Whether a word after a name may be part of a longer one. */
const mayGoOn = ({ isInCapitals }: Taken, { plain, isProper }: NameWord): boolean =>
  isProper && !(isInCapitals && isOrdinary(plain));

const glued = (searched: Taken, end: number): boolean => {
  const [last, next] = [searched.words[end - 1], searched.words[end]];
  return last !== undefined && next !== undefined && /^[-–]?$/.test(between(searched, last, next));
};

/** The name does not continue: "Fund IV-B", "Fund IV Principals" and "Fund IV LLC" are not "Fund IV". */
function endsHere(searched: Taken, end: number, ownForm: readonly string[]): boolean {
  const [last, next] = [searched.words[end - 1], searched.words[end]];
  if (!last || !next) return true;
  if (glued(searched, end)) return false;
  const gap = between(searched, last, next);
  if (/^,?\s+$/.test(gap) && next.isProper && isLegalForm(next.plain)) return ownForm.length === 0;
  return !(/^\s+$/.test(gap) && mayGoOn(searched, next)) && !(/^\s*\($/.test(gap) && next.plain.length === 1);
}

const inPerson = (searched: Taken, before: NameWord, after: NameWord): boolean => {
  const gap = between(searched, before, after);
  return /^(\s+|-)$/.test(gap) || (before.plain.length <= 2 && /^\.\s*$/.test(gap));
};

const MOST_MIDDLES = 3;

function personAt(searched: Taken, at: number, { person }: FiledName): Span | null {
  if (person.length === 0 || !searched.words[at]?.isProper) return null;
  for (const name of person) {
    if (searched.isInCapitals && isSentence(name)) continue;
    const end = readingOrderEnd(searched, at, name) ?? filedOrderEnd(searched, at, name);
    if (end === null || !beginsHere(searched, at)) continue;
    const stop = personEnd(searched, end, name);
    if (stop !== null) return spanOf(searched.words, at, stop);
  }
  return null;
}

/** "WILL GRANT": words that can be adjacent in any text. */
const isSentence = ({ given, surname }: PersonName): boolean => isOrdinary(given) && surname.every(isOrdinary);

/** "Michael J. Saxon", "Michael Saxon": the given name in full, middle names that do not contradict, the surname. */
function readingOrderEnd(searched: Taken, at: number, name: PersonName): number | null {
  const { words } = searched;
  if (words[at]?.plain !== name.given) return null;
  for (let middles = 0; middles <= MOST_MIDDLES; middles++) {
    const surnameAt = at + 1 + middles;
    const end = surnameAt + name.surname.length;
    if (words[surnameAt]?.plain !== name.surname[0]) continue;
    const run = words.slice(at, end);
    const stands = run.every((word, n) => n === 0 || inPerson(searched, run[n - 1] ?? word, word));
    const isSurname = name.surname.every((word, n) => words[surnameAt + n]?.plain === word);
    const between = run.slice(1, 1 + middles).map(({ plain }) => plain);
    if (!stands || !isSurname || !words[end - 1]?.isProper || !middlesAgree(between, name.middles)) continue;
    // An initial and a surname are not enough.
    if (name.given.length === 1 && !between.some((middle) => middle.length > 1)) continue;
    return end;
  }
  return null;
}

/** Middle names in the text must be those of the filing, in order, or an initial that the filing omits. */
function middlesAgree(read: readonly string[], filed: readonly string[]): boolean {
  let next = 0;
  return read.every((middle) => {
    const at = filed.findIndex(
      (name, index) =>
        index >= next && (name === middle || ((name.length === 1 || middle.length === 1) && name[0] === middle[0])),
    );
    if (at >= 0) next = at + 1;
    return at >= 0 || (filed.length === 0 && middle.length === 1);
  });
}

/** "SAXON MICHAEL J", or with a comma if there are three words, so that it cannot be a list of surnames. */
function filedOrderEnd(searched: Taken, at: number, { surname, given, middles }: PersonName): number | null {
  const plain = [...surname, given, ...middles];
  const gap = plain.length > 2 ? /^([\s-]+|,\s+|\.\s*)$/ : /^[\s-]+$/;
  const end = matchWords(searched, at, plain, gap);
  return end !== null && searched.words[at + surname.length]?.isProper ? end : null;
}

/** The end of the name with its suffix; null if it continues as another person's: "Michael Saxon Jr.", "Michael Saxon Hill". */
function personEnd(searched: Taken, end: number, { suffix }: PersonName): number | null {
  const [last, next] = [searched.words[end - 1], searched.words[end]];
  if (!last || !next) return end;
  if (glued(searched, end)) return null;
  const gap = between(searched, last, next);
  if (isNameSuffix(next.plain) && next.isProper && /^,?\s+$/.test(gap)) return next.plain === suffix ? end + 1 : null;
  const goesOn = /^\s+$/.test(gap) && mayGoOn(searched, next) && !isTrustWord(next.plain) && !/^\d/.test(next.plain);
  return goesOn ? null : end;
}
