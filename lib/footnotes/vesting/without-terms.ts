import { CLAUSE, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";

/** Words around "vest" that state no terms: of what the report leaves out, of what has vested so far, of others. */

/** "This Form 4 does not report 3,000 RSUs that vest on" */
export const leftOut = pattern("i")`
  \b (?:exclud(?:es?|ing)|leaves?\s+out|omit(?:s|ting)) \b (?![^;.]*\b(?:and|but)\s+(?:also\s+)?includ(?:es?|ing)\b) |
  ^\W* (?:does\s+not\s+(?:include|reflect|cover)|not\s+(?:included|reported|counted|shown)) \b (?![^.;]*,\s(?:but|and)\b) |
  \b (?:form|report|filing|numbers?|amounts?|totals?|balance|figure|table|column|line) \b [^.;,]{0,${NEAR}}
    \b (?:does|do|did) \s+ not \s+ (?:report|include|reflect|show|cover) \b (?![^.;]*,\s)
`;
/** "41,250 of the shares have vested and 13,750 have not": counts, and no terms. */
export const othersNot = pattern("i")`
  ^\s* ,?\s+ (?:and|but|while) \s+ (?:[^;.,]|,(?=\d)){1,${CLAUSE}}? \s (?:has|have|had|is|are|was|were) \s+ not (?:\s+yet)? (?:\s+(?:vested|done\s+so))? \s* (?:[.;,]|$)
`;
/** "other participants whose units vested on the same day" */
export const ofOthers = pattern("i")`
  \b (?:participants?|employees?|holders?|executives?|officers?|directors?|individuals?|persons?|people|others|those|members?|insiders?|colleagues|grantees?|recipients?)
  (?<!\breporting\s\w+) \b [^;.,]{0,${NEAR}}? \b whose \s+ (?:[\w-]+\s+){1,5} $
`;

/** "vested as to 41,250 shares and is unvested as to the rest": what has vested so far. */
export const restUnvested = pattern("i")`
  ^ (?:[^.;]|[.,](?=\d)){0,${CLAUSE}}? \b (?:and|but|while) \s+ (?:[^.;]|[.,](?=\d)){0,${NEAR}}? \b unvested \b
`;
/** "The number of units that vested depended on the return over three years" */
export const numberThat = /\bnumber\s+of\s+[^.;]{2,60}?\s(?:that|which)\s+$/i;
/** "vested in the number determined by the total shareholder return": how many, and not when. */
export const inNumber =
  /^\s+in\s+(?:the|a)\s+(?:number|amount|proportion|percentage)\s+(?:\w+\s+){0,3}?(?:determined|calculated|fixed)\b/i;
/** "No units vested on that date" */
export const noneOf = /(?:^|[.;]\s+)\W*no\s+(?:[\w-]+\s+){1,3}$/i;
/** "vested RSUs", "vested LTIP units": what has vested, and not when. */
export const vestedThings = pattern("i")`
  ^\s* (?:
    and\s+(?:unvested|non-?vested|deferred|settled|issued|released|paid|delivered) | or\s+unvested | rsus? |
    units? | shares? | options? | restricted | stock | portion | awards? | amounts? | interest | psus? | deferred | balance | performance | prsus? | \(but |
    (?:(?:ltip|op|llc|common|ordinary|(?:class|series)\s+[\w-]+|phantom|profits?|incentive|partnership|holdings?|time-based|employee|company|sign-on|equity)\s+){1,3}
      (?:units?|shares?|stock|options?|interests?|awards?|rsus?|warrants?) |
    in\s+(?:the|its|his|her)\s+(?:(?:co-)?trustees?|committee|board|issuer|company|general\s+partner|manager)s?
  ) \b
`;

/** "Vested profits interest units may be converted": which units, and not that they vest. */
const beginsSubject = /(?:^|[.;]\s+)\W*(?:(?:the|any|all|each|such)\s+)?$/i;
const areDealtWith = pattern("i")`
  ^\s+ (?:(?!(?:on|in|over|at|as|upon|when|if)\b)[\w-]+\s+){0,4}? (?:units?|shares?|options?|awards?|interests?|warrants?) \b [^.;]{0,${CLAUSE}}? \b (?:may|can|could|will|shall|are|is) \s+ (?:then\s+)? (?:be\s+)? (?:convert|redeem|exchang|settle|paid|payable|deliver|exercis)
`;

export const namesUnits = (before: string, after: string): boolean =>
  beginsSubject.test(before) && areDealtWith.test(after);

/** "690,000 options that are vested and immediately exercisable and 485,000 that have not yet vested": how many have vested. */
export const countOf = pattern("i")`
  \d [^;.]{0,${NEAR}}? \b (?:that|which) \s+ (?:are|were) \s+ (?:\w+\s+)? (?:vested\s+and\s+)? (?:\w+\s+)? $
`;
/** "a plan to sell shares vesting on May 1", "provides for sales of shares that vest": what a plan is about. */
export const toBeSold = pattern("i")`
  \b plan \b [^;.]{0,${CLAUSE}}? \b (?:to\s+sell|(?:for|of)\s+(?:the\s+)?(?:future\s+)?sales?\s+of) \s+ (?:[\w,-]+\s+){0,4}? (?:shares?|stock|units|rsus|psus|them) \s+ (?:(?:that|which|as\s+they)\s+(?:will\s+|may\s+)?)? $
`;

/** Not the holder's own terms: a lock-up ends for all holders at once. */
export const lockUp =
  /\brestrictions?\s+on\s+(?:trading|dealing)|\block(?:ed)?[-\s]?up\b|\bmarket\s+stand-?off\b|\bunderwriters?\b/i;

/** "(i) 440 shares, of which 300 are vested, (ii) 900 units, 700 of which are vested": counts in a list. */
const someOfWhich =
  /\b(?:of\s+which\s+\d[\d,]*|\d[\d,]*\s+of\s+which)\s+(?:are|were|is|have)\s+(?:been\s+|already\s+)?$/i;
export const isCountIn = (before: string, after: string): boolean =>
  someOfWhich.test(before) && /^\s*[,;]?\s*(?:(?:and\s+)?\([ivx]{1,4}\)|$)/i.test(after);

/** "Vesting of the units on May 1 was previously reported": on another form. */
export const wasReported = pattern("i")`
  ^\s+of\s (?:[^.;]|\.(?=\s\d)){0,${CLAUSE}}? \b (?:was|were|has\s+been|have\s+been) \s+ (?:(?:previously|already|earlier)\s+)? reported \b
`;

/** "Options that had vested were exercised on May 1" */
export const wereUsed =
  /^\s+(?:on\s+(?:that|such)\s+(?:date|day)\s+)?(?:was|were|are|is)\s+(?:then\s+)?(?:exercised|sold|settled|converted|exchanged|assumed)\b/i;

/** "400 shares subject to time-based vesting and 900 shares subject to": another part. */
export const nextCount = /\s(?:and|plus)\s+[\d,]+\s+(?:[\w-]+\s+){0,4}?(?:shares|units|options|rsus|psus)\b/i;
/** "the vesting date of March 3 was a holiday, so vesting occurred on the day before" */
export const notThatDay =
  /\bvest(?:ing)?\s+date\b[^.;]{0,80}?\b(?:was|is|fell\s+on|falls\s+on)\s+an?\s[^.;]{3,40}?,?\s+so\s+(?:that\s+)?(?:the\s+)?vesting\s+(?:occurred|took\s+place|was)\b/i;
/** "the taxes of the shares vested on May 6" */
export const ofThoseVested =
  /\b(?:of|on|for|from)\s+(?:(?:the|these|those|such|his|her)\s+)?(?:[\w-]+\s+){0,2}?(?:shares|stock|units|rsus|psus|options|awards?)\s+$/i;
/** "disclaims beneficial ownership of the options that vest after May 6": of a part. */
export const disclaimed =
  /\bdisclaims?\b(?:[^.;]|\.\d){0,200}\bownership\s+of\s(?:[^.;]|\.\d){0,160}\b(?:that|which)\s+(?:(?:have|has|had|are|were)\s+)?$/i;
/** "The holder may, at any time after May 6, 2024, exercise the warrant" */
export const mayExercise = /\bmay(?:,\s[^.;]{3,120},|\s+first)?\s+$/i;

/** "was to vest on May 1 but was forfeited" */
export const wasTo =
  /\b(?:was|were|had\s+been|would\s+have)\s+(?:(?:scheduled|due|expected|supposed|set)\s+)?(?:to\s+(?:have\s+)?)?$/i;
/** "Had the goal been met, 15,000 units would have vested" */
export const unmet = /(?:^|[.;]\s+)\W*(?:had|if\b[^.;]*\bhad)\b[^.;]*\bwould\s+have\s+$/i;
export const wasLost =
  /\b(?:(?:but|and)\s+(?:(?:was|were|has\s+been|have\s+been)\s+)?|(?<!\b(?:others|rest|remainder|balance)\s)(?:was|were|has\s+been|have\s+been)\s+)(?:\w+\s+)?(?:forfeited|cancel?led|surrendered|lost)\b/i;
/** "Shares will be delivered, to the extent vested, on May 1": not a day of vesting. */
export const toTheExtent = /\bto\s+the\s+extent\s+(?:then\s+|so\s+|they\s+(?:are|have)\s+)?$/i;

/** "25,000 of the options were vested as of": a count. */
export const someOf =
  /\d[\d,]*\s+of\s+(?:(?:the|these|such|those)\s+)?(?:\w+\s+){0,3}(?:are|were|is|was|had|have|has)\s+(?:been\s+)?$/i;

/** "Only after stockholders approve the plan will these options be exercisable" */
export const onlyThen = /^\W*only\s+(?:after|when|if|once|upon)\b/i;
