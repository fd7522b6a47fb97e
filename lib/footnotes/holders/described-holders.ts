import { relation, relativeWords } from "@/lib/footnotes/vocabulary/relatives";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import type { HeldNote } from "./held-note";
import type { FoundHolder } from "./named-holders";
import { unnamedBefore } from "./unnamed-vehicles";

/**
 * "412 shares in the employee stock ownership plan", "these shares are in a rabbi trust", "bought in (for) her IRA": a vehicle follows.
 * With the flag `u` it would take ten times as long.
 */
const inside = pattern("gi")`
  \b (?:
    shares? | stock | securities | units | purchased | acquired | bought | sold | placed | put | (?:made|effected|executed|took\s+place|occurred)(?<=\b(?:purchases?|sales?|transactions?)\s+(?:of\s+(?:[\w,]+\s+){1,4})?(?:reported\s+)?(?:(?:was|were)\s+)?\w+(?:\s+place)?)(?=\s+\w+\s+(?:[\w()'’-]+\s+){0,4}?(?:iras?|401|k?esop|keogh|plan|trust|utma|ugma)\b) |
    (?!(?:19|20)\d\d\s)\d[\d,]{2,}(?<=(?:,|\band)\s+[\d,]+)
  ) \s+ (?:(?:is|are|were|was|sits?|remains?|kept)\s+(?:now\s+|all\s+|also\s+|kept\s+)?)? (?:in|within|into|inside|through|(?<=\b(?:purchased|acquired|bought)\s+)for) \s+
  (?=(?:each\s+of\s+)?(?:the|an?|his|her|my|their|two|three|[A-ZÀ-ÖØ-ÞĀ-ɏΑ-ΩА-Я]|(?:spouse|wife|husband|child|children|son|daughter|mother|father)['’]s)\b) |
  # "shares allocated to his account in the plan", but not phantom shares, which nobody holds
  \b (?:shares?|stock) (?<!\b(?:phantom|deferred|notional|hypothetical)\s+(?:(?:common|stock)\s+)?(?:shares?|stock)) \s+
    (?:(?:that\s+)?(?:are|is|were|was|have\s+been)\s+)? (?:allocated|credited)\s+to\s+
    (?: (?:(?:the|an?)\s+)? (?:(?:his|her|reporting\s+person['’]s|individual|own)\s+)* accounts? (?:\s+of\s+the\s+reporting\s+person)? | the\s+reporting\s+person | him | her ) \s+
    (?:in|within|under) \s+ |
  # "held for the reporting person's account under the plan"
  \b (?:held|purchased|acquired|bought)\s+for\s+ (?:the\s+reporting\s+person['’]s|his|her) \s+ accounts? \s+ (?:in|under|within|with) \s+ |
  # "proportionate holding in the Roe Company Stock Fund"
  \b (?:holdings?|interests?)\s+in\s+ (?=the\s+(?:[\w.&'’-]+\s+){1,6}?Stock\s+Fund\b) |
  # "allocated to the reporting person's ESOP account"
  \b (?:allocated|credited)\s+to\s+
    (?=(?:the\s+reporting\s+person['’]s|his|her)\s+(?:(?!accounts?\b)[\w()-]+\s+){0,3}?(?:k?esop|401|ira|savings|retirement|pension|profit)\b) |
  # "purchased with reinvested dividends in his wife's IRA"
  \b (?:purchased|acquired|bought|accumulated) \s+ (?:with|by|from|upon|on|via|through) \s [^.;,]{3,${NEAR}}? \s in \s+
    (?=(?:the|an?|his|her|their|(?:the\s+reporting\s+person['’]s\s+)?(?:spouse|wife|husband)['’]s|the\s+reporting\s+person['’]s)\s+(?:[\w()'’-]+\s+){0,5}?(?:iras?|i\.r\.a|401|k?esop|utma|ugma|keogh|trust)\b) |
  # "shares that he owned directly are now in the Roe Trust"
  \b (?:shares?|stock|securities|units) \b [^.;]{0,${NEAR}}? \b (?:is|are) \s+ (?:now|currently|all) \s+ in \s+
    (?=(?:the|an?|his|her)\b)
`;
/** Vehicles that hold securities for the insider and have no shareholders of their own. */
const holdsForOne =
  /^(?:iras?|i\.r\.a\.s?|esops?|ksops?|keogh.*|trusts?|grats?|401.*|utma.*|ugma.*|(?:\w+ )?plans?|(?:\w+ )?accounts?|slat)$/;

/** "the Jane Roe Trust FBO Karl Roe", "the Roe GRAT No. 2" */
const ofNamedTrust = /^(?:trust|grat|ira)$/;
const ofStockFund = /\bstock fund$/;
/** "the 401(k)": two words. */
const isCode = /(?:^| )40[13] [kb]$/;

/** "Acquisition of shares through the savings plan": how they were acquired, and not who holds them. */
const acquired = /\b(?:(?:acquisitions?|purchases?)\s+of|acquired|purchased|bought)\s+(?:[\w,]+\s+){0,4}$/i;
const plans = /^(?:\S+ )*plans?$/;

/** "Units in the fund consist of shares and cash": what a unit is. */
const consistsOf = /^(?:the|such|that)\s+\w+\s+(?:consists?|are\s+composed|is\s+composed|represents?)\b/i;

/** "the shares in his 401(k) account were assigned to": they are there no more. */
const movedOut = pattern("i")`
  ^ (?:\s+account)? (?:\s*,[^,;.]{0,${NEAR}},)? \s+ (?:was|were|has\s+been|have\s+been) \s+ (?:\w+ly\s+)? (?:assigned|transferred|distributed|withdrawn|awarded|rolled(?:\s+over)?|divided|paid\s+out|re-?registered|moved|journaled) \b (?!\s+(?:in)?to\s+the\s+(?:same|plan))
`;
/** Holders in which the shares are said to be held. */
export function insideHolders(note: HeldNote): FoundHolder[] {
  return note.placesOf(inside).flatMap(({ index, 0: words }) => {
    const gone = note.lists.listAt(index + words.length, { allowShort: false });
    if (gone && movedOut.test(lettersFrom(note.text, gone.end, CLAUSE))) return [];
    const isHow =
      /\bthrough\s+$/i.test(words) &&
      (/^(?:acquired|purchased|bought)\b/i.test(words) || acquired.test(lettersBefore(note.text, index, NEAR)));
    return note
      .holdersAt(index + words.length, { allowShort: false })
      .slice(0, 1)
      .filter((holder) => {
        const last = holder.words.at(-1) ?? "";
        const isForOne =
          holdsForOne.test(last) ||
          isCode.test(holder.words.join(" ")) ||
          ofStockFund.test(holder.words.join(" ")) ||
          (!holder.isUnnamed && holder.words.some((word) => ofNamedTrust.test(word)));
        return (
          holder.relation === null &&
          isForOne &&
          !consistsOf.test(lettersFrom(note.text, index + words.length, NEAR)) &&
          !(isHow && (plans.test(last) || isCode.test(holder.words.join(" "))))
        );
      });
  });
}

const inName = pattern("gi")`
  \bin\s+ (?:the\s+)? (?:(?:reporting\s+person['’]s|his|her)\s+and\s+)? (?:(?:his|her|my)\s+)? ((?:reporting\s+person['’]s\s+)?(${relativeWords})) ['’]s?\s+
  (?:own\s+|sole\s+)?names?\b
`;

/** "in his spouse's name" */
export const holdersByName = (note: HeldNote): FoundHolder[] =>
  note.placesOf(inName).map(({ index, 0: words, 1: name = "", 2: word = "" }) => {
    const start = index + words.indexOf(name, 2);
    const head = word.toLowerCase().replace(/\s+/g, " ");
    return { start, end: start + name.length, words: [head], isUnnamed: true, relation: relation(head) };
  });

const ofTrust = pattern("gi")`
  \b (?:trusts?|grats?|estate|foundation|ira) (?:\s+(?:no\.\s*)?(?:[ivx]+|\d+))?
  (?=['’]s?\s+(?:sales?|purchases?|shares(?!\s+(?:were|have\s+been)\s+(?:distributed|transferred)\s+to)|holdings)\b)
`;

/** "the Roe Trust's sales" */
export const owningTrusts = (note: HeldNote): FoundHolder[] =>
  note.placesOf(ofTrust).flatMap(({ index, 0: words }) => {
    const end = index + words.length;
    const name = note.names.all.find((each) => each.start < index && each.end >= end && each.end <= end + 2);
    if (name) return note.named.resolve({ ...name, end }, false);
    const unnamed = unnamedBefore(note.text, end);
    if (!unnamed) return [];
    if (unnamed.isReference) return note.named.refer(unnamed);
    const { nameStart: start, head } = unnamed;
    return [{ start, end, words: [head], isUnnamed: true, relation: null }];
  });

/** "the shares (that) the Partnership owns": the holder comes before the verb, and the shares before the holder. */
const objectFirst = pattern("g")`
  \b (?:(?:shares|securities|stock|units|warrants|options)(?:\s+of\s+the\s+(?:issuer|company|Issuer|Company)(?=\s+(?:that|which)\s))?(?:\s+(?:(?:which|that|(?:to|for|of)\s+which)\s+)?|,\s+which\s+)|(?:over|of|owns?)\s+what\s+|those\s+(?:that|which)\s+|[\d,]{3,}\s+(?:which|that)\s+)
  (?=(?:the|an?|his|her|[A-Z][\w.&’'-]*)\s(?:[^;]{2,${SENTENCE}}?\s)?(?:owns?|holds?|purchased|acquired|bought|sold|entitled|custodian|trustee|holder|owner|elected)\b)
`;
const itsVerb = pattern("i")`
  ^\s* (?:\([^()]*\)\s*)? (?:(?:directly|indirectly|beneficially|already|currently|each|both|all)\s+)*
  (?:owns?|holds?|purchased|acquired|bought|sold|elected\s+to\s+(?:receive|take)|(?:is|are|acts?\s+as)\s+(?:the\s+)?(?:custodian|trustee)s?|(?:is|are)\s+the\s+(?:record\s+|direct\s+)?(?:holder|owner)s?|(?:was|were|is|are|became|(?:has|have|had)\s+become)\s+(?:\w+ly\s+)?entitled) \b
`;

export function objectHolders(note: HeldNote): FoundHolder[] {
  return note.placesOf(objectFirst).flatMap((match) => {
    const list = note.lists.listAt(match.index + match[0].length, { allowShort: false });
    return list && itsVerb.test(lettersFrom(note.text, list.end, CLAUSE)) ? list.holders : [];
  });
}

/** "leaving the Roe Trust with 48,000 shares": the holder is in between. */
const leaving = /\bleav(?:es|ing)\s+(?=[^;]{3,90}?\swith\s)/gi;
const withCount = /^\s*(?:\([^()]*\)\s*)?with\s+(?:an?\s+(?:aggregate|total)\s+of\s+)?[\d,]+/i;
/** "The purchaser, Roe LP, will give …" */
const purchaser = pattern("gi")`
  \bThe\s+ (?:
    purchasers? | buyers? | sellers? | acquirers? | owners? | holders? |
    (?:record|registered|direct|selling)\s+(?:holders?|owners?|(?:stock|share)holders?)
  ) (?:\s+of\s+(?:record|(?:all\s+(?:of\s+)?)?(?:the|these|those|such)\s+(?:\w+\s+){0,2}?(?:shares|securities|units|stock|warrants?|notes?|options?|debentures?)))? (?:,|\s+[-–—])\s+ (?<=(?:^|[.;]\s+)The[\s\w]{1,${NEAR}}(?:,|[-–—])\s+)
`;

/** "As the record holder of the shares, Roe Nominees votes them" */
const asHolderOf = pattern("giu")`
  (?:^|[.;]\s+)As\s+ (?:the\s+)? (?:(?:sole|record|registered|direct|legal)\s+)* (?:holder|owner)s?\s+of\s+ (?:record\s+of\s+)? (?:all\s+(?:of\s+)?)? (?:the|these|such|said)\s+(?:\w+\s+){0,2}?(?:shares|securities|units|stock|warrants|notes|options) ,\s+ (?=(?:the\s+)?[\p{Lu}\d])
`;

/** "adopted by the holder, the Roe Trust," */
const holderCalled = pattern("gu")`
  \b the\s+ (?:(?:record|registered|direct|legal)\s+)? (?:holder|owner) ,\s+ (?=(?:the\s+|The\s+)?[\p{Lu}\d])
`;

export function calledHolders(note: HeldNote): FoundHolder[] {
  const left = note.placesOf(leaving).flatMap((match) => {
    const list = note.lists.listAt(match.index + match[0].length, { allowShort: false });
    return list && withCount.test(lettersFrom(note.text, list.end, NEAR)) ? list.holders : [];
  });
  const called = [...note.placesOf(holderCalled), ...note.placesOf(asHolderOf)].flatMap(({ index, 0: words }) =>
    note.holdersAt(index + words.length, { allowShort: false }).slice(0, 1),
  );
  return [
    ...left,
    ...called,
    ...note
      .placesOf(purchaser)
      .flatMap((match) => note.holdersAt(match.index + match[0].length, { allowShort: false, isClause: true })),
  ];
}

/** "the shares held by it", "the shares it holds": the company or trust named before in the sentence. */
const ofIt = pattern("gi")`
  \b (?:shares|securities|stock|units|warrants?|notes?|options?) (?:\s+|,\s+(?=which\s+it\b)) (?:
    (?:(?:that|which)\s+)?(?:(?:are|were)\s+)? (?:directly\s+|beneficially\s+)? (?:held|owned) \s+ (?:directly\s+|of\s+record\s+)? by\s+it |
    (?:(?:that|which)\s+)? it\s+ (?:directly\s+|beneficially\s+)? (?:holds|owns)
  ) \b (?!['’]) |
  # "the members of Roe LLC, and it owns all of the shares"
  \b and\s+ it\s+ (?:(?:directly|also|now|beneficially)\s+)? (?:holds|owns|purchased|acquired|bought|sold) \s+ (?:all\s+(?:of\s+)?)? (?:the|these|those|such|[\d,]{3,})\s+ (?:of\s+the(?:se)?\s+)? (?:[\w-]+\s+){0,2}? (?:shares|securities|units|stock|warrants|notes|options) \b
`;
const newSentence = /[.;]\s+(?=\p{Lu})/u;

/** "As trustees of the Roe Trust they share the power to vote its shares" */
const powerOverIts =
  /\b(?:power\s+(?:to\s+\w+(?:\s+(?:and|or)\s+(?:to\s+)?\w+)?(?:\s+of)?|over)|deemed\s+to\s+(?:beneficially\s+)?own|beneficially\s+owns?|beneficial\s+ownership\s+of)\s+its\s+(?:shares|securities|holdings)\b/gi;
const managedBy =
  /\b(?:trustees?|(?:sole\s+)?owner|beneficiary|managers?|partners?|managing\s+members?|sole\s+members?)\s+of\s+(?:the\s+)?$/i;

/** "He is the manager of Roe LLC and disclaims beneficial ownership of its shares" */
const ofItsShares =
  /\band\s+(?:disclaims|has\s+disclaimed)\s+(?:any\s+)?beneficial\s+ownership\s+of\s+its\s+(?:shares|securities)\b/gi;
const inRole = /\bof\s+(?:the\s+)?$/i;

/** "The shares are held directly by the latter", "The last of these holds the shares" */
const byLatter = pattern("gi")`
  \b (?:held|owned) \s+ (?:directly\s+|of\s+record\s+)? by\s+the\s+ (?:latter|last(?:\s+of\s+(?:these|them))?) \b (?!['’]) |
  \b the\s+ (?:latter|last\s+of\s+(?:these|them|which)) \s+ (?:directly\s+)? (?:holds|owns|purchased|acquired|sold) \s+ (?:the|these|those|all) \b
`;

const mayBeIssuer = /^(?:corp|corporation|inc|co|company|bancorp|plc)$/;

/** The only fund or trust that is named before, if a sentence of its own is about it. */
function onlyNamedBefore(note: HeldNote, at: number): FoundHolder[] {
  const named = namedBefore(note, at);
  if (named.length > 0) return named;
  const before = note.names.all.filter(({ end, isVehicle }) => isVehicle && end <= at);
  const [name] = before;
  const isOnly = new Set(before.map(({ words }) => words.join(" "))).size === 1;
  return name && isOnly && !name.words.some((word) => mayBeIssuer.test(word)) ? note.named.resolve(name, false) : [];
}

/** "Roe Fund I is advised by Roe Gestion SAS. It holds the shares": the subject of the sentence before. */
const itHolds = pattern("gi")`
  [.;]\s+ (?:it|the\s+(?:latter|fund|partnership|company|entity|vehicle|foundation|corporation)) \s+ (?:(?:directly|currently|also|now|still|beneficially)\s+)* (?:holds|owns|purchased|acquired|bought|sold|is\s+the\s+(?:record\s+|registered\s+|direct\s+)?(?:holder|owner)\s+of)
  \s+ (?:(?:all|each)\s+(?:of\s+)?)? (?:the|these|those|such|[\d,]{3,})\s+ (?:of\s+(?:the|these)\s+)? (?:[\w-]+\s+){0,3}? (?:shares|securities|units|stock|warrants|notes|options|ads[s]?)\b
`;
const startsSentence = /(?:^|[.;]\s+)(?:The\s+)?$/i;

function subjectsBefore(note: HeldNote): FoundHolder[] {
  return note.placesOf(itHolds).flatMap(({ index }) => {
    const subject = note.names.all
      .filter(
        ({ start, isVehicle }) => isVehicle && start < index && startsSentence.test(lettersBefore(note.text, start, 8)),
      )
      .at(-1);
    const isNext =
      subject !== undefined &&
      index - subject.end < SENTENCE &&
      !/[.;]\s+[A-Z][a-z]+\s+(?:is|are|was|were|has)\b/.test(note.text.slice(subject.end, index));
    return subject && isNext && !subject.words.some((word) => mayBeIssuer.test(word))
      ? note.named.resolve(subject, false)
      : [];
  });
}

export const holdersAsIt = (note: HeldNote): FoundHolder[] => [
  ...subjectsBefore(note),
  ...note.placesOf(ofIt).flatMap(({ index }) => onlyNamedBefore(note, index)),
  ...note.placesOf(byLatter).flatMap(({ index }) => {
    const name = note.names.all.filter(({ end, isVehicle }) => isVehicle && end <= index).at(-1);
    return name ? note.named.resolve(name, false) : [];
  }),
  ...note.placesOf(powerOverIts).flatMap(({ index }) => {
    const name = note.names.all.filter(({ end, isVehicle }) => isVehicle && end <= index).at(-1);
    return name && managedBy.test(lettersBefore(note.text, name.start, NEAR)) ? namedBefore(note, index) : [];
  }),
  ...note.placesOf(ofItsShares).flatMap(({ index }) => {
    const [holder] = namedBefore(note, index);
    const name = note.names.all.filter(({ end, isVehicle }) => isVehicle && end <= index).at(-1);
    const isManaged = name && inRole.test(lettersBefore(note.text, name.start, NEAR)) && index - name.end < 3;
    return holder && isManaged ? [holder] : [];
  }),
];

/** "disclaims beneficial ownership of his wife's shares" */
const relativeShares = pattern("gi")`
  \b beneficial\s+ownership\s+of\s+ (?:any\s+of\s+|all\s+)? (?:his|her|the\s+reporting\s+person['’]s) \s+ (?:(?:minor|adult|late)\s+)? (${relativeWords}) ['’]s?\s+
  (?:shares|securities|stock|holdings) \b
`;

export const relativesShares = (note: HeldNote): FoundHolder[] =>
  note.placesOf(relativeShares).flatMap(({ index, 0: words, 1: word = "" }) => {
    const unnamed = unnamedBefore(note.text, index + words.lastIndexOf(word) + word.length);
    return unnamed?.relation
      ? [
          {
            start: unnamed.nameStart,
            end: unnamed.end,
            words: [unnamed.head],
            isUnnamed: true,
            relation: unnamed.relation,
          },
        ]
      : [];
  });

/** What "it" means: the nearest company, trust or the like before it in the sentence. */
export function namedBefore({ names, named, text }: HeldNote, at: number): FoundHolder[] {
  const name = names.all.filter(({ end, isVehicle }) => isVehicle && end <= at).at(-1);
  return name && !newSentence.test(text.slice(name.end - 1, at)) ? named.resolve(name, false) : [];
}
