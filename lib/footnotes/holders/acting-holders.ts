import { relation, relativeWords } from "@/lib/footnotes/vocabulary/relatives";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { bracketSpans, namesBefore } from "./defined-names";
import type { HeldNote } from "./held-note";
import { active, controlledBy, holderAfter, ofMembership, securitiesNext } from "./holding-words";
import { andOthers } from "./list-words";
import type { FoundHolder } from "./named-holders";
import type { NameInNote } from "./names-in-note";
import { isDescribed, notSubject, prepositional, runBy, unnamedActing } from "./unnamed-acting";
import { unnamedBefore } from "./unnamed-vehicles";

/** ", Roe II, L.P. of 250,000 shares and Roe III, L.P. (owns) 40,000 shares" */
const ownCount = pattern("i")`
  ^\s* (?:\([^()]*\)\s*){0,2} ,?\s*
  (?:(?:of|as\s+to|with\s+respect\s+to|(?:directly\s+)?(?:owns|holds|held|owned|sold|purchased|bought))\s+)?
  [\d,]{2,}\s+ (?:of\s+(?:the|such|these)\s+)? (?:(?:additional|common|ordinary|preferred)\s+)?
  (?:shares|units|warrants|options) \b |
  # "and Roe IV, L.P. 309,402."
  ^\s* (?:\([^()]*\)\s*){0,2} ,?\s* \d{1,3}(?:,\d{3})+ (?=\s*(?:[.;]|$|,?\s+and\s))
`;
const nextInList = /(?:[,;]|\band|,\s*and)\s+(?:the\s+)?$/i;

/** Whether a name is followed by a list of who holds how much. */
const isCounted = (text: string, { start, end }: NameInNote): boolean =>
  nextInList.test(text.slice(Math.max(0, start - 12), start)) && ownCount.test(lettersFrom(text, end, SENTENCE));

const aside = pattern("i")`
  ^ (?:\s*\((?:[^()]|\([^()]*\)){0,260}\)){0,2} (?:\s+and\s+(?:certain\s+(?:of\s+)?)?(?:its|their)\s+(?:respective\s+)?affiliat(?:es|ed\s+(?:investment\s+)?(?:funds|entities|companies|partnerships)) | ${andOthers})?
  (?:,\s+(?:and\s+|but\s+)?not\s[^,;.]{2,${NEAR}},)?
  (?:
    ,\s+(?:${prepositional}|an?\s|the\s+(?:general|managing|sole)\s|whose\s|as\s+(?:an?\s+|the\s+)?nominees?\s|${runBy}\s)[^,;.]{0,${CLAUSE}}, |
    # "Roe LP, through its broker, sold", "Roe LP, on May 1, 2020, bought"
    ,\s+(?:through|on|in|at|pursuant\s+to|under|upon|following|after)\s(?:[^,;.]|,(?=\s+(?:19|20)\d\d\b)|\.(?=\d)|(?<=\b(?:Inc|Corp|Ltd|Co))\.){2,${NEAR}}, |
    # "Roe LLC, the manager of which is Roe Advisors, Inc., acquired"
    ,\s+(?:whose|(?:the|all(?:\s+the)?)\s+[\w\s-]{3,${NEAR}}?\s(?:of|in)\s+which)\s (?:[^,;.]|\.(?=[,\w])|,(?=\s+(?:N\.A\.|L\.?L\.?C|L\.?P\b|Inc|Ltd))){0,${CLAUSE}},
  )?
`;
/** ", the general partner of Roe LP, which holds": it is Roe LP that holds. */
const ofAnother = pattern("i")`
  ^,\s+ (?:the|an?)\s+ (?:sole\s+|only\s+|controlling\s+|investment\s+)?
  (?:(?:general|limited)\s+partner|managing\s+(?:member|partner)|member|(?:share|stock|unit)holder|manager|trustee|parent|advis[eo]r|sponsor) \s+ (?:of|to)\s [^;]*, $
`;
/** "Roe LP, advised by Roe Management LLC, holds": it is Roe LP that holds. */
const afterRunBy = pattern("i")`,\s+ ${runBy} \s+ (?:the\s+)? $`;
const isRelative = /^\s*,?\s*(?:each\s+of\s+)?(?:which|that|who)\b/i;
const lead = pattern("i")`
  ^\s*,?\s* (?:(?:(?:each|both|all)\s+of\s+which|which|that|who)\s*,?\s+)? (?:
    (?:
      each | also | solely | and(?<=ly\s+and) | directly | indirectly | beneficially | in\s+turn | then | currently | now | still | has |
      have | had | together | collectively | subsequently | of\s+record | respectively |
      thereby | thereupon
    ) \s*,?\s+
  )* $
`;
/** "Roe Fund, L.P. is controlled by its general partner and holds": the same subject, unless it acts for somebody else. */
const andThen = pattern("i")`
  ^ \s+ (?:is|are|was|participated|joined) \s (?:(?!\b(?:trustee|custodian|advis[eo]r|manager|partner|member|agent|nominee)s?\s+(?:of|for|to)\b)(?:[^;.]|\.(?!\s+[A-Z]))){3,${CLAUSE}}?
  ,?\s+and\s+ (?:(?:also|directly|now|currently)\s+)* $
`;
/** "purchased, for $0.21 each, a warrant" */
const setApart = pattern("i")`
  ^ \s*,\s+ (?:for|in|on|at|by|from|under|through|pursuant|upon|as|with|without|after|before|following) \s (?:[^;.,]|[.,](?=\d)|,(?=\s+(?:19|20)\d\d\b)){2,${CLAUSE}}? ,\s+ (?!(?:19|20)\d\d\b)
`;
/** "Roe LLC, the sole member of which is the Roe Trust, holds", "Roe Inc., a subsidiary of Roe PLC, bought" */
const inAside = pattern("i")`
  ,\s+ (?: (?:(?:the|an?|all|each|most|both)\s+)? (?:[\w'’-]+\s+){0,6}? (?:of|in)\s+which\s+ (?:is|are|was|belongs?\s+to) | whose\s [^,;.]{2,${NEAR}}? \s (?:is|are|was) | an?\s+(?:[\w-]+\s+){0,3}?(?:subsidiary|affiliate)\s+of | as\s+(?:an?\s+|the\s+)?nominees?\s+(?:of|for) ) \s+ (?:the\s+)? $
`;
/** "A subsidiary of Roe PLC, Roe Nominees Limited, holds" */
const subsidiaryOf = /(?:^|[.;]\s+)An?\s+(?:[\w-]+\s+){0,3}?(?:subsidiary|affiliate)\s+of\s+(?:the\s+)?$/i;
/** "a partner of Roe Management LLC, an affiliate of Roe LP, which owns" */
const affiliateWhich =
  /^(?:\s*\([^()]*\))*,\s+which\s+(?:\w+ly\s+)?(?:holds|owns|purchased|acquired|sold)\s+(?:the|these)\b/i;
const afterAside = /^(?:\s*\([^()]*\))*(?:,\s+N\.A\.)?,/;
/** "Partners of Roe Fund, L.P. received": not the fund. */
const ownersOf =
  /\b(?:partners|members|beneficiaries|owners?|founders?|sellers?|(?:share|stock|unit)holders|employees|investors|clients)\s+(?:of|in)\s+(?:the\s+)?$/i;
/** "The reporting person, a director of Roe Corp., received": not Roe Corp. */
const inRoleOf = pattern("i")`
  ,\s+ (?:who\s+(?:is|was|has\s+been|serves\s+as)\s+)? (?:(?:formerly|currently|previously|as|also)\s+)? (?:(?:an?|the|one\s+of\s+the)\s+)? (?:[\w'’-]+\s+){0,4}?
  (?:director|officer|employee|partner|member|manager|chair\w*|president|executive|consultant|advise?or|(?:stock|share)holder|founder|principal|affiliate|counsel|ceo|cfo)s?
  \s+ (?:of|at|with|in) \s+ (?:the\s+)? $
`;
/** "Shares of the Fund purchased through its plan" */
const sharesOf = /\b(?:shares|units|stock|interests|securities)\s+(?:of|in)\s+(?:the\s+)?$/i;
const wholeCompany = /^\s+(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:issued\s+and\s+)?outstanding\b/i;
/** "is the beneficial owner of less than 1% of the issuer's shares" */
const ofPercentage =
  /^\s+of\s+(?:(?:less|more|greater)\s+than|approximately|about|over|under|nearly|at\s+least)?\s*(?:\d[\d.]*\s*(?:%|percent\b)|(?:\w+[\s-]){1,2}percent\b|one[\s-](?:third|half|quarter|fifth|tenth)\b)/i;
/** "owns all the shares of Roe Cayman Ltd.", "all of the stock of Doe LLC": not the shares of the issuer. */
const allOfOther =
  /^\s+all\s+(?:of\s+)?the\s+(?:(?:capital|voting|share)\s+)?(?:shares|stock|units)\s+(?:of|in)\s+(?!(?:Class|Series|Common|Preferred|Ordinary|Issuer|Company|Capital)\b)[A-Z]/;

/** "He has a 1% interest in the company, and trusts for his children hold the rest": the rest of the interest. */
const restNext = /^\s+(?:the\s+)?(?:rest|balance|remainder)\b/i;
/** "sold 500 shares to the reporting person": those who sold to the insider are no holders. */
const toInsider =
  /^\s+(?!(?:\w+\s+){0,6}(?:and|which)\b)[^.;]{0,60}?\bto\s+(?:the\s+reporting\s+person|him|her)\b(?!['’]|\s+\w+['’])/i;
/** "holds none of the shares" */
/** "owned shares that are no longer reported" */
const noLongerNext = /^\s+(?:\w+\s+){0,3}(?:shares|securities|units)\s+(?:that|which)\s+(?:is|are)\s+no\s+longer\b/i;
const noneNext = /^\s+(?:none|no)\b/i;
const untilVerb = pattern()`
  \s+ (?:(?:has|have|had|also|directly|currently|subsequently|then|beneficially|indirectly)\s+)* $
`;
const insiderBefore = pattern("i")`
  \b
  # but not "children of the reporting person own", "a trust for the benefit of", "a company controlled by the reporting person owns"
  (?:(?<!\b(?:(?:${relativeWords}|benefit)\s+of|${controlledBy})\s+(?:the\s+)?)(?:reporting|filing)\s+(?:persons?|owners?) |
    holders?|issuer|insider|he|she|they|company|registrant|not|to)
  ${untilVerb}
`;
/** "Roe Holding Company": not the issuer. */
const namedCompany = pattern()`
  \b (?!(?:The|This|Our|And|Such)\b) [A-Z][\w&.'’-]* \s+ (?:Company|Corporation)
  ${untilVerb}
`;
/** "On behalf of Roe Fund LP, Roe Advisors LLC sold": not the adviser. */
const actsFor = /(?:^|[.;]\s+)(?:Acting\s+)?on\s+behalf\s+of\s+(?!itself)[^;]{3,160},\s+(?:the\s+)?$/i;
/** "bought through two brokers" */
const marketNext = pattern("i")`
  ^\s+ (?:
    through | on\s+the\s+open | in\s+the\s+open | at\s+prices? | pursuant | under\s+(?:a|the|its)\s | via |
    from\s+the\s+(?:issuer|company) | short
  ) \b
`;
const recordHolder = pattern("i")`
  \b(?:record|registered|legal|direct|sole)\s+(?:(?:and\s+)?\w+\s+)?(?:holder|owner) |
  ,\s+their\s+(?:\w+\s+)?(?:holder|owner) | \bits\s+(?:\w+\s+)?(?:ownership|holdings?)\s+of\s+(?:the|these|such)\b |
  ,\s+(?:(?:which|who)\s+(?:is|was)\s+)?(?:the\s+)?(?:\w+\s+)?(?:holder|owner|purchaser|buyer|acquirer|transferee|recipient|assignee|subscriber|writer)s?\s+of\s+(?:record\s+of\s+)?(?:all\s+(?:of\s+)?)?(?:the|these|such|said|those)\b |
  \bthe\s+(?:holder|owner)s?\s+of\s+(?:record|all|the|these|such|said)\b | \bthe\s+\w+['’]\s+(?:record\s+|direct\s+)?(?:holder|owner)\b | \b(?:in|by|through|to)\s+which\s+(?:the|these|such|all|they)\b
`;

const acronym =
  /^(?!(?:CEO|CFO|COO|IPO|SEC|RSU|PSU|LLC|US|USA|NYSE|ESPP|DRIP)s?$)[A-Z][A-Z0-9&]{1,5}(?:\s(?:[IVX]+|\d+))?$/;

/** "Cinnabar is the record owner of this warrant": a name of one word, if it is the subject. */
const ofRecord = /\b(?:record|registered|legal|direct)\b.*\b(?:holder|owner)/i;
const isSubject = /^\w\s+$/;

/** "Mr. Roe's wife, Jane Roe," */
const relativeBefore = (text: string, start: number): FoundHolder["relation"] =>
  /,\s+$/.test(text.slice(Math.max(0, start - 2), start))
    ? (unnamedBefore(text, text.slice(0, start).trimEnd().length - 1)?.relation ?? null)
    : null;

/** "Jane Roe, his wife," */
const relativeAside = pattern("i")`
  ^,\s+ (?: (?:his|her|(?:the\s+)?reporting\s+person['’]s)\s+(?:(?:minor|adult|late|former)\s+)?(?<relative>${relativeWords}) | (?:the\s+|an?\s+)?(?:(?:minor|adult)\s+)?(?<ofPerson>${relativeWords})\s+of\s+(?:the\s+)?reporting\s+person ) \s*,
`;

const relativeAfter = (rest: string): FoundHolder["relation"] => {
  const { relative, ofPerson } = relativeAside.exec(rest)?.groups ?? {};
  return relation((relative ?? ofPerson ?? "").toLowerCase());
};

/** "as custodian for their daughter under the UTMA": the law, and not who holds. */
const underLaw = /\bcustodian\b[^;.]*\bunder\s+(?:the\s+)?$/i;

/** "shall not be deemed an admission that Roe Advisors LP is the beneficial owner" */
const notAdmitted =
  /\b(?:admission|admits?|admitted|acknowledge\w*|conced\w+|den(?:y|ies)|suggest|imply)\b[^.;]{0,60}\bthat\s+(?:[^;]{0,80}\s)?$/i;

/** "The estate of Jane Roe owns" */
const estateOf = /\bestate\s+of\s+(?:the\s+late\s+)?$/i;

const isLead = (between: string): boolean => lead.test(between) || andThen.test(between);

/** Anyone named before a verb of holding or trading: "Roe Fund, L.P. holds 100 shares". */
export function actingHolders(note: HeldNote): FoundHolder[] {
  const { text } = note;
  const verbs = note.placesOf(active).filter(({ 0: verb, index }) => {
    const behind = text.slice(index + verb.length, index + verb.length + SENTENCE).replace(setApart, " ");
    const isOfSecurities =
      /(?:holder|owner|purchaser|buyer|seller|acquirer)s?$|^(?:made|effected|executed|paid|has|is|are|entered\s+into|wrote|shorted|covered)$/i.test(
        verb,
      ) ||
      securitiesNext.test(behind) ||
      (/^(?:bought|sold|purchased)$/i.test(verb) && marketNext.test(behind));
    const isRestOfInterest = restNext.test(behind) && /\binterests?\b[^.;]*$/i.test(lettersBefore(text, index, CLAUSE));
    return (
      isOfSecurities &&
      !(/^sold$/i.test(verb) && toInsider.test(behind)) &&
      !noneNext.test(behind) &&
      !noLongerNext.test(behind) &&
      !isRestOfInterest &&
      !wholeCompany.test(behind) &&
      !allOfOther.test(behind) &&
      !ofMembership.test(behind) &&
      !ofPercentage.test(behind)
    );
  });
  const others = verbs.filter(({ index }) => {
    const before = lettersBefore(text, index, NEAR);
    return !insiderBefore.test(before) || namedCompany.test(before);
  });
  const isHolder = recordHolder.test(text);
  if (others.length === 0 && !isHolder) return [];
  const { names } = note;
  const { named } = note;
  const brackets = bracketSpans(text);
  const holders: FoundHolder[] = [];
  const wholeList = (last: NameInNote, isOwner = false): FoundHolder[] => {
    const list = namesBefore(names, brackets, last.end);
    return (list.length > 0 ? list : [last]).flatMap((each) => {
      if (each.start !== last.start && subsidiaryOf.test(lettersBefore(text, each.start, NEAR))) return [];
      const name = names.all.find(({ start }) => start === each.start) ?? last;
      const isAcronym = acronym.test(text.slice(name.start, name.end)) && !names.inCapitals;
      return named.resolve(name, isAcronym || (isOwner && list.length <= 1));
    });
  };
  for (const name of names.all) {
    const mayAct =
      isHolder || holders.length > 0 || others.some(({ index }) => index >= name.end && index - name.end < FARTHEST);
    if (!mayAct || brackets.some(([start, end]) => start < name.start && name.end < end)) continue;
    if (isDescribed(text, names.all, name) || underLaw.test(lettersBefore(text, name.start, NEAR))) continue;
    const rest = text.slice(name.end, name.end + 420);
    if (
      afterAside.test(rest) &&
      !holderAfter.test(rest) &&
      !affiliateWhich.test(rest) &&
      inAside.test(lettersBefore(text, name.start, CLAUSE))
    )
      continue;
    const from = (relativeAside.exec(rest) ?? aside.exec(rest))?.[0].length ?? 0;
    const isOfAnother = ofAnother.test(rest.slice(0, from));
    if (isOfAnother && (isRelative.test(rest.slice(from)) || holderAfter.test(rest.slice(from)))) continue;
    if (/^,/.test(rest) && afterRunBy.test(lettersBefore(text, name.start, CLAUSE))) continue;
    if (
      isHolder &&
      (holderAfter.test(rest.slice(from)) || holderAfter.test(rest.replace(/^(?:\s*\([^()]*\)){1,2}/, "")))
    ) {
      holders.push(...wholeList(name));
      continue;
    }
    if (holders.length > 0 && isCounted(text, name) && verbs.some((verb) => isNear(verb.index, name.start))) {
      holders.push(...named.resolve(name, false));
      continue;
    }
    const verb = others.find(({ index }) => index >= name.end + from);
    if (!verb || verb.index - name.end - from > 90 || !isLead(rest.slice(from, verb.index - name.end))) continue;
    const forOthers = actsFor.exec(lettersBefore(text, name.start, SENTENCE))?.[0].length;
    if (forOthers !== undefined) {
      const from = name.start - forOthers;
      const place = from + text.slice(from, name.start).search(/of\s/i) + 3;
      holders.push(...note.holdersAt(place).filter(({ start }) => start < name.start));
      continue;
    }
    if (/owner|holder/i.test(verb[0]) && notAdmitted.test(lettersBefore(text, name.start, CLAUSE))) continue;
    const isOfAny = notSubject.test(text.slice(Math.max(0, name.start - 30), name.start));
    // "Neither Roe LP, which owns the shares, nor its general partner admits"
    if (isOfAny && !(isRelative.test(rest) && /^\s*,/.test(rest))) continue;
    if (ownersOf.test(lettersBefore(text, name.start, NEAR)) && !isRelative.test(rest)) continue;
    if (
      /^(?:purchased|acquired|bought|sold|exchanged|tendered|redeemed|converted|obtained|issued)$/i.test(verb[0]) &&
      sharesOf.test(lettersBefore(text, name.start, NEAR))
    )
      continue;
    if (/^\s*,/.test(rest) && inRoleOf.test(lettersBefore(text, name.start, CLAUSE)) && !isRelative.test(rest))
      continue;
    const relative =
      name.isVehicle || name.words.length < 2 ? null : (relativeBefore(text, name.start) ?? relativeAfter(rest));
    const estate = name.isVehicle ? undefined : estateOf.exec(lettersBefore(text, name.start, NEAR))?.[0].length;
    if (estate !== undefined)
      holders.push({
        start: name.start - estate,
        end: name.end,
        words: ["estate", "of", ...name.words],
        isUnnamed: false,
        relation: null,
      });
    else if (relative) holders.push({ ...name, isUnnamed: false, relation: relative });
    else {
      const isOwner = ofRecord.test(verb[0]) && isSubject.test(text.slice(name.end - 1, verb.index));
      holders.push(...relativesAhead(text, name.start), ...wholeList(name, isOwner));
    }
  }
  for (const verb of others) holders.push(...unnamedActing(note, verb.index));
  return holders;
}

/** "The insider's spouse and the Roe Trust each sold": the relative before "and". */
function relativesAhead(text: string, start: number): FoundHolder[] {
  const and = /,?\s+and\s+(?:the\s+)?$/i.exec(lettersBefore(text, start, NEAR))?.[0];
  const other = and === undefined ? null : unnamedBefore(text, start - and.length);
  return other?.relation && !other.isReference
    ? [{ start: other.nameStart, end: other.end, words: [other.head], isUnnamed: true, relation: other.relation }]
    : [];
}

/** The greatest distance from the end of a name to its verb, across brackets and an aside. */
const FARTHEST = 800;

const isNear = (place: number, later: number): boolean => place < later && later - place < 400;
