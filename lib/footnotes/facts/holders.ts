import type { NoteText } from "@/lib/footnotes/note-text";
import type { Holder, Stated } from "@/lib/footnotes/stated-facts";
import type { Span } from "@/lib/footnotes/stated-spans";
import { bracketSpans, nameKey, namesBefore } from "./defined-names";
import { holderKind } from "./holder-kind";
import { type FoundHolder, type ListOptions, type ListReader, listReader } from "./holder-lists";
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
import { placesOf } from "./places-of";
import { unnamedBefore } from "./unnamed-vehicles";

/** A note whose names are looked for when words before or after them ask for it. */
class HeldNote {
  readonly found: FoundHolder[] = [];
  private readNames: NoteNames | null = null;
  private readLists: ListReader | null = null;

  constructor(readonly text: string) {}

  get names(): NoteNames {
    this.readNames ??= namesInNote(this.text);
    return this.readNames;
  }

  get lists(): ListReader {
    this.readLists ??= listReader(this.names, this.found);
    return this.readLists;
  }

  holdersAt(place: number, options?: ListOptions): FoundHolder[] {
    return this.lists.listAt(place, options)?.holders ?? [];
  }
}

type Reader = (note: HeldNote) => FoundHolder[];

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
  const note = new HeldNote(text);
  for (const [mayRead, read] of READERS) if (mayRead(lower)) note.found.push(...read(note));
  return note.found.length > 0 ? stated(note) : null;
}

function stated({ text, names, found }: HeldNote): Stated<Holder[]> {
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
  return {
    value: holders.map((holder) => {
      const name = written(text, holder);
      return { name, kind: holderKind(holder, name, text), role: holderRole(names, holder) };
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
  /\b(?:interests?|memberships?|powers?|authority|positions?|offices?|meetings?|votes?|stakes?|control|plans?)\s+(?:in\s+(?:(?!shares?\b|securities\b|stock\b|units?\b)[^,.;\s]+\s+){1,8})?(?:(?:that|which)\s+)?(?:(?:is|are|was|were)\s+)?$/i;
const entityOwned =
  /(?:%|\bpercent|\bwholly|\bmajority|\bminority|\bpartially|\bclosely|\bprivately|\bcontrolled|\b(?:entity|entities|company|companies|corporation|llc|l\.l\.c\.|lp|l\.p\.|inc\.?|ltd\.?|partnership|trust|fund|vehicle|business|firm|subsidiary))[\s,-]*(?:(?:that|which|and|or|is|are|was|were|all|of|100\s*%|wholly|directly|indirectly|ultimately|in\s+turn|also|jointly|beneficially|controlled)[\s,-]+)*$/i;
const securitiesOf = /\b(?:shares?|stock|securities|units|warrants|notes)\s+(?:of|in)\s+[^,;.]{0,60}$/i;
const noneOf = /\bno\s+(?:pecuniary\s+|economic\s+)?interest\s+in\s+any\s+[^.;]{0,60}$/i;
const deemed = /\bdeemed\s+(?:to\s+(?:be|have\s+been)\s+)?(?:indirectly\s+|beneficially\s+)*$/i;
const finite = /\b(?:is|are|was|were|been|be|being)\s+(?:also\s+|all\s+|each\s+)?$/i;
const notPlace = /^(?:inc|corp|co|ltd|plc)$/;

function held(note: HeldNote): FoundHolder[] {
  const { text } = note;
  return [...placesOf(text, heldBy)].flatMap((match) => {
    const [words, verb = "", preposition = ""] = match;
    const before = text.slice(Math.max(0, match.index - 100), match.index);
    if (notThen.test(before) || notSecurities.test(before) || noneOf.test(before) || deemed.test(before)) return [];
    if (/^owned$/i.test(verb) && entityOwned.test(before) && !securitiesOf.test(before)) return [];
    const list = note.lists.listAt(match.index + words.length, { isClause: finite.test(before) });
    if (!list) return [];
    const also = [
      ...restOfSentence(text, list.end).matchAll(
        /(?:^|[\s(])[\d,]+\s+(?:(?:of\s+)?(?:such\s+|these\s+)?(?:shares|units)\s+)?(?:(?:are|is|were)\s+)?(?:held\s+)?(?:by|in\s+the\s+name\s+of)\s+/gi,
      ),
    ].flatMap((more) => note.holdersAt(list.end + more.index + more[0].length));
    const holders = [...list.holders, ...also];
    if (/^(?:jointly\s+)?with$/i.test(preposition)) return holders.filter(({ relation }) => relation !== null);
    if (/^(?:in|under|within)$/i.test(preposition)) {
      return holders.filter(({ words, relation }) => relation === null && !notPlace.test(words.at(-1) ?? ""));
    }
    return holders;
  });
}

/** "The record holder is", "holds the shares through". */
function inOtherWords(note: HeldNote): FoundHolder[] {
  return [...placesOf(note.text, holderIs), ...placesOf(note.text, holdsThrough)].flatMap((match) =>
    note.holdersAt(match.index + match[0].length),
  );
}

const restOfSentence = (text: string, from: number): string =>
  /^[^.;]{0,300}/.exec(text.slice(from, from + 300))?.[0] ?? "";

const tradeOfSecurities =
  /\b(?:shares?|securities|stock|units?|options?|warrants?|notes?|sales?|purchases?|transactions?|trades?|adss?|rsus?)\b[^.;]{0,120}$/i;
const broker = /^[^,.;]{0,40}\b(?:securities|brokerage|brokers?)\b/i;
const companyWas =
  /\b(?:issuer|company|corporation|registrant|business|target|inc\.?|corp\.?|llc|it|which)\s+(?:was|is|were|has\s+been|had\s+been|being|to\s+be|will\s+be)\s+$/i;
const sourceOf =
  /\b(?:gifts?|distributions?|transfers?|contributions?|plans?|elections?|payments?|loans?|decisions?|determinations?|grants?)\b[^.;]{0,50}$/i;

function traded(note: HeldNote): FoundHolder[] {
  const { text } = note;
  return [...placesOf(text, tradedBy)].flatMap((match) => {
    const [words, verb = "", preposition = ""] = match;
    const before = text.slice(Math.max(0, match.index - 160), match.index);
    if (
      notThen.test(before) ||
      !tradeOfSecurities.test(`${before}${/^(?:sales?|purchases?)$/i.test(verb) ? `${verb} ` : ""}`)
    )
      return [];
    if (/^through$/i.test(preposition) && !/^(?:purchased|acquired|bought|received)$/i.test(verb)) return [];
    if (/^(?:made|effected|executed)$/i.test(verb) && sourceOf.test(before)) return [];
    if (companyWas.test(before)) return [];
    const isBroker =
      /^(?:made|effected|executed)$/i.test(verb) &&
      broker.test(text.slice(match.index + words.length, match.index + words.length + 60));
    if (isBroker) return [];
    return note.holdersAt(match.index + words.length, { allowShort: false });
  });
}

const notDone =
  /\b(?:any|permitted|may|not|restrictions?\s+on|upon|rights?\s+(?:to|of)|if|unless|prohibit\w*|agreed?\s+(?:not\s+)?to|will|shall|intends?\s+to|certain|subsequent)\s+(?:be\s+|have\s+been\s+|such\s+)?$/i;

function moved(note: HeldNote): FoundHolder[] {
  const { text } = note;
  return [...placesOf(text, movedTo)].flatMap((match) => {
    const start = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    if (notDone.test(before) || /\binterests?\s+(?:was|were|is|are|has\s+been)\s+$/i.test(before)) return [];
    const rest = restOfSentence(text, start);
    for (const to of rest.matchAll(
      /(?<!\b(?:pursuant|subject|prior|according|respect|due|relating|related|equal|entitled|rights?|order|up|attributable|exempt|similar|connection|regard)\s)\b(?:to|into|in\s+favor\s+of)\s+/gi,
    )) {
      const holders = note.holdersAt(start + to.index + to[0].length, { allowShort: false });
      if (holders.length > 0) return holders;
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

function acting(note: HeldNote): FoundHolder[] {
  const { text } = note;
  const verbs = [...placesOf(text, active)].filter(({ 0: verb, index }) => {
    const behind = text.slice(index + verb.length, index + verb.length + 160);
    return securitiesNext.test(behind) && !wholeCompany.test(behind);
  });
  const others = verbs.filter(({ index }) => !insiderBefore.test(text.slice(Math.max(0, index - 40), index)));
  const isHolder = recordHolder.test(text);
  if (others.length === 0 && !isHolder) return [];
  const { names } = note;
  const { resolve } = note.lists;
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
  for (const verb of others) holders.push(...unnamedActing(note, verb.index));
  return holders;
}

function unnamedActing({ text, names, lists }: HeldNote, verb: number): FoundHolder[] {
  const end = text.slice(0, verb).trimEnd().length;
  if (!endsUnnamed.test(text.slice(Math.max(0, end - 20), end))) return [];
  const unnamed = unnamedBefore(text, end);
  if (!unnamed || names.all.some((name) => name.end === end && name.start <= unnamed.nameStart)) return [];
  if (notSubject.test(text.slice(Math.max(0, unnamed.start - 30), unnamed.start))) return [];
  if (unnamed.isReference) return lists.refer(unnamed);
  const { nameStart: start, head, relation } = unnamed;
  return [{ start, end: unnamed.end, words: [head], isUnnamed: true, relation }];
}

const bareLead =
  /^\s*(?:\(?\d+\)\s*|\*+\s*)?(?:(?:represents|reflects|includes|consists\s+of)?\s*(?:these\s+|the\s+|all\s+)?(?:shares|securities|stock|holdings?|units|options|owned|held|indirect(?:ly)?|direct(?:ly)?|beneficial(?:ly)?|ownership)?[\s:,-]+)*(?:(?:by|through|via|in|as|for|(?:held\s+)?jointly\s+with)\s*:?\s+)?(?:(?:the\s+|a\s+|sole\s+)*(?:\w?[ug]tma\s+)?(?:co-?)?(?:trustees?|custodian)\s+(?:of|for|under)\s+)?/i;
const bareEnd =
  /^\s*(?:\((?:[^()]|\([^()]*\))*\)\s*)*(?:[.;]|$|,?\s+(?:(?:of|for|in|over)\s+which|whose|a\s|an\s|as\s|where\s|dated\s|for\s+the\s+benefit|fbo\b|u\/|which\s+(?:is|(?:the\s+)?reporting|mr|ms|dr)\b|in\s|trustees?\s*(?:[.;]|$)|is\s+held\b|held\s+by\s+(?:the\s+)?reporting)|,\s+(?:the\s|its\s|reporting\s+person|mr\b|ms\b|sole\b|trustee|beneficiary|(?:[\w.’']+\s+){1,6}trustees?\b))/i;
const mainVerb =
  /,\s+(?:may|is|are|was|were|has|have|had|will|shall|disclaims?|adopted|entered|sold|purchased|acquired|distributed|elected|effected)\b/i;

const mayBeBare = (text: string): boolean => text.length <= MOST_BARE && vehicleNear.test(text.slice(0, 140));
const MOST_BARE = 700;
/** "The", "the trust of", before a name. */
const LONGEST_ARTICLE = 14;

/** A note that is nothing but the name: "The Roe Trust, of which the reporting person is trustee." */
function bare(note: HeldNote): FoundHolder[] {
  const { text, found } = note;
  if (found.length > 0 || !mayBeBare(text)) return [];
  const start = bareLead.exec(text)?.[0].length ?? 0;
  const company = /^(?:company|corporation|partnership)(?=\.?$)/i.exec(text.slice(start))?.[0];
  if (company && start > 0) {
    return [{ start, end: start + company.length, words: [company.toLowerCase()], isUnnamed: true, relation: null }];
  }
  const list = note.lists.listAt(start, { allowShort: false });
  if (!list) return [];
  const rest = /^[^.;]*[.;]?/.exec(text.slice(list.end))?.[0] ?? "";
  const before = text.slice(start, list.holders[0]?.start);
  const isFirst =
    /\b(?:trustees?|custodian)\b/i.test(before) || (before.length <= LONGEST_ARTICLE && !before.includes(","));
  return isFirst && bareEnd.test(text.slice(list.end)) && !mainVerb.test(rest) ? list.holders : [];
}
