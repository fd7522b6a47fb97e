import { isException, isOtherMovement } from "@/lib/footnotes/vocabulary/other-movements";
import { isOfOther } from "@/lib/footnotes/vocabulary/other-objects";
import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, lettersFrom, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { namedBefore } from "./described-holders";
import type { HeldNote } from "./held-note";
import { asJointOwners, securitiesMoved } from "./holding-words";
import type { FoundHolder } from "./named-holders";

const notDone = pattern("i")`
  \b (?:
    any | permitted | may | not | on | restrictions?\s+on | upon | rights?\s+(?:to|of) | restrict(?:s|ed|ing)? | if | unless | prohibit\w* |
    agreed?\s+(?:not\s+)?to | not\s+to | will | shall | must | obligated\s+to | required\s+to | intends?\s+to | certain | subsequent(?:ly)?
  ) \s+ (?:be\s+|have\s+been\s+|such\s+)? $
`;

/** "may in future make gifts to" */
const mayMake =
  /\b(?:may|will|might|could|would|intends?\s+to|plans?\s+to|expects?\s+to)\s+(?:[\w-]+\s+){0,3}?make\s+(?:\w+\s+){0,2}$/i;

/** "may not be sold, pledged or transferred to a family member" */
const notAllowed = pattern("i")`
  \b (?:may|shall|must|can|could|will|would|cannot) \s+ (?:not\s+)? be \s+ (?!deemed|considered) [^.;]{0,${NEAR}} $ |
  \b (?:may|shall|must|can|cannot) \s+ (?:not\s+)? (?:sell|pledge|transfer|assign) \b [^.;]{0,${NEAR}} $
`;
/** "the proceeds were donated to" */
const ofProceeds = /\b(?:proceeds|cash|money)\b[^,.;]{0,40}\b(?:was|were|been|are|is)\s+$/i;
/** The object that is assigned is not a security. */
const onlyInterest = pattern("i")`
  ^\s+ (?:\w+\s+){0,3}? (?:
    (?:economic|pecuniary)\s+interests? | proceeds | cash\b | profits?\b | gains?\b | dividends?\b | fees?\b | compensation\b | salary\b | money\b | funds\b | capital(?!\s+stock) | \$\s?\d | rights?(?!,?\s+title,?\s+and\s+interest\s+in\s+(?:(?:the|these|such|all)\s+)?(?:[\d,]+\s+)?(?:\w+\s+)?(?:shares|securities|units|stock)\b) |
    interests?\s+in\s+(?!(?:the|these|such)\s+(?:shares|securities)) |
    # "66% of his LLC membership interest", "half of her partnership interest"
    (?:(?:of\s+)?(?:his|her|its|their)\s+(?:entire\s+)?(?:[\w-]+\s+){0,2}?)(?:membership|partnership|member|partner|llc)\s+interests? |
    [\d.]+\s*%\s+of\s+(?:his|her|its|their|the)\s+(?:[\w-]+\s+){0,3}?interests?
  ) \b
`;

/** "any shares issued will be transferred to the fund" */
const yetToGo = /\b(?:will|would|shall|must|may)\s+(?:\w+\s+)?be\s+\w+\s*$/i;

const towards = pattern("gi")`
  (?: \b in\s+favor\s+of | \b in(?=\s+trust\s+for\b) | (?<!
    \b (?:
      pursuant | subject | prior | according | respect | due | relating | related | equal | entitled | rights? |
      order | up | entered | attributable | exempt | similar | connection | regard | issuer | successor
    ) \s
  ) \b (?:to|into) ) \s+ (?:
    (?:the\s+)?(?:names?|capital)\s+of\s+ | that\s+of\s+ |
    # "to ownership as tenants by the entirety with his wife"
    (?:(?:joint\s+)?(?:ownership|title|holdings?)\s+|be(?:ing)?\s+(?:held|owned)\s+)?${asJointOwners}\s+with\s+ |
    (?:an?\s+)?(?:joint\s+tenancy|community\s+property|tenancy\s+by\s+(?:the\s+)?entiret(?:y|ies))
      (?:,?\s+with\s+(?:the\s+)?rights?\s+of\s+survivorship)?,?\s+with\s+ |
    (?:an?\s+)?joint\s+(?:(?:names?|accounts?|tenancy|ownership)\s+)?with\s+ |
    indirect\s+(?:(?:beneficial\s+)?ownership\s+)?(?:by|through|in|via)\s+
  )?
  # "to its partners, including the Roe Trust": not a company, which may have given them on, unless it is named as the general partner
  (?:(?:its|the|their)\s+(?:[\w-]+\s+){0,2}?(?:partners|members|beneficiaries|(?:stock|share)holders|investors)(?:\s+(?:on\s+a\s+)?pro\s+rata(?:\s+basis)?)? (?:
    ,?\s+(?:including|one\s+of\s+(?:which|whom)\s+(?:is|was))\s+ (?:
      (?=(?:the\s+reporting\s+person['’]s|his|her)\s|(?:the\s+)?(?:[\w.&'’-]+\s+){1,6}Trust\b|(?:[\w.&'’-]+,?\s+){2,6}?(?:(?:its|the)\s+)general\s+partner\b) |
      its\s+general\s+partner,?\s+
    ) |
    # "to its two members, the reporting person and his brother"
    ,\s+(?:namely,?\s+|being\s+)?(?=(?:the\s+)?reporting\s+person(?:,|\s+and)\s)
  ))?
`;

/** "distributed to the reporting person by Roe Fund, L.P.": the fund gave them away. */
const toInsiderBy = /^(?:the\s+)?(?:reporting\s+(?:person|owner)s?|him|her|them)\s+by\s/i;
/** The fact about the gift already says that it went to a charity. */
const isAnyCharity = ({ isUnnamed, words }: FoundHolder): boolean =>
  isUnnamed === true && /^(?:organi[sz]ations?|endowments?|funds?)$/.test(words.at(-1) ?? "");

/** "awarded his former wife these shares", "gave each of his sons 500 shares": the recipient comes before the object. */
const givenTo = pattern("gi")`\b (?:awarded|gave|gifted|left) \s+ (?=(?:the|an?|his|her|their|each|both)\s|[A-Z])`;
/** "the issuer issued Roe LLC a warrant", "the issuer sold to the Roe Trust a warrant" */
const soldTo = pattern("gi")`
  \b (?:issuer|company|corporation) \s+ (?:also\s+|\w+ly\s+)? (?:issued|granted) \s+ (?:to\s+)? (?!(?:common|class|series|preferred|ordinary|warrants?|shares|units|options?|notes?|stock|a|an|the|restricted|rsus?|psus?)\b) (?=[A-Z][\w.&'’-]*\s) (?![^.;]{0,${NEAR}}\bpromissory\b) |
  \b (?:issuer|company|corporation|registrant) \s+ (?:also\s+|\w+ly\s+)? (?:(?:issued|offered)\s+and\s+)? (?:sold|delivered|allotted|granted) (?:\s+and\s+(?:issued|delivered))? \s+ to \s+ (?=(?:the|an?|his|her|each|both)\s|[A-Z\d])
`;
/** "sold to his son", "sold 4,000 shares to the Roe Family Trust": relatives and vehicles, but no brokers or strangers. */
const soldToOwn = pattern("gi")`
  \b (?<!\b(?:be|may|will|not|any)\s) sold \s+ (?:(?:these|the|all|[\d,]+)\s+(?:of\s+(?:the|these|his|her)\s+)?(?:\w+\s+)?(?:shares|units|warrants)\s+(?:of\s+(?:[\w'’]+\s+){1,4})?)? to \s+ (?=(?:the|an?|his|her|each|both)\s|[A-Z\d])
`;
const ownBuyer = /^(?:trusts?|grats?|esops?|plan|foundation|estate|ira)$/;
const sharesNext = pattern(
  "i",
)`^,?\s+ (?:(?:these|the|those|all|half|of|his|her|its|each|an?|about)\s+)* (?:[\d,]+\s+)? (?:[\w-]+\s+){0,2}? (?:shares?|stock|units?|options?|securities|warrants?|notes?|debentures?) \b`;
/** "settled the Roe Trust in 2019 with these shares" */
const madeWith = pattern(
  "gi",
)`\b (?:settled|endowed|funded) \s+ (?=(?:the|an?|his|her)\s[^.;]{3,${CLAUSE}}\bwith\s+(?:(?:these|the|all)\s+)?(?:[\d,]+\s+)?(?:[\w-]+\s+){0,2}?(?:shares|stock|units)\b)`;

/** "Grant to the reporting person's spouse" */
const grantTo =
  /(?:^|[.;]\s+)\W*(?:(?:Represents|Reflects)\s+(?:an?\s+|the\s+)?)?(?:grant(?:ed)?|award(?:ed)?|issuance|delivery|release)s?\s+(?:of\s+[^.;,]{2,60}?\s)?(?<!\b(?:pursuant|subject|due|according|prior|equal)\s)to\s+/gi;

function directHolders(note: HeldNote): FoundHolder[] {
  const given = [...note.placesOf(givenTo), ...note.placesOf(soldTo)].flatMap(({ index, 0: words }) => {
    const list = note.lists.listAt(index + words.length, { allowShort: false });
    return list && sharesNext.test(lettersFrom(note.text, list.end, NEAR)) ? list.holders : [];
  });
  const sold = note
    .placesOf(soldToOwn)
    .flatMap(({ index, 0: words }) => note.holdersAt(index + words.length, { allowShort: false }))
    .filter(
      ({ relation, isUnnamed, words }) => relation !== null || isUnnamed || words.some((word) => ownBuyer.test(word)),
    );
  const made = note
    .placesOf(madeWith)
    .flatMap(({ index, 0: words }) => note.holdersAt(index + words.length, { allowShort: false }));
  return [...given, ...sold, ...made];
}

/** "The right to vote the shares was given to" */
const ofPower =
  /\b(?:rights?|powers?|prox(?:y|ies)|authority|control|liens?|loans?)\b[^.;,]{0,40}\b(?:was|were|has\s+been|have\s+been|is)\s+(?:\w+ly\s+)?$/i;

const onlyFirst = /^(?:allotted|granted|awarded|left|bequeathed|devised|credited)/i;

/** The greatest distance of a condition from the movement. */
const FARTHEST = 320;

/** "transferred to the Roe Trust" */
export function receivingHolders(note: HeldNote): FoundHolder[] {
  const { text } = note;
  const moved = note.placesOf(securitiesMoved).flatMap((match) => {
    const start = match.index + match[0].length;
    const before = lettersBefore(text, match.index, NEAR);
    const beforeIt = text.slice(Math.max(0, match.index - FARTHEST), match.index);
    if (isOtherMovement(beforeIt, text.slice(start))) return [];
    if (isException(beforeIt, match[0])) return [];
    if (notAllowed.test(before) || mayMake.test(before) || ofProceeds.test(before)) return [];
    if (ofPower.test(before)) return [];
    if (isOfOther(text.slice(start, start + CLAUSE))) return [];
    if (notDone.test(before) || /\binterests?\s+(?:was|were|is|are|has\s+been)\s+$/i.test(before)) return [];
    const rest = note.restOfSentence(start);
    const found: FoundHolder[] = [];
    for (const [count, to] of [...placesOf(rest, towards, ALL)].entries()) {
      // "granted to the reporting person, who has assigned his interest to"
      if (count > 0 && onlyFirst.test(match[0])) break;
      if (found.length > 0 && !/\b(?:shares|\d[\d,]*)\s+$/i.test(rest.slice(0, to.index))) continue;
      if (onlyInterest.test(rest.slice(0, to.index)) || yetToGo.test(rest.slice(0, to.index))) continue;
      const place = start + to.index + to[0].length;
      if (toInsiderBy.test(lettersFrom(text, place, NEAR))) continue;
      if (/^it\b(?!['’])/i.test(lettersFrom(text, place, NEAR))) found.push(...namedBefore(note, match.index));
      found.push(...note.holdersAt(place, { allowShort: false }).filter((holder) => !isAnyCharity(holder)));
    }
    return found;
  });
  const granted = note
    .placesOf(grantTo)
    .flatMap(({ index, 0: words }) => note.holdersAt(index + words.length, { allowShort: false }));
  return [...moved, ...granted, ...directHolders(note)];
}
