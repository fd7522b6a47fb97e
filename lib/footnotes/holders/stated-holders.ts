import { matchAt } from "@/lib/footnotes/vocabulary/places-of";
import { relativeWords } from "@/lib/footnotes/vocabulary/relatives";
import { CLAUSE, lettersBefore, lettersFrom, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { nameKey } from "./defined-names";
import { furtherCounts, furtherHolders } from "./further-holders";
import type { HeldNote } from "./held-note";
import { heldBy, holderIs, holderOwned, holdsThrough, notThen, takenBack, takesBack } from "./holding-words";
import { asParent } from "./list-words";
import { endsUnnamed } from "./name-words";
import type { FoundHolder } from "./named-holders";
import { isRelated } from "./same-holder";

/** "previously reported as held by his spouse are now held by the reporting person" */
const onceReported =
  /\b(?:previously|formerly)\s+reported\s+as\s+(?:being\s+|having\s+been\s+)?(?:directly\s+|indirectly\s+|beneficially\s+)*$/i;
/** "Previously reported as indirectly owned by the estate.": the note says no more of it. */
const onlyOnce =
  /(?:^|[.;]\s+)\W*(?:previously|formerly)\s+reported\s+as\s+(?:being\s+)?(?:directly\s+|indirectly\s+|beneficially\s+)*$/i;
/** "In the original report these shares were described as held by a partnership." */
const wronglySaid = pattern("i")`
  \b (?:in|on) \s+ (?:the|an|his|her) \s+ (?:original|earlier|prior|previous|initial) \s+ (?:[\w-]+\s+){0,2}? (?:report|filing|form) \b
  [^.;]{0,${NEAR}} \b (?:described|reported|shown|listed) \s+ as \s+ (?:being\s+)? (?:\w+ly\s+)* $ |
  # "A prior report incorrectly stated that the shares were held by"
  \b (?:incorrectly|erroneously|mistakenly|inaccurately) \s+ (?:stated|reported|showed|indicated|listed|said|described) \b [^.;]{0,${NEAR}} $
`;
/** "all securities owned, including any that are held by trusts": whether there are any is not said. */
const includingAny =
  /\bincluding\s+(?:any|those,?\s+if\s+any,?)\s+(?:(?:such\s+)?(?:shares|securities|units|stock)\s+)?(?:(?:that|which)\s+(?:are|is|were|may\s+be)\s+)?(?:\w+ly\s+)?$/i;
const nowElsewhere =
  /^[^.;]{0,60}?\b(?:(?:are|is)\s+now|became|(?:have|has)\s+become|(?:were|was|have\s+been)\s+(?:(?:distributed|transferred|contributed|assigned|conveyed)\s+to|re-?(?:registered|titled)\s+in\s+the\s+names?\s+of))\b/i;
const passedOn =
  /^[^.;,]{0,60}?\b(?:passed|reverted|went|came|(?:were|was|have\s+been)\s+(?:\w+ly\s+)?(?:re-?registered|re-?titled|transferred|distributed|moved|contributed|released|delivered|returned))\b/i;
const notSecurities = pattern("i")`
  \b (?:interests?|memberships?|powers?|authority|(?<!\b(?:short|long|swap|stock|share|equity|option|derivative)\s)positions?|offices?|meetings?|votes?|stakes?|control|plans?)
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
/** "shares of common stock of Roe Foods, Inc. owned by" */
const securitiesOf = pattern("i")`
  \b (?:shares?|stock|securities|units|warrants|notes) \s+ (?:of|in) \s+ (?:[^,;.]|,\s+(?=(?:Inc|Ltd|L\.?L\.?C|L\.?P|Corp|N\.A)\b)|\.(?=\s*$|,\s+Inc)){0,${NEAR}} $
`;
/** "Roe Inc., the stock of which is owned by his siblings" */
const ofWhich =
  /(?:,\s+|\b(?:company|corporation|partnership|llc|entity|trust)\s+)(?:(?:all|most|half)\s+(?:of\s+)?)?(?:the\s+)?(?:(?:capital|voting|outstanding|limited|general)\s+)?(?:stock|shares|equity|units|(?:(?:membership|partnership|partner)\s+)?interests?)\s+(?:of|in)\s+which\s+(?:is|are|was|were)\s+(?:\w+ly\s+)?$/i;
/** "a company all of whose shares are owned by" */
const whoseShares =
  /\bwhose\s+(?:\w+\s+){0,4}?(?:stock|shares|equity|units|capital|interests?)\s+(?:is|are|was|were)\s+(?:(?:all|wholly|entirely|\w+ly|in\s+turn|ultimately)\s+)*$/i;
/** "shares subject to a call option held by": only the option is. */
const subjectTo = pattern("i")`
  \b subject \s+ to \s+ (?:an?|the|certain|such) \s+ [^,;.]{0,${NEAR}}? \b (?:options?|rights?(?:\s+of\s+first\s+\w+)?|liens?|interests?|pledges?|proxy|proxies|mortgage|warrants?) \s+ $
`;
const noneOf = /\bno\s+(?:pecuniary\s+|economic\s+)?interest\s+in\s+any\s+[^.;]{0,60}$/i;
/** "No part of the shares is held by the trust any longer" */
const noPart =
  /\b(?:no|none)\b(?:\s+(?:part|portion|number|one))?(?:\s+of)?(?:\s+(?:the|these|such))?\s+(?:\w+\s+)?(?:shares|securities|units|stock)?\s*(?:(?:reported|shown|listed|covered)\s+(?:\w+\s+){0,3})?(?:is|are|was|were)\s+(?:now\s+|still\s+)?$/i;
const deemed = /\bdeemed\s+(?:to\s+(?:be|have\s+been)\s+)?(?:indirectly\s+|beneficially\s+)*$/i;
const finite = /\b(?:is|are|was|were|been|be|being)\s+(?:also\s+|all\s+|each\s+)?$/i;
/** "shares held by the trust were distributed to the reporting person": the trust is a former holder */
const givenAway = pattern("i")`
  ^ (?:\s*,[^,;.]{0,${NEAR}},)? (?:,\s+which)? \s+ (?:was|were|has\s+been|have\s+been) \s+ (?:\w+ly\s+)?
  (?:distributed|transferred|returned|released|conveyed|assigned|contributed|donated|gifted|delivered) \s+ (?:(?:(?!\bby\b)[\w,'’-]+\s+){0,8}? to\s+ | by\s+(?:it|the\s+\w+)\s+to\s+) |
  ^ (?:\s*,[^,;.]{0,${NEAR}},)? (?:,\s+which)? \s+ (?:then\s+)? (?:passed|reverted|devolved|descended) \s+ (?:\w+\s+){0,2}? to\s
`;
/** "previously shown as owned by his father were sold by him", "held by the fund until he left it, but no longer" */
const overSince = pattern("i")`
  ^ [^.;]{0,${NEAR}}? (?: \b(?:were|was)\s+sold\s+by\s+(?:him|her|it|them)\s+in\s+(?:19|20)\d\d\b | \b but\s+(?:is\s+|does\s+so\s+)?no\s+longer\b )
`;
/** "shares held by the trust are no longer included in his holdings": not part of the report. */
const noLongerShown = pattern("i")`
  ^ (?:\s*,[^,;.]{0,${NEAR}},)? \s+ (?:are|is|were|was) \s+ no\s+longer \s+ (?:\w+ly\s+)? (?:included|reported|reportable|shown|reflected|listed|counted) \b
`;
/** "held by Roe BV, in turn held by" */
const inTurn = /,\s+(?:(?:which|that)\s+(?:is|are)\s+)?in\s+turn\s*,?\s+(?:\w+ly\s+)?$/i;
const isOwned = /,?\s+(?:(?:that|which)\s+)?(?:is|are|was|were)\s+(?:(?:[\w-]+ly|jointly|now|also)\s+)*$/i;
const ofName =
  /\b(?:shares?|stock|securities|units|interests?|warrants|notes)\b[^;.]{0,60}\b(?:of|in)\s+(?:the\s+(?:issuer|company),\s+)?$/i;

/** "The direct holder, Roe BV, is owned by": the company is, and not the shares. */
function isOfEntity({ text, names }: HeldNote, verb: number, before: string): boolean {
  const words = isOwned.exec(before)?.[0].length;
  const name = words === undefined ? null : names.all.find(({ end, isVehicle }) => isVehicle && end === verb - words);
  return name ? !ofName.test(lettersBefore(text, name.start, CLAUSE)) : false;
}
/** "It is owned by Roe LP", "Its sole owner is Roe LP": the holder is, and not the shares. */
const itIs = /(?:^|[.;]\s+)It\s+(?:is|was)\s+(?:\w+ly\s+)*$/i;
const itsOwner = /\bits\s+(?:(?:sole|only|majority|ultimate|indirect)\s+)*$/i;
/** "held in the Roe Foundation and by his wife" */
const byIts = /\band\s+by\s+(?:the\s+)?$/i;
const forBenefit = /\bbenefit\s+of\b/i;
/** "held in managed accounts and by Roe LP" */
const anotherBy =
  /^(?:[\w-]+\s+){0,4}?accounts?(?:\s[^.;,]{3,40}?)??,?\s+(?:and|or)\s+(?:also\s+)?(?:directly\s+|indirectly\s+)?(?:by|through|in\s+the\s+names?\s+of)\s+/i;
const byNext = /^\s+(?:by|in|through)\s+(?=(?:the\s+|The\s+)?[A-Z])/;
const mayBeIssuer = /^(?:inc|corp|co|ltd|plc)$/;
/** "held in Roe Ltd., of which the reporting person is the sole owner": not the issuer. */
const isHis = pattern("i")`
  ^ ,?\s+ (?:an?\s[^,;.]{2,${NEAR}},?\s+)? (?: (?:for|of|in)\s+which\s+(?:(?:the\s+)?reporting\s+person|he|she)\b | (?:\w+ly\s+)?(?:owned|controlled)\s+by\s+(?:(?:the\s+)?reporting\s+person|him|her)\b )
`;

/** "an interest in an indeterminate portion of the securities reported as owned by Roe LP and Roe GP": those behind the first one manage it. */
const interestIn = /\bindeterminate\s+portion\s+of\b[^.;]{0,80}\breported\s+as\s+(?:being\s+)?(?:\w+ly\s+)*$/i;

/** "Until May 1, 2020, the shares were held by" */
const onlyUntil = /(?:^|[.;]\s+)Until\s(?:[^.;]|\.\d){3,80}\b(?:was|were)\s+(?:\w+ly\s+)?$/i;

/** "are to be held by a trust that the issuer will form" */
const yetToBe =
  /\b(?:(?:is|are)\s+to|will|would|shall|should|could|may|might|must)\s+(?:then\s+|also\s+|thereafter\s+|\w+ly\s+)?be\s+$/i;

/** "each may be deemed to own the shares owned by the entities directly or indirectly controlled by it": nobody by name */
const whatTheyControl =
  /^(?:the\s+)?(?:entities|persons|companies|funds|vehicles)\s+(?:(?:that\s+are|directly|indirectly|or|and),?\s+)*(?:controlled|managed|owned|advised)\s+by\s+(?:it|him|her|them|each|such)\b/i;

/** "shares held by the Roe Trust" */
export function statedHolders(note: HeldNote): FoundHolder[] {
  const { text } = note;
  return note.placesOf(heldBy).flatMap((match) => {
    if (onlyUntil.test(lettersBefore(text, match.index, CLAUSE))) return [];
    if (yetToBe.test(lettersBefore(text, match.index, NEAR))) return [];
    if (whatTheyControl.test(lettersFrom(text, match.index + match[0].length, CLAUSE))) return [];
    const [words, verb = "", preposition = ""] = match;
    const before = lettersBefore(text, match.index, CLAUSE);
    if (
      notThen.test(before) ||
      notSecurities.test(before) ||
      noneOf.test(before) ||
      noPart.test(before) ||
      includingAny.test(before) ||
      deemed.test(before)
    )
      return [];
    if (/^owned$/i.test(verb) && entityOwned.test(before) && !securitiesOf.test(before)) return [];
    if (/^owned$/i.test(verb) && holderOwned.test(before)) return [];
    if (subjectTo.test(before) || ofWhich.test(before) || whoseShares.test(before) || inTurn.test(before)) return [];
    if (/^owned$/i.test(verb) && itIs.test(before)) return [];
    if (/^owned$/i.test(verb) && isOfEntity(note, match.index, before)) return [];
    const next = match.index + words.length;
    const first =
      note.lists.listAt(next, { isClause: finite.test(before) }) ??
      (anotherBy.test(lettersFrom(text, next, CLAUSE))
        ? note.lists.listAt(next + (anotherBy.exec(lettersFrom(text, next, CLAUSE))?.[0].length ?? 0), {
            allowShort: false,
          })
        : null);
    // "held for the benefit of his family by the Roe Trust"
    const by = first && forBenefit.test(preposition) ? byNext.exec(lettersFrom(text, first.end, NEAR))?.[0] : undefined;
    const list = first && by !== undefined ? (note.lists.listAt(first.end + by.length) ?? first) : first;
    if (!list) return [];
    const after = lettersFrom(text, list.end, CLAUSE);
    // "directly held by Roe LP, and indirectly held by Roe GP LLC, its general partner"
    // "the shares previously reported as held by his spouse passed to the reporting person"
    if (onceReported.test(before) && passedOn.test(after)) return [];
    if (/\band\s+indirectly\s+$/i.test(before) && matchAt(asParent, text, list.end) !== null) return [];
    if (
      givenAway.test(after) ||
      takenBack.test(after) ||
      takesBack.test(before) ||
      noLongerShown.test(after) ||
      overSince.test(after) ||
      (onceReported.test(before) && nowElsewhere.test(after)) ||
      onlyOnce.test(before) ||
      wronglySaid.test(before)
    )
      return [];
    if (interestIn.test(before)) return list.holders.slice(0, 1);
    const holders = [...list.holders, ...furtherCounts(note, list.end), ...furtherHolders(note, list.end)];
    if (/\bwith$/i.test(preposition)) return holders.filter(isRelated);
    if (/^(?:in|under|within)$/i.test(preposition)) {
      return holders.filter(
        ({ start, end, words, relation }) =>
          (relation === null || byIts.test(lettersBefore(text, start, NEAR))) &&
          (!mayBeIssuer.test(words.at(-1) ?? "") || isHis.test(lettersFrom(text, end, CLAUSE))),
      );
    }
    return holders;
  });
}

/** "a corporation, all of whose stock belongs to" */
const ofWhose = pattern("i")`
  \b whose \s+ (?:\w+\s+){0,2} $ |
  # "all the shares of which belong to", "of which all the membership interests belong to"
  \b (?:all|most|half|majority|outstanding|entire|the) \b [^.;,\d]{0,${NEAR}} \b (?:shares?|stock|units|interests?|capital|equity) \s+ (?:of|in)\s+which \s+ $ |
  \b of\s+which \s+ (?:all|most|half|the) \b [^.;,\d]{0,${NEAR}} $
`;
/** "the interest in the trust will belong to": not the shares, or not yet. */
const notYet = /\b(?:will|would|shall|may|might|could|should|to|not|never)\s+$/i;
const ofInterest =
  /\b(?:interests?|powers?|control|authority|rights?|votes?)\b(?![^.;,]*\b(?:shares|stock|securities|units)\b)[^.;,]*$/i;
const mayBe = /\b(?:may|can|will|shall|must|could|would|to|is|are)\s+(?:also\s+)?(?:be\s+)?$/i;
const onlyEconomic = /\b(?:pecuniary|economic)\s+(?:interests?|benefits?)\b[^.;,]*$/i;
/** "the shares will then belong to his son" */
const belongs = /^belong/i;

/** "Roe SPV belongs to Roe LP", "The reporting person belongs to": not the shares. */
function isOfCompany({ text, names, named }: HeldNote, verb: number): boolean {
  const end = text.slice(0, verb).trimEnd().length;
  return (
    /\b(?:reporting\s+persons?|he|she|(?:company|corporation|partnership|llc|fund|firm)\s+(?:that|which))$/i.test(
      lettersBefore(text, end, NEAR),
    ) ||
    names.all.some(
      (name) => name.end === end && (name.isVehicle || named.definition(nameKey(name.words)) !== undefined),
    )
  );
}

const trusteeFor = /\b(?:trustees?|custodian)\s+(?:for|of)\s+$/i;
const relativeBefore = pattern("i")`\b ${relativeWords} \s+ (?:(?:also|directly)\s+)? $`;

const untilVerb = /\s*,?\s+(?:(?:that|which|who)\s+)?(?:(?:also|now|directly|currently)\s+)?$/i;
/** "employees who serve as directors must hold": not this insider. */
const openSubject = /\b(?:must|will|shall|may|would|should|employees|partners|members)\s+$/i;

/** "Roe Trust, which holds the shares for the benefit of his sons": the trust is the holder. */
function isOfVehicle({ text, names }: HeldNote, verb: number): boolean {
  const before = lettersBefore(text, verb, CLAUSE);
  const subject = verb - (untilVerb.exec(before)?.[0].length ?? 0);
  return (
    openSubject.test(before) ||
    endsUnnamed.test(lettersBefore(text, subject, NEAR)) ||
    names.all.some(({ isVehicle, end }) => isVehicle && (end === subject || end === subject - 1))
  );
}

/** "The record holder is", "holds the shares through". */
export function holdersInOtherWords(note: HeldNote): FoundHolder[] {
  return [holderIs, holdsThrough].flatMap((pattern) =>
    note.placesOf(pattern).flatMap(({ index, 0: words }) => {
      const before = lettersBefore(note.text, index, CLAUSE);
      const isVehicles = /\b(?:benefit|behalf)\s+of\s+$/i.test(words) && isOfVehicle(note, index);
      // "his wife holds 550 shares as trustee for their son": his wife
      const isTrusteesOwn = trusteeFor.test(words) && relativeBefore.test(before);
      if (isTrusteesOwn && note.holdersAt(index + words.length).every(isRelated)) return [];
      if (/^(?:convert|exerci|exchan)/i.test(words) && mayBe.test(before)) return [];
      const isOther =
        belongs.test(words) &&
        (isOfCompany(note, index) || notYet.test(before) || ofInterest.test(before) || onlyEconomic.test(before));
      return notThen.test(before) ||
        (/^owner/i.test(words) && itsOwner.test(before)) ||
        ofWhose.test(before) ||
        isVehicles ||
        isOther
        ? []
        : note.holdersAt(index + words.length);
    }),
  );
}
