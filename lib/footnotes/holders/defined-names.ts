import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";
import { isOfKind } from "./name-words";
import type { NameInNote, NoteNames } from "./names-in-note";
import { unnamedAt, unnamedBefore } from "./unnamed-vehicles";

/** A holder, by the words that give the full name. */
export type FullName = { start: number; end: number; words: readonly string[]; isUnnamed: boolean };

/** What the short names of a note mean, by their words in lower case: one holder, or the members of a group. */
export type DefinedNames = ReadonlyMap<string, readonly FullName[]>;

export const nameKey = (words: readonly string[]): string => (words[0] === "the" ? words.slice(1) : words).join(" ");

const bracket = /\(([^()]{2,260}(?:\([^()]{0,60}\)[^()]{0,160}){0,3})\)/g;
const quoted = /["“”'‘’«]{1,2}([^"“”«»]{1,60}?)[,.]?["“”»]|[‘'“"]{1,2}([^'’"”]{1,60}?)[,.]?[’'”"]{1,2}/g;
const unquoted = pattern()`
  ^["“”]?
  (?:(?:hereinafter|hereafter|referred\ to\ as|each|or|and|collectively|together|in\ the\ aggregate|,|the)\s*)*
  ((?:[A-Z0-9][\w.&'’/-]*)(?:\s+[A-Z0-9&][\w.&'’/-]*){0,4}) ["“”]?$
`;
/** "(ROF and together with REF, the Funds)" */
const unquotedWith = pattern()`
  ^ ([A-Z][\w.&'’-]* (?:\s+[A-Z\d][\w.&'’-]*){0,3}) ,?\s+ and,?\s+ (?:(?:collectively|together),?\s+)+ with\s ([^()]{2,160}) ,\s+ (?:the\s+)? ([A-Z][\w.&'’-]*(?:\s+[A-Z][\w.&'’-]*){0,3}) $
`;
/** "Roe I, Roe II and Roe III are collectively referred to as the" */
const areCalled = pattern("i")`
  ^ (?:\s*\([^()]{2,${NEAR}}\))? \s+ are\s+ (?:(?:collectively|together|sometimes|herein|hereinafter|each)\s+)* (?:referred\s+to|defined|known) \s+ (?:(?:collectively|together|herein)\s+)* as\s+ (?:the\s+)? ["“] ([^"”]{2,40}?) [,.]? ["”]
`;
const ofGroup = /\b(?:collectively|together|each|in the aggregate)\b/i;
/** '"Roe PF" and, with Roe VI, the "Roe Funds"' */
const withOthers = /\b(?:and|or),?\s+(?:when\s+taken\s+)?with\s/i;
/** ", or collectively, the Roe Funds" */
const orGroup = pattern("i")`
  ^,?\s* (?:(?:and|or)\s*,?\s*)? (?:collectively|together) \s*,?\s*
  (?:referred\ to\ (?:herein\ |in\ this\ report\ )?as\s+)? (?:the\s+)?
`;
const orShort = /^,?\s+or\s+the\s+/;

/** "…, a Delaware limited liability company" */
const apposition = pattern("i")`
  ,\s+an?\s+ (?:[\w'’-]+\s+){0,6}
  (?:company|corporation|partnership|trust|fund|entity|vehicle|foundation|organization) (?:\s+limited\s+by\s+\w+)?
  (?:\s+(?:organized|formed|incorporated)[^,()]{0,${NEAR}}(?:,\s+[A-Z][\w\s]{2,20})?)? ,?\s*$
`;

/** "Funds" after a list, but not "Principals" for "Juniper Principals Fund". */
const isPluralOfMany = (short: readonly string[], last: FullName): boolean =>
  /s$/.test(short.at(-1) ?? "") && !short.every((word) => last.words.includes(word));

/** "(continued from footnote 4) and Roe Fund, LLC (together, the Roe Funds)": the other members are in another note. */
const goesOn = /^\W*(?:continued\b[^()]{0,60}\)\W*)?(?:and|or)\b|^\W*continued\b/i;
const isRestOf = (text: string, list: readonly FullName[], short: readonly string[]): boolean =>
  list.length < 2 && /s$/.test(short.at(-1) ?? "") && goesOn.test(text);

/** The spans of the contents of brackets. */
export const bracketSpans = (text: string): Span[] =>
  text.includes("(")
    ? Array.from(placesOf(text, bracket, ALL), ({ 0: all, index }): Span => [index, index + all.length])
    : [];

const fullName = (name: NameInNote): FullName => ({
  start: name.start,
  end: name.end,
  words: name.words,
  isUnnamed: false,
});

const areSecurities = /^(?:units|shares|interests|stock|notes|warrants|options)$/;

/** The short names that a note defines, in brackets or with "or collectively". */
export function definedNames(names: NoteNames, wordsOfShort: (short: string) => readonly string[]): DefinedNames {
  const { text } = names;
  const defined = new Map<string, readonly FullName[]>();
  const define = (short: string, members: readonly FullName[]) => {
    const key = nameKey(wordsOfShort(short));
    if (key === "" || members.length === 0 || isNobody(key)) return;
    const known = defined.get(key) ?? [];
    defined.set(key, [...known, ...members.filter(({ start }) => !known.some((other) => other.start === start))]);
  };
  const brackets = bracketSpans(text);
  for (const match of placesOf(text, bracket, ALL)) {
    const inside = match[1] ?? "";
    const described = match.index - (apposition.exec(lettersBefore(text, match.index, CLAUSE))?.[0].length ?? 0);
    const isInName = names.all.some(({ start, end }) => start < described && described < end);
    const place = isInName ? match.index : described;
    const before = namesBefore(names, brackets, place);
    // "in which his father owned the Class B Membership Units (the "Family LLC")"
    const list = areSecurities.test(before.at(-1)?.words.at(-1) ?? "") ? [] : before;
    const last = list.at(-1) ?? describedBefore(names, match.index, inside, wordsOfShort);
    if (!last) continue;
    let from = 0;
    let isFirst = true;
    for (const quote of placesOf(inside, quoted, ALL)) {
      const short = quote[1] ?? quote[2] ?? "";
      const lead = inside.slice(from, quote.index);
      from = quote.index + quote[0].length;
      const isGroup =
        ofGroup.test(lead) ||
        withOthers.test(lead) ||
        (isFirst && list.length > 1 && isPluralOfMany(wordsOfShort(short), last));
      const others = /\b(?:with|and)\b/i.test(lead)
        ? namedWithin(names, lead, match.index + 1 + (from - quote[0].length - lead.length), defined)
        : [];
      if (isGroup && isRestOf(text, list, wordsOfShort(short))) continue;
      if (isGroup && others.length > 0) define(short, [...others, last]);
      else define(short, isGroup && list.length > 0 ? list : [last]);
      isFirst = false;
    }
    if (isFirst) {
      // "By trust (The Roe Trust)" names the trust.
      const article = /^the\s+/.exec(inside)?.[0].length ?? 0;
      if (last.isUnnamed && names.at(match.index + 1 + article)?.isVehicle) continue;
      const [, one, others, group] = unquotedWith.exec(inside) ?? [];
      if (one !== undefined && others !== undefined && group !== undefined) {
        define(one, [last]);
        define(group, [...namedWithin(names, others, match.index + 1 + inside.indexOf(others), defined), last]);
        continue;
      }
      const short = unquoted.exec(inside)?.[1];
      if (short === undefined || (/^(?:\d+|[IVX]+|[A-Z])$/.test(short) && !last.words.includes(short.toLowerCase())))
        continue;
      if (ofGroup.test(inside) && isRestOf(text, list, wordsOfShort(short))) continue;
      define(short, ofGroup.test(inside) && list.length > 0 ? list : [last]);
    }
  }
  for (const name of names.all) {
    const rest = lettersFrom(text, name.end, CLAUSE);
    const called = isRole.test(nameKey(name.words)) ? calledNext.exec(rest)?.[0].length : undefined;
    const full = called === undefined ? null : names.at(name.end + called);
    if (full?.isVehicle && full.words.length > 1 && /^\.?[,)]/.test(text.slice(full.end, full.end + 2)))
      define(text.slice(name.start, name.end), [fullName(full)]);
    const collective = areCalled.exec(rest)?.[1];
    if (collective !== undefined) {
      const start =
        name.end -
        (/(?:(?!\.\s+[A-Z]).){0,300}$/s.exec(text.slice(Math.max(0, name.end - SENTENCE), name.end))?.[0].length ?? 0);
      define(collective, namedWithin(names, text.slice(start, name.end), start, defined));
    }
    const group = orGroup.exec(rest);
    const alias = group ? null : orShort.exec(rest);
    const lead = (group ?? alias)?.[0];
    if (lead === undefined || !name.isVehicle) continue;
    const quote = /^["“]([^"”]{2,40})[,.]?["”]/.exec(rest.slice(lead.length))?.[1];
    const short = names.at(name.end + lead.length);
    const as = quote ?? (short ? text.slice(short.start, short.end) : null);
    if (as === null) continue;
    if (alias && !wordsOfShort(as).every((word) => name.words.includes(word))) continue;
    define(as, group ? namesBefore(names, brackets, name.end) : [fullName(name)]);
  }
  return defined;
}

const endsAsThing = pattern()`
  (?:^|\b) (?:
    agreements? | domestication | mergers? | closing | date | elections? | awards? | acts? | transactions? |
    conversion | combination | offering | shares? | securities | units? | stock | options? | warrants? |
    notes? | distributions? | transfers? | gifts? | contributions? | policy | program | issuer | spin\ off |
    separation | reorganization | split | period | price | grant | interests?
  ) $
`;

const partiesOfForm = pattern()`
  ^ (?:
    reporting\ (?:persons?|owners?) | issuer | co | company | corp | corporation | registrant | rsus? | psus? |
    ipo | filing\ persons? | filers? | successor | predecessor | parent
  ) $
`;

/** Defined for something other than a vehicle. */
const isNobody = (key: string): boolean => partiesOfForm.test(key) || endsAsThing.test(key);

/** "The Sponsor, Roe Sponsor LLC, holds", "the Fund (Roe Fund LP)" */
const isRole = /^(?:sponsor|(?:master |feeder )?fund|partnership|trust|foundation|llc|estate|plan|esop|aggregator)$/;
const calledNext = /^(?:,\s+|\s+\()(?:the\s+)?(?=[A-Z\d])/;

/** The text between the names of a list. */
const separator =
  /^\s*[,;]?\s*(?:(?:his|her|the\s+reporting\s+person['’]s)\s+(?:wife|husband|spouse|son|daughter|children|mother|father|brother|sister)\s*,?\s*)?(?:(?:and|or|and\/or|&)\s+)?(?:(?:its|their)\s+(?:affiliates?|subsidiar(?:y|ies)|(?:affiliated|parallel|feeder|sister|companion|annex|side)\s+(?:funds?|partnerships?|vehicles?|compan(?:y|ies)|entit(?:y|ies)))\s*,?\s+)?(?:the\s+|each\s+of\s+(?:the\s+)?)?(?:\(?(?:[ivx]+|\d|[a-h])\)\s*)?(?:the\s+)?$/i;
/** "trustee of the Roe Trust and of the Doe Trust, each of which holds" */
const andOf =
  /^\s*,?\s*(?:and\s+)?(?:(?:as\s+)?(?:an?\s+|the\s+|sole\s+|managing\s+)*(?:co-)?(?:trustee|manager|general\s+partner|member|president|director|partner|officer)\s+)?(?:of\s+)?(?:the\s+)?$/i;
const eachNext =
  /^,\s+(?:the\s+(?:record\s+|direct\s+|registered\s+)?(?:holders|owners)\b|(?:each|both|all)\s+of\s+which|which\s+(?:own|hold|together|collectively|jointly))\b/i;
const onlyMarks = /^[\s"”,.]{0,3}$/;

/** The names that end directly before a place, one after the other: "A, L.P. ("A") and B, L.P." */
export function namesBefore({ text, all }: NoteNames, brackets: readonly Span[], place: number): FullName[] {
  const list: FullName[] = [];
  let at = place;
  const isEach = eachNext.test(text.slice(place, place + 20));
  for (let index = lastEndingBefore(all, place); index >= 0; index--) {
    const name = all[index];
    if (!name) break;
    if (brackets.some(([start, end]) => start < name.start && name.end < end)) continue;
    const gap = withoutBrackets(text, name.end, at, brackets);
    if (
      !((list.length === 0 ? onlyMarks : separator).test(gap) || (isEach && list.length > 0 && andOf.test(gap))) ||
      (!name.isVehicle && !isNumbered(name) && !shortNumbered.test(text.slice(name.start, name.end)) && list.length > 0)
    )
      break;
    list.unshift(fullName(name));
    at = name.start;
  }
  return list;
}

/** "RV II and RV II-A" */
const shortNumbered =
  /^(?:[A-Z]{2,6}|(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Table|Form|Note|Rule|Section|Class|Series)[a-z]*\s)[A-Z][a-z]{3,})\s(?:[IVX]+|\d{1,2})(?:-?[A-Z])?$/;
/** "Fund II and Fund III" */
const isNumbered = ({ words: [first = "", number = ""] }: NameInNote): boolean =>
  /^(?:fund|trust|partnership)$/.test(first) && /^(?:[ivx]+|\d+|[a-z])$/.test(number);

function withoutBrackets(text: string, start: number, end: number, brackets: readonly Span[]): string {
  let rest = "";
  let from = start;
  for (const [open, close] of brackets) {
    if (open < from || close > end) continue;
    rest += text.slice(from, open).trimEnd();
    from = close;
  }
  return rest + text.slice(from, end);
}

function lastEndingBefore(all: readonly NameInNote[], place: number): number {
  let index = all.length - 1;
  while (index >= 0 && (all[index]?.end ?? 0) > place) index--;
  return index;
}

/**
 * The holder that brackets define from a distance: "the Roe Trust, of which … are trustees (the "Trust")", "his family trust
 * ("…")".
 */
function describedBefore(
  names: NoteNames,
  place: number,
  inside: string,
  wordsOfShort: (short: string) => readonly string[],
): FullName | null {
  const trimmed = names.text.slice(0, place).trimEnd().length;
  const unnamed = unnamedBefore(names.text, trimmed);
  if (unnamed && !unnamed.isReference) {
    return { start: unnamed.nameStart, end: unnamed.end, words: [unnamed.head], isUnnamed: true };
  }
  quoted.lastIndex = 0;
  const quote = quoted.exec(inside);
  quoted.lastIndex = 0;
  const short = nameKey(wordsOfShort(quote?.[1] ?? quote?.[2] ?? "")).split(" ");
  if (short[0] === "") return null;
  const from = Math.max(0, place - 300);
  for (let index = lastEndingBefore(names.all, place); index >= 0; index--) {
    const name = names.all[index];
    if (!name || name.start < from) break;
    if (name.isVehicle && short.every((word) => name.words.includes(word))) return fullName(name);
  }
  const described = companyBefore(names, place, from, short.at(-1) ?? "");
  if (described) return described;
  const kind = short.length === 1 ? isOfKind(short[0] ?? "") : null;
  for (const article of placesOf(names.text.slice(from, place), /\b(?:an?|his|her|their|the)\s/gi, ALL)) {
    const described = unnamedAt(names.text, from + article.index);
    if (described && !described.isReference && kind?.(wordsOfShort(described.head))) {
      return { start: described.nameStart, end: described.end, words: [described.head], isUnnamed: true };
    }
  }
  return null;
}

const inWhich = /^,\s+(?:an?\s+[^,;.]{3,80}?\s+)?(?:(?:in|of|for)\s+which|whose)\b/i;

/** "Roe Holdings, LLC, a company in which his father owned all of the units (the "Family LLC")" */
function companyBefore(names: NoteNames, place: number, from: number, last: string): FullName | null {
  if (!/^(?:llc|lp|llp|inc|corp|trust|partnership|company)$/.test(last)) return null;
  const isSame = isOfKind(last);
  const name = names.all.findLast(
    ({ start, end, words, isVehicle }) =>
      isVehicle &&
      start >= from &&
      end < place &&
      isSame(words.slice(-1)) &&
      inWhich.test(names.text.slice(end, end + CLAUSE)),
  );
  return name ? fullName(name) : null;
}

/** "together with Roe I and Roe II": the holders in these words, by defined or full names. */
function namedWithin(names: NoteNames, words: string, start: number, defined: DefinedNames): FullName[] {
  const end = start + words.length;
  return names.all
    .filter((name) => name.start >= start && name.end <= end)
    .flatMap((name) => defined.get(nameKey(name.words)) ?? (name.isVehicle ? [fullName(name)] : []));
}
