import { wordsOf } from "@/lib/events/words-of";
import type { NoteText } from "@/lib/footnotes/note-text";
import type { Holder, Stated } from "@/lib/footnotes/stated-facts";
import type { Span } from "@/lib/footnotes/stated-spans";
import { bracketSpans, definedNames, nameKey, namesBefore } from "./defined-names";
import { holderKind } from "./holder-kind";
import { type FoundHolder, type ListReader, listReader } from "./holder-lists";
import { holderRole } from "./holder-role";
import {
  active,
  heldBy,
  holderAfter,
  holderIs,
  holdsThrough,
  movedTo,
  securitiesNext,
  tradedBy,
} from "./holding-words";
import { endsUnnamed, vehicleNear } from "./name-words";
import { type NoteNames, namesInNote } from "./names-in-note";
import { unnamedBefore } from "./unnamed-vehicles";

type Reader = (names: NoteNames, reader: ListReader) => FoundHolder[];

const anyOf =
  (...words: readonly string[]) =>
  (lower: string): boolean =>
    words.some((word) => lower.includes(word));

/** What reads a note, where it has one of the words that this looks for. */
const READERS: readonly (readonly [mayRead: (lower: string) => boolean, read: Reader])[] = [
  [anyOf("held", "owned", "registered", "titled", "carried"), held],
  [(lower) => ofHolder(lower) && ofSecurities(lower), inOtherWords],
  [anyOf("by", "behalf", "benefit", "account", "through"), traded],
  [
    anyOf(
      "transfer",
      "contribut",
      "convey",
      "assign",
      "distribut",
      "gift",
      "donat",
      "deposited",
      "moved",
      "issu",
      "register",
    ),
    moved,
  ],
  [
    anyOf("hold", "held", "own", "purchased", "acquired", "bought", "sold", "exercised", "converted", "received"),
    acting,
  ],
  [() => true, bare],
];
const ofHolder = anyOf("hold", "held", "own");
const ofSecurities = anyOf("holder", "owner", "through", "via", "name", "benefit", "behalf", "trustee", "custodian");

/** Whoever, other than the insider, holds or traded what is reported. */
export function readHolders({ text, lower }: NoteText): Stated<Holder[]> | null {
  const names = namesInNote(text);
  const reader = listReader(names, () => definedNames(names, (short) => wordsOf(short).map(({ plain }) => plain)));
  for (const [mayRead, read] of READERS) if (mayRead(lower)) reader.found.push(...read(names, reader));
  return stated(names, reader.found);
}

function stated(names: NoteNames, found: readonly FoundHolder[]): Stated<Holder[]> | null {
  const { text } = names;
  const byName = new Map<string, FoundHolder>();
  for (const holder of found) {
    const key =
      holder.relation && holder.isUnnamed
        ? holder.words.join(" ")
        : holder.isUnnamed
          ? written(text, holder).toLowerCase()
          : nameKey(holder.words);
    if (!byName.has(key)) byName.set(key, firstPlace(names, holder, key));
  }
  const holders = [...byName.values()].sort((a, b) => a.start - b.start);
  if (holders.length === 0) return null;
  return {
    value: holders.map((holder) => {
      const name = written(text, holder);
      return { name, kind: holderKind(holder, name, text), role: holderRole(text, holder) };
    }),
    spans: holders.map(({ start, end }): Span => [start, end]),
  };
}

/** Where the name first stands in full. */
function firstPlace({ text, all }: NoteNames, holder: FoundHolder, key: string): FoundHolder {
  if (holder.isUnnamed) {
    const at = text.toLowerCase().indexOf(text.slice(holder.start, holder.end).toLowerCase());
    return at >= 0 && at < holder.start ? { ...holder, start: at, end: at + holder.end - holder.start } : holder;
  }
  const first = all.find((name) => nameKey(name.words) === key);
  return first && first.start < holder.start ? { ...holder, start: first.start, end: first.end } : holder;
}

const written = (text: string, { start, end }: FoundHolder): string => text.slice(start, end).replace(/\s+/g, " ");

const notThen =
  /\b(?:previously|formerly|no\s+longer|not|never)\s+(?:been\s+|directly\s+|beneficially\s+|indirectly\s+|so\s+)?$/i;
const notSecurities =
  /\b(?:interests?|memberships?|powers?|authority|positions?|offices?|meetings?|votes?|stakes?|control|plans?)\s+(?:in\s+[^,.;]{1,50}\s+)?(?:(?:that|which)\s+)?(?:(?:is|are|was|were)\s+)?$/i;
const entityOwned =
  /(?:%|\bpercent|\bwholly|\bmajority|\bminority|\bpartially|\bclosely|\bprivately|\bcontrolled|\b(?:entity|entities|company|companies|corporation|llc|l\.l\.c\.|lp|l\.p\.|inc\.?|ltd\.?|partnership|trust|fund|vehicle|business|firm|subsidiary))[\s,-]*(?:(?:that|which|and|or|is|are|was|were|all|of|100\s*%|wholly|directly|indirectly|ultimately|in\s+turn|also|jointly|beneficially|controlled)[\s,-]+)*$/i;
const securitiesOf = /\b(?:shares?|stock|securities|units|warrants|notes)\s+(?:of|in)\s+[^,;.]{0,60}$/i;
const noneOf = /\bno\s+(?:pecuniary\s+|economic\s+)?interest\s+in\s+any\s+[^.;]{0,60}$/i;
const deemed = /\bdeemed\s+(?:to\s+(?:be|have\s+been)\s+)?(?:indirectly\s+|beneficially\s+)*$/i;
const finite = /\b(?:is|are|was|were|been|be|being)\s+(?:also\s+|all\s+|each\s+)?$/i;
const notPlace = /^(?:inc|corp|co|ltd|plc)$/;

function held({ text }: NoteNames, { listAt }: ListReader): FoundHolder[] {
  return [...text.matchAll(heldBy)].flatMap((match) => {
    const [words, verb = "", preposition = ""] = match;
    const before = text.slice(Math.max(0, match.index - 100), match.index);
    if (notThen.test(before) || notSecurities.test(before) || noneOf.test(before) || deemed.test(before)) return [];
    if (/^owned$/i.test(verb) && entityOwned.test(before) && !securitiesOf.test(before)) return [];
    const list = listAt(match.index + words.length, { isClause: finite.test(before) });
    if (!list) return [];
    const also = [
      ...restOfSentence(text, list.end).matchAll(
        /(?:^|[\s(])[\d,]+\s+(?:(?:of\s+)?(?:such\s+|these\s+)?(?:shares|units)\s+)?(?:(?:are|is|were)\s+)?(?:held\s+)?by\s+/gi,
      ),
    ].flatMap((more) => listAt(list.end + more.index + more[0].length)?.holders ?? []);
    const holders = [...list.holders, ...also];
    if (/^(?:jointly\s+)?with$/i.test(preposition)) return holders.filter(({ relation }) => relation !== null);
    if (/^(?:in|under|within)$/i.test(preposition)) {
      return holders.filter(({ words, relation }) => relation === null && !notPlace.test(words.at(-1) ?? ""));
    }
    return holders;
  });
}

/** "The record holder is", "holds the shares through". */
function inOtherWords({ text }: NoteNames, { listAt }: ListReader): FoundHolder[] {
  return [...text.matchAll(holderIs), ...text.matchAll(holdsThrough)].flatMap(
    (match) => listAt(match.index + match[0].length)?.holders ?? [],
  );
}

const restOfSentence = (text: string, from: number): string =>
  /^[^.;]{0,300}/.exec(text.slice(from, from + 300))?.[0] ?? "";

const tradeOfSecurities =
  /\b(?:shares?|securities|stock|units?|options?|warrants?|notes?|sales?|purchases?|transactions?|trades?|adss?|rsus?)\b[^.;]{0,120}$/i;
const sourceOf =
  /\b(?:gifts?|distributions?|transfers?|contributions?|plans?|elections?|payments?|loans?|decisions?|determinations?|grants?)\b[^.;]{0,50}$/i;

function traded({ text }: NoteNames, { listAt }: ListReader): FoundHolder[] {
  return [...text.matchAll(tradedBy)].flatMap((match) => {
    const [words, verb = "", preposition = ""] = match;
    const before = text.slice(Math.max(0, match.index - 160), match.index);
    if (
      notThen.test(before) ||
      !tradeOfSecurities.test(`${before}${/^(?:sales?|purchases?)$/i.test(verb) ? `${verb} ` : ""}`)
    )
      return [];
    if (/^through$/i.test(preposition) && !/^(?:purchased|acquired|bought|received)$/i.test(verb)) return [];
    if (/^(?:made|effected|executed)$/i.test(verb) && sourceOf.test(before)) return [];
    return listAt(match.index + words.length, { allowShort: false })?.holders ?? [];
  });
}

const notDone =
  /\b(?:any|permitted|may|not|restrictions?\s+on|upon|rights?\s+(?:to|of)|if|unless|prohibit\w*|agreed?\s+(?:not\s+)?to|will|shall|intends?\s+to|certain|subsequent)\s+(?:be\s+|have\s+been\s+|such\s+)?$/i;

function moved({ text }: NoteNames, { listAt }: ListReader): FoundHolder[] {
  return [...text.matchAll(movedTo)].flatMap((match) => {
    const start = match.index + match[0].length;
    if (notDone.test(text.slice(Math.max(0, match.index - 30), match.index))) return [];
    const rest = restOfSentence(text, start);
    for (const to of rest.matchAll(
      /(?<!\b(?:pursuant|subject|prior|according|respect|due|relating|related|equal|entitled|rights?|order|up|attributable|exempt|similar|connection|regard)\s)\b(?:to|into|in\s+favor\s+of)\s+/gi,
    )) {
      const list = listAt(start + to.index + to[0].length, { allowShort: false });
      if (list) return list.holders;
    }
    return [];
  });
}

const aside =
  /^(?:\s*\((?:[^()]|\([^()]*\)){0,260}\)){0,2}(?:,\s+(?:(?:of|for|in|over)\s+which\b|an?\s|the\s+(?:general|managing|sole)\s|whose\s)[^,;.]{0,140},)?/i;
const lead =
  /^\s*,?\s*(?:(?:which|that|who)\s*,?\s+)?(?:(?:each|also|directly|indirectly|beneficially|in\s+turn|then|currently|now|still|has|have|had|together|collectively|subsequently|of\s+record|respectively)\s*,?\s+)*$/i;
const notSubject = /\b(?:neither|nor|if|when|once|unless|until|than)\s+(?:the\s+|any\s+of\s+the\s+)?$/i;
const wholeCompany = /^\s+(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:issued\s+and\s+)?outstanding\b/i;

const insiderBefore =
  /\b(?:(?:reporting|filing)\s+(?:persons?|owners?)|holders?|issuer|insider|he|she|they|company|registrant|not|to)\s+(?:(?:has|have|had|also|directly|currently|subsequently|then|beneficially|indirectly)\s+)*$/i;
const recordHolder = /\b(?:record|registered|legal|direct|sole)\s+(?:(?:and\s+)?\w+\s+)?(?:holder|owner)/i;

function acting(names: NoteNames, { resolve, refer }: ListReader): FoundHolder[] {
  const { text } = names;
  const verbs = [...text.matchAll(active)].filter(({ 0: verb, index }) => {
    const behind = text.slice(index + verb.length, index + verb.length + 160);
    return securitiesNext.test(behind) && !wholeCompany.test(behind);
  });
  const others = verbs.filter(({ index }) => !insiderBefore.test(text.slice(Math.max(0, index - 40), index)));
  const isHolder = recordHolder.test(text);
  if (others.length === 0 && !isHolder) return [];
  const brackets = bracketSpans(text);
  const holders: FoundHolder[] = [];
  for (const name of names.all) {
    if (brackets.some(([start, end]) => start < name.start && name.end < end)) continue;
    const rest = text.slice(name.end, name.end + 420);
    const from = aside.exec(rest)?.[0].length ?? 0;
    if (
      isHolder &&
      (holderAfter.test(rest.slice(from)) || holderAfter.test(rest.replace(/^(?:\s*\([^()]*\)){1,2}/, "")))
    ) {
      holders.push(...resolve(name, false));
      continue;
    }
    const verb = others.find(({ index }) => index >= name.end + from);
    if (!verb || verb.index - name.end - from > 90 || !lead.test(rest.slice(from, verb.index - name.end))) continue;
    if (notSubject.test(text.slice(Math.max(0, name.start - 30), name.start))) continue;
    const list = namesBefore(names, brackets, name.end);
    for (const each of list.length > 0 ? list : [name]) {
      holders.push(...resolve(names.all.find(({ start }) => start === each.start) ?? name, false));
    }
  }
  for (const verb of others) holders.push(...unnamedActing(names, verb.index, refer));
  return holders;
}

function unnamedActing({ text, all }: NoteNames, verb: number, refer: ListReader["refer"]): FoundHolder[] {
  const end = text.slice(0, verb).trimEnd().length;
  if (!endsUnnamed.test(text.slice(Math.max(0, end - 20), end))) return [];
  const unnamed = unnamedBefore(text, end);
  if (!unnamed || all.some((name) => name.end === end && name.start < unnamed.nameStart)) return [];
  if (notSubject.test(text.slice(Math.max(0, unnamed.start - 30), unnamed.start))) return [];
  if (unnamed.isReference) return refer(unnamed);
  const { nameStart: start, head, relation } = unnamed;
  return [{ start, end: unnamed.end, words: [head], isUnnamed: true, relation }];
}

const bareLead =
  /^\s*(?:\(?\d+\)\s*|\*+\s*)?(?:(?:represents|reflects|includes|consists\s+of)?\s*(?:these\s+|the\s+|all\s+)?(?:shares|securities|stock|holdings?|units|options|owned|held|indirect(?:ly)?|direct(?:ly)?|beneficial(?:ly)?|ownership)?[\s:,-]+)*(?:(?:by|through|via|in|as|for)\s*:?\s+)?(?:(?:the\s+)?(?:co-?)?(?:trustees?|custodian)\s+(?:of|for|under)\s+)?/i;
const bareEnd =
  /^\s*(?:\((?:[^()]|\([^()]*\))*\)\s*)*(?:[.;]|$|,?\s+(?:(?:of|for|in|over)\s+which|whose|a\s|an\s|as\s|where\s|dated\s|for\s+the\s+benefit|fbo\b|u\/|which\s+is\s|is\s+held\b|held\s+by\s+(?:the\s+)?reporting)|,\s+(?:the\s+)?(?:reporting\s+person|Mr|Ms|sole|trustee|beneficiary))/i;
const mainVerb =
  /,\s+(?:may|is|are|was|were|has|have|had|will|shall|disclaims?|adopted|entered|sold|purchased|acquired|distributed|elected|effected)\b/i;

const mayBeBare = (text: string): boolean => text.length <= MOST_BARE && vehicleNear.test(text.slice(0, 140));
const MOST_BARE = 700;

/** A note that is nothing but the name: "The Roe Trust, of which the reporting person is trustee." */
function bare({ text }: NoteNames, { listAt, found }: ListReader): FoundHolder[] {
  if (found.length > 0 || !mayBeBare(text)) return [];
  const start = bareLead.exec(text)?.[0].length ?? 0;
  const company = /^(?:company|corporation|partnership)(?=\.?$)/i.exec(text.slice(start))?.[0];
  if (company && start > 0) {
    return [{ start, end: start + company.length, words: [company.toLowerCase()], isUnnamed: true, relation: null }];
  }
  const list = listAt(start, { allowShort: false });
  if (!list) return [];
  const rest = /^[^.;]*[.;]?/.exec(text.slice(list.end))?.[0] ?? "";
  return bareEnd.test(text.slice(list.end)) && !mainVerb.test(rest) ? list.holders : [];
}
