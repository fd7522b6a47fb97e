import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { isOtherMovement } from "@/lib/footnotes/vocabulary/other-movements";
import { placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { Holder, Stated } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";
import { actingHolders } from "./acting-holders";
import { bareHolders } from "./bare-holders";
import { nameKey } from "./defined-names";
import {
  calledHolders,
  holdersAsIt,
  holdersByName,
  insideHolders,
  namedBefore,
  objectHolders,
  owningTrusts,
} from "./described-holders";
import { HeldNote } from "./held-note";
import { holderKind } from "./holder-kind";
import { holderRole } from "./holder-role";
import { heldBy, holderIs, holdsThrough, movedTo, tradedBy } from "./holding-words";
import { endsUnnamed } from "./name-words";
import type { FoundHolder } from "./named-holders";
import type { NoteNames } from "./names-in-note";

type Reader = (note: HeldNote) => FoundHolder[];

/** One pattern goes through a note faster than a search for each word. */
const anyOf = (...words: readonly string[]) => {
  const any = new RegExp(words.map((word) => word.replaceAll(".", "\\.")).join("|"));
  return (lower: string): boolean => any.test(lower);
};

/** The readers of a note, each with a quick test for the words it needs. */
const READERS: readonly (readonly [mayRead: (lower: string) => boolean, read: Reader])[] = [
  [anyOf("held", "owned", "registered", "titled", "carried"), held],
  [(lower) => (ofHolder(lower) && ofSecurities(lower)) || ofParty(lower), inOtherWords],
  [anyOf("by", "name of", "names of", "behalf", "benefit", "account", "through"), traded],
  [
    anyOf(
      "transfer",
      "contribut",
      "convey",
      "assign",
      "distribut",
      "gift",
      "gave",
      "given",
      "donat",
      "deposited",
      "moved",
      "passed",
      "changed",
      "change in",
      "change of",
      "issu",
      "register",
      "re-registration",
    ),
    moved,
  ],
  [
    anyOf(
      "hold",
      "held",
      "own",
      "purchased",
      "acquired",
      "bought",
      "sold",
      "exercised",
      "converted",
      "received",
      "elected",
      "retain",
      "entitled",
      "purchaser",
      "buyer",
      "seller",
      "acquirer",
    ),
    actingHolders,
  ],
  [(lower) => ofVehicle(lower), insideHolders],
  [(lower) => ofTrade(lower), objectHolders],
  [
    anyOf(
      "leaving",
      "leaves",
      "the purchaser",
      "the buyer",
      "the seller",
      "the acquirer",
      "selling ",
      "the record",
      "the regis",
      "the direct",
    ),
    calledHolders,
  ],
  [anyOf("by it", "it holds", "it owns", "it directly", "it beneficially"), holdersAsIt],
  [(lower) => lower.includes(" name") && hasGenitive(lower), holdersByName],
  [(lower) => hasGenitive(lower) && ofTrust(lower), owningTrusts],
  [() => true, bareHolders],
];
const ofVehicle = anyOf("trust", "ira", "401", "esop", "plan", "account", "grat", "i.r.a", "keogh", "utma", "ugma");
const ofTrade = anyOf("purchased", "acquired", "sold", "owns", "holds", "bought", " own ", " hold ", "entitled");
const hasGenitive = anyOf("'", "’");
const ofTrust = anyOf("trust", "estate", "foundation", "grat", "ira");
const ofParty = anyOf(
  "the purchaser",
  "the buyer",
  "the seller",
  "the transferee",
  "the acquirer",
  "in the name",
  "property of",
  "those of",
  "title",
  "of record in",
  "as trustee",
  "as sole trustee",
  "as co-trustee",
  "the donee",
  "the recipient",
);
const ofHolder = anyOf("hold", "held", "own", "belong");
const ofSecurities = anyOf(
  "belong",
  "holder",
  "owner",
  "belong",
  "through",
  "via",
  "name",
  "benefit",
  "behalf",
  "trustee",
  "custodian",
);

/** Anyone, other than the insider, who holds or traded the reported securities. */
export function readHolders({ text, lower }: NoteText): Stated<Holder[]> | null {
  const note = new HeldNote(text, lower);
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

/** The first place with the full name. */
function firstPlace({ text, words, all }: NoteNames, holder: FoundHolder, key: string): FoundHolder {
  if (holder.isUnnamed) {
    const length = holder.end - holder.start;
    const named = text.slice(holder.start, holder.end).toLowerCase();
    // Whole words: "son" is not found in "person".
    // "Trust" in a name is not "a trust", but it may begin a sentence.
    const isNamed = ({ start }: { start: number }) =>
      text.slice(start, start + length).toLowerCase() === named &&
      !/^\w/.test(text.slice(start + length)) &&
      (text[start] === text[holder.start] || /(?:^|[.;:]\s+)$/.test(text.slice(0, start)));
    const start = words.find(isNamed)?.start ?? holder.start;
    return start < holder.start ? { ...holder, start, end: start + length } : holder;
  }
  const first = all.find((name) => nameKey(name.words) === key);
  return first && first.start < holder.start ? { ...holder, start: first.start, end: first.end } : holder;
}

const written = (text: string, { start, end }: FoundHolder): string => text.slice(start, end).replace(/\s+/g, " ");

const notThen =
  /\b(?:previously|formerly|no\s+longer|not|never)\s+(?:been\s+|directly\s+|beneficially\s+|indirectly\s+|so\s+)?$/i;
/** "previously reported as held by his spouse are now held by the reporting person" */
const onceReported =
  /\b(?:previously|formerly)\s+reported\s+as\s+(?:being\s+|having\s+been\s+)?(?:directly\s+|indirectly\s+|beneficially\s+)*$/i;
const nowElsewhere =
  /^[^.;]{0,60}?\b(?:(?:are|is)\s+now|became|(?:have|has)\s+become|(?:were|was|have\s+been)\s+(?:distributed|transferred)\s+to)\b/i;
const notSecurities = pattern("i")`
  \b (?:interests?|memberships?|powers?|authority|positions?|offices?|meetings?|votes?|stakes?|control|plans?)
  \s+ (?:in\s+(?:(?!shares?\b|securities\b|stock\b|units?\b)[^,.;\s]+\s+){1,8})? (?:(?:that|which)\s+)?
  (?:(?:is|are|was|were)\s+)? $
`;
const entityOwned = pattern("i")`
  (?:
    % | \bpercent | \bwholly | \bmajority | \bminority | \bpartially | \bclosely | \bprivately | \bcontrolled |
    \b (?:
        (?:general|managing)\s+(?:partner|member) | manager | parent | trustee | advise?or | sponsor |
        entity | entities | company | companies | corporation | llc | l\.l\.c\. | lp | l\.p\. | inc\.? |
        ltd\.? | partnership | trust | fund | vehicle | business | firm | subsidiary | limited | plc |
        s\.?a\.? | ag | group | holdings | partners | capital | ventures | associates | management | gp
      )
  ) [\s,-]* (?:
    (?:
      that | which | and | or | is | are | was | were | all | of | 100\s*% | wholly | directly | indirectly |
      ultimately | in\s+turn | also | jointly | beneficially | controlled
    ) [\s,-]+
  )* $
`;
const securitiesOf = /\b(?:shares?|stock|securities|units|warrants|notes)\s+(?:of|in)\s+[^,;.]{0,60}$/i;
const noneOf = /\bno\s+(?:pecuniary\s+|economic\s+)?interest\s+in\s+any\s+[^.;]{0,60}$/i;
const deemed = /\bdeemed\s+(?:to\s+(?:be|have\s+been)\s+)?(?:indirectly\s+|beneficially\s+)*$/i;
const finite = /\b(?:is|are|was|were|been|be|being)\s+(?:also\s+|all\s+|each\s+)?$/i;
/** "shares held by the trust were distributed to the reporting person": the trust is a former holder */
const givenAway = pattern("i")`
  ^ (?:\s*,[^,;.]{0,${NEAR}},)? \s+ (?:was|were|has\s+been|have\s+been) \s+ (?:\w+ly\s+)?
  (?:distributed|transferred|returned|released|conveyed|assigned) \s+ (?:\w+\s+){0,2}? to\s+ (?:the\s+reporting|him\b|her\b)
`;
const notPlace = /^(?:inc|corp|co|ltd|plc)$/;

function held(note: HeldNote): FoundHolder[] {
  const { text } = note;
  return note.placesOf(heldBy).flatMap((match) => {
    const [words, verb = "", preposition = ""] = match;
    const before = lettersBefore(text, match.index, CLAUSE);
    if (notThen.test(before) || notSecurities.test(before) || noneOf.test(before) || deemed.test(before)) return [];
    if (/^owned$/i.test(verb) && entityOwned.test(before) && !securitiesOf.test(before)) return [];
    const list = note.lists.listAt(match.index + words.length, { isClause: finite.test(before) });
    if (!list) return [];
    const after = lettersFrom(text, list.end, CLAUSE);
    if (givenAway.test(after) || (onceReported.test(before) && nowElsewhere.test(after))) return [];
    const holders = [...list.holders, ...furtherCounts(note, list.end), ...furtherHolders(note, list.end)];
    if (/\bwith$/i.test(preposition)) return holders.filter(({ relation }) => relation !== null);
    if (/^(?:in|under|within)$/i.test(preposition)) {
      return holders.filter(({ words, relation }) => relation === null && !notPlace.test(words.at(-1) ?? ""));
    }
    return holders;
  });
}

const furtherCount = pattern("gi")`
  (?:^|[\s(]) [\d,]+\s+ (?:(?:of\s+)?(?:such\s+|these\s+)?(?:shares|units)\s+)? (?:(?:are|is|were)\s+)?
  (?:held\s+|owned\s+|sold\s+|purchased\s+|acquired\s+|bought\s+)? (?:by|in\s+the\s+name\s+of) \s+
`;

const MOST_FURTHER = 12;

const aboutHolder = pattern()`(?:(?!\bthrough\b|\bby\b(?!\s+(?:the\s+reporting\s+person|him|her)\b))[^.;]){0,${CLAUSE}}?`;
/** "held by Roe LLC, of which he is the sole manager, and by Doe LP": the clause between them contains no other "by". */
const andBy = pattern("i")`
  ^ (?:\s*\([^()]*\))?
  (?:,?\s+(?:of|for|in|over)\s+(?:which|whom)\b|,\s+(?:an?|the|its|whose|which)\s) ${aboutHolder}
  ,?\s+ (?:and|as\s+well\s+as) \s+ (?:(?:also|directly|indirectly|partly|in\s+part)\s+)? (?:held\s+|owned\s+)?
  (?:by|through|in\s+the\s+name\s+of) \s+
`;

function furtherHolders(note: HeldNote, from: number): FoundHolder[] {
  const more = andBy.exec(lettersFrom(note.text, from, SENTENCE));
  const list = more && note.lists.listAt(from + more[0].length, { allowShort: false });
  return list ? [...list.holders, ...furtherHolders(note, list.end)] : [];
}

/** "held by the Roe Trust and 500 (shares) by Jane Roe's son" */
const furtherCounts = (note: HeldNote, from: number): FoundHolder[] =>
  [...placesOf(restOfSentence(note.text, from), furtherCount, MOST_FURTHER)].flatMap((more) =>
    note.holdersAt(from + more.index + more[0].length),
  );

/** "The record holder is", "holds the shares through". */
function inOtherWords(note: HeldNote): FoundHolder[] {
  return [holderIs, holdsThrough].flatMap((pattern) =>
    note.placesOf(pattern).flatMap(({ index, 0: words }) => {
      const before = lettersBefore(note.text, index, CLAUSE);
      const isVehicles =
        /\bbenefit\s+of\s+$/i.test(words) && endsUnnamed.test(before.replace(/\s+(?:that|which)?\s*$/i, ""));
      return notThen.test(before) || isVehicles ? [] : note.holdersAt(index + words.length);
    }),
  );
}

const restOfSentence = (text: string, from: number): string =>
  /^(?:[^.;]|\.(?=[,)\w]|\s+[a-z(])){0,300}/.exec(text.slice(from, from + 300))?.[0] ?? "";

const tradeOfSecurities = pattern("i")`
  \b (?:
    shares? | securities | stock | units? | options? | warrants? | notes? | sales? | purchases? |
    transactions? | trades? | adss? | rsus?
  ) \b[^.;]{0,${CLAUSE}}$
`;
/** Brokers who sell for insiders. */
const broker = pattern("i")`
  ^[^,.;]{0,${NEAR}}\b (?:
    securities | brokerage | brokers? | stock\s+plan | plan\s+(?:services|administrator|agent) | fidelity |
    schwab | e\*trade | etrade | merrill | morgan\s+stanley | smith\s+barney | ubs | computershare | solium |
    shareworks | wells\s+fargo | equiniti | goldman\s+sachs | j\.?\s?p\.?\s?morgan | transfer\s+agent |
    administrator | bank | trust\s+company
  ) \b
`;
const coversTax = pattern("i")`
  ^ (?:[^.;]|\.(?!\s+[A-Z])){0,${SENTENCE}} \b
  (?:to\s+(?:cover|fund|satisfy|pay|meet)|in\s+order\s+to\s+(?:cover|fund|satisfy|pay|meet)|needed\s+(?:to|for))
  \b[^.;]{0,${CLAUSE}}\b (?:tax(?:es)?|withholding|exercise\s+price) \b
`;
const automatic = /\bautomatic(?:ally)?\b[^.;]{0,30}$/i;
const companyWas = pattern("i")`
  \b (?:issuer|company|corporation|registrant|business|target|inc\.?|corp\.?|llc|it|which) \s+
  (?:was|is|were|has\s+been|had\s+been|being|to\s+be|will\s+be) \s+$
`;
const sourceOf = pattern("i")`
  \b (?:
    gifts? | donations? | distributions? | transfers? | contributions? | plans? | elections? | payments? | loans? |
    decisions? | determinations? | grants?
  ) \b[^.;]{0,${NEAR}}$
`;

const isSale = /^(?:sold|sales?|made|effected|executed|disposed\s+of)$/i;
/** At the start of a sentence, or after a number. */
const startsSentence = /(?:^|[.;:)]\s+|\d\s+(?:(?:was|were)\s+)?)\(?$/;

/** "Any shares later acquired by the trust will be reported." */
const anyLater = /\bany\s+(?:\w+\s+){1,2}(?:later|subsequently|hereafter)\s+$/i;

function traded(note: HeldNote): FoundHolder[] {
  const { text } = note;
  return note.placesOf(tradedBy).flatMap((match) => {
    const [words, verb = "", preposition = ""] = match;
    const before = lettersBefore(text, match.index, SENTENCE);
    if (notThen.test(before) || anyLater.test(before)) return [];
    if (
      !startsSentence.test(before) &&
      !/^(?:sales?|purchases?|shares|units)$/i.test(verb) &&
      !tradeOfSecurities.test(before)
    )
      return [];
    if (/^through$/i.test(preposition) && !/^(?:purchased|acquired|bought|received)$/i.test(verb)) return [];
    if (/^(?:made|effected|executed|shares|units)$/i.test(verb) && sourceOf.test(before)) return [];
    if (companyWas.test(before)) return [];
    const start = match.index + words.length;
    const behind = text.slice(start, start + 300);
    if (isSale.test(verb) && (broker.test(behind) || coversTax.test(behind) || automatic.test(before))) return [];
    const list = note.lists.listAt(start, { allowShort: false });
    return list ? [...list.holders, ...furtherCounts(note, list.end)] : [];
  });
}

const notDone = pattern("i")`
  \b (?:
    any | permitted | may | not | on | restrictions?\s+on | upon | rights?\s+(?:to|of) | if | unless | prohibit\w* |
    agreed?\s+(?:not\s+)?to | will | shall | intends?\s+to | certain | subsequent(?:ly)?
  ) \s+ (?:be\s+|have\s+been\s+|such\s+)? $
`;

/** The object that is assigned is not a security. */
const onlyInterest = pattern("i")`
  ^\s+ (?:\w+\s+){0,3}? (?:
    (?:economic|pecuniary)\s+interests? | proceeds | rights? |
    interests?\s+in\s+(?!(?:the|these|such)\s+(?:shares|securities))
  ) \b
`;

const towards = pattern("gi")`
  (?<!
    \b (?:
      pursuant | subject | prior | according | respect | due | relating | related | equal | entitled | rights? |
      order | up | attributable | exempt | similar | connection | regard | issuer | successor
    ) \s
  ) \b (?:to|into|in\s+favor\s+of) \s+ (?:(?:the\s+)?(?:names?|capital)\s+of\s+|(?:an?\s+)?joint\s+(?:names?|accounts?|tenancy|ownership)\s+with\s+)?
`;

/** "distributed to the reporting person by Roe Fund, L.P.": the fund gave them away. */
const toInsiderBy = /^(?:the\s+)?(?:reporting\s+(?:person|owner)s?|him|her|them)\s+by\s/i;
/** The gift says that it went to a charity. */
const isAnyCharity = ({ isUnnamed, words }: FoundHolder): boolean =>
  isUnnamed === true && /^organi[sz]ations?$/.test(words.at(-1) ?? "");

/** The greatest distance of a condition from the movement. */
const FARTHEST = 320;

function moved(note: HeldNote): FoundHolder[] {
  const { text } = note;
  return note.placesOf(movedTo).flatMap((match) => {
    const start = match.index + match[0].length;
    const before = lettersBefore(text, match.index, NEAR);
    if (isOtherMovement(text.slice(Math.max(0, match.index - FARTHEST), match.index), text.slice(start))) return [];
    if (notDone.test(before) || /\binterests?\s+(?:was|were|is|are|has\s+been)\s+$/i.test(before)) return [];
    const rest = restOfSentence(text, start);
    const found: FoundHolder[] = [];
    for (const to of rest.matchAll(towards)) {
      if (found.length > 0 && !/\b(?:shares|\d[\d,]*)\s+$/i.test(rest.slice(0, to.index))) continue;
      if (onlyInterest.test(rest.slice(0, to.index))) continue;
      const place = start + to.index + to[0].length;
      if (toInsiderBy.test(lettersFrom(text, place, NEAR))) continue;
      if (/^it\b(?!['’])/i.test(lettersFrom(text, place, NEAR))) found.push(...namedBefore(note, match.index));
      found.push(...note.holdersAt(place, { allowShort: false }).filter((holder) => !isAnyCharity(holder)));
    }
    return found;
  });
}
