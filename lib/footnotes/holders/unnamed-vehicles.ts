import { relation, relativeWords } from "@/lib/footnotes/vocabulary/relatives";
import { pattern } from "@/lib/values/pattern";

/** An unnamed holder: "his spouse", "a trust for the benefit of the reporting person's children". */
export type UnnamedVehicle = {
  start: number;
  end: number;
  /** Without an article. */
  nameStart: number;
  /** The end, without the words that name the beneficiary. */
  headEnd: number;
  /** The noun that says what it is, in lower case. */
  head: string;
  relation: "spouse" | "child" | "family" | null;
  /** "the trust", "such entities": refers to one that the note may have named. */
  isReference: boolean;
  isPlural: boolean;
  /** "those three entities", "both funds": how many it refers to. */
  count: number | null;
};

/** The patterns of a text, one per word, with "_" for white space, longest first. */
const oneOf = (patterns: string): readonly string[] =>
  patterns
    .split(/\s+/)
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map((pattern) => pattern.replaceAll("_", " "));

const article = pattern()`(?:the|an?|such|this|that|these|those|each\s+of\s+the|each|both) \s+`;
const pronoun = pattern()`(?:his\s+or\s+her|his|her|its|their|my|our) \s+`;
const number = pattern()`(?:certain|various|several|separate|one|two|three|four|five|six|seven|eight|nine|ten) \s+`;
const possessor = pattern()`
  (?:(?!(?:and|or|by|in|of|for|the|an?|such|this|that|to|from|with)\b)[\w.&'’-]+\s+){0,3} (?!(?:and|or)\b)
  [\w.-]+['’\x60]s?\s+
`;
const QUALITIES = oneOf(String.raw`
  family living revocable irrevocable revokable grantor retained annuity charitable remainder remainderman lead
  testamentary marital qualified residence insurance life exempt gst spousal lifetime access dynasty blind voting
  separate property community estate planning investment private limited liability general holding (?:wholly|solely|family|partly|partially|\d{1,3}(?:\.\d+)?\s?%)[-_](?:owned|controlled) majority[-_]owned jointly[-_]owned
  controlled affiliated unaffiliated additional exchange self-directed directed rollover roth solo traditional sep simple individual retirement pension
  profit sharing profit-sharing savings employee employees stock ownership defined benefit contribution deferred
  compensation deferral (?:employer|company|issuer)-(?:sponsored|provided|funded|maintained|paid|administered|managed) thrift keogh custodial custodian joint trust minor adult immediate other personal professional
  corporation partnership foreign domestic delaware nevada texas california florida maryland ohio new_york new_jersey wyoming massachusetts dutch swiss german french british
  canadian swedish luxembourg cayman_islands bermuda nonexempt non-exempt investing purpose special irrev rev
  incapacitated disabled younger executive executives directors officers management supplemental \d{1,2}[-_]years?[-_]old eldest oldest youngest elder late deceased former tax-qualified inherited generation-skipping generation
  skipping inter vivos closely held newly formed dependent issuer company employer (?:19|20)\d\d grandfathered non-qualified
  nonqualified 401[-\s]?\(?k\)? real_estate tax-exempt uniform_(?:gifts|transfers)_to_minors_act non-?profit not-for-profit philanthropic separately managed discretionary
  (?:spouse|wife|husband|child|children|grandchildren|minor_children)['’]s
`);
const quality = pattern()`${QUALITIES} ,?\s+ (?:and\s+)?`;
/** Any word may describe a trust: "rabbi", "bypass". */
const anyWord = pattern()`
  (?!
    (?:
      and | or | of | in | by | for | to | with | from | over | at | under | into | the | an? | is | are | was | were | which | that | who |
      whose | shares? | stock | securities | held | owned | as
    ) \b
  ) [a-z][\w'’-]*\s+
`;
const vehicle = oneOf(String.raw`
  (?:uni)?trusts? (?:(?:sep|simple|roth|rollover)-)?iras?(?:_accounts?)? i\.r\.a\. grats? crats? cruts? qprts? ilits? esops?(?:_accounts?)?
  foundations? funds? llcs? estates? partnerships? corporations? compan(?:y|ies) keogh(?:_(?:plan|account))?
  plans?_and_trust plans? accounts? entit(?:y|ies) organi[sz]ations? 529_(?:college_savings_)?(?:plans?_accounts?|plans?|accounts?) pension_schemes? vehicles? family_offices? flp slats? utma ugma endowment limited_liability_compan(?:y|ies) investment_clubs?
  iras?_accounts? (?:utma|ugma)_accounts? 401[-\s]?\(?k\)?(?:_(?:\w+_){0,3}(?:plan|account))? ksops?
`);
const relative = [...relativeWords].sort((a, b) => b.length - a.length);
const ofInsider = pattern()`\s+of\s+ (?:the\s+)? (?:reporting\s+(?:person|owner)|insider|holder)`;
const whose = pattern()`(?:${article}|${pronoun})? (?:${number})? (?:${possessor})? (?:${number})?`;
/** "an account for his benefit" */
const ownBenefit = /benefit$/i;
const members = pattern()`(?:immediate\s+)? (?:family\s+)?members\s+of\s+ ${whose} (?:immediate\s+)? (?:family|household)`;
const beneficiary = pattern()`
  (?:(?:one|two|three|each|all|some)\s+(?:or\s+more\s+)?of\s+)? ${whose} (?:(?:minor|adult|immediate|other|late|deceased|former)\s+)*
  (?:(?:${relative})\b(?!\s+(?:limited|partnerships?|trusts?|llc|foundation|investment|holding|compan|vehicle|fund))${ofInsider}?|${members}|reporting\s+(?:person|owner)(?!['’]s))
`;
const forWhom = pattern()`
  \s+for\s+ (?:(?:the\s+)?reporting\s+(?:person|owner)['’]s|his|her|their) \s+ (?:own\s+|sole\s+)? benefit |
  (?<=\b(?:benefit|pension|retirement|profit[\s-]sharing|savings)\s+plans?)\s+of\s+ (?:(?:the\s+)?reporting\s+(?:person|owner)['’]s|his|her)
    \s+ (?:[\w-]+\s+){0,2}(?:practice|firm|business|employer|company|corporation) \b |
  (?<=\b(?:ira|account)s?)\s+of\s+ ${whose} (?:${relative})\b(?!['’]s?|-) |
  \s*,?\s+ (?:(?:established|created|formed|held)\s+)?
  (?:for\s+(?:the\s+)?(?:sole\s+|exclusive\s+|primary\s+)?benefit\s+of|fbo|f/b/o|for|(?<=\bestate\s+)of) \s+
  ${beneficiary} (?:
    (?:\s*,\s*|\s*,?\s+(?:and|or)\s+) ${beneficiary} (?!\s+(?:is|are|was|has|have|may|serves?|disclaims?)\b)
  ){0,3}
`;
const whole = pattern()`
  (${article}|${pronoun})? (
    (?:${number})? (${possessor})? (?:${number})? ((?:${quality}){0,7}|(?:${anyWord}){1,4}) (?:
      # "family trusts for the benefit of his children"
      (${vehicle})(?![\w'’])(?!\s+(?:agreement|company|stock|shares?|interests?|act|purchase|(?:rabbi\s+)?trusts?)\b)(${forWhom})? |
      # "minor children", "members of his immediate family"
      (?:(${relative})\b(?!['’]s?|-)(?!(?<=\bparents?)\s+of\s+(?!the\s+(?:reporting|insider|holder)|his\b|her\b|m[rs]s?\.)|(?<=\b(?:parent|sister))\s+(?:compan|corporation|entit|fund|partnership))(?:\s+\#?\d{1,2}(?![\w,./]))?|(${members}))(?:${ofInsider})?
    )
  )
`;

const here = new RegExp(whole, "iy");
const onlyQualities = pattern("i")`^ (?:${quality})* $`;
const endsHere = pattern("i")`(?:^|[\s("“]) ${whole} $`;

const numerals = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** Recognised whatever word precedes it. */
const strong = /^(?:(?:uni)?trusts?|foundations?|grats?|(?:\w+-)?iras?)$/;
/** Too little on its own: "the plan", "a company". */
const weak =
  /^(?:compan(?:y|ies)|corporations?|plans?|accounts?|entit(?:y|ies)|organi[sz]ations?|vehicles?|funds?|partnerships?|estates?)$/;
/** "Funds", "certain entities": only a class. */
const isClass = /^(?:funds|accounts|entities|organi[sz]ations|vehicles|companies|corporations)$/;
/** "held by limited partnerships": a class, unless it says how many. */
const isClassUnlessCounted = /^(?:llcs|partnerships|limited liability companies)$/;
const anyCount = pattern("i")`^ (?:(?:${numerals})|\d+) \s`;
/** "various trusts", "several private companies": not whose, nor for whom. */
const someOf = /^(?:certain|various|several)\s+/i;
const noQuality = /^(?:(?:private|investment|limited|liability|affiliated|other)\s+)*$/i;
const ofRetirement = pattern("i")`
  \b (?:
    ira | retirement | pension | 401\(?k\)? | profit[- ]sharing | savings | thrift | keogh | sep |
    stock\s+ownership | utma | ugma | minors\s+act | custod\w+ | separately\s+managed | defined | trust
  ) \b
`;
const excludedPlan = /\b(?:purchase|incentive|reinvestment|compensation|trading|deferral|10b5)/i;

const counted = pattern()`^(${numerals})\s+`;

export const unnamedAt = (text: string, at: number): UnnamedVehicle | null => {
  here.lastIndex = at;
  const match = here.exec(text);
  return match ? unnamed(match, at) : null;
};

/** The one whose last word ends at a place. */
export function unnamedBefore(text: string, end: number): UnnamedVehicle | null {
  let from = Math.max(0, end - 160);
  // "over the account of his mother": if the longer words name nobody, the shorter ones may
  for (let count = 0; count < MOST_STARTS; count++) {
    const match = endsHere.exec(text.slice(from, end));
    if (!match) return null;
    const words = match[0].replace(/^[\s("“]/, "");
    const found = unnamed(match, end - words.length);
    if (found) return count > 0 && notOne.test(text.slice(Math.max(0, found.start - 10), found.start)) ? null : found;
    from = end - words.length + 1;
  }
  return null;
}
const MOST_STARTS = 5;
const notOne = /\b(?:no|any|neither|nor|another|other)\s+$/i;

function unnamed(match: RegExpExecArray, start: number): UnnamedVehicle | null {
  const [all, before = "", name = "", of = "", qualities = "", vehicleWord, benefit, relativeWord, memberWords] = match;
  const said = (vehicleWord ?? relativeWord ?? memberWords ?? "").toLowerCase().replace(/\s+/g, " ");
  const head = /\blimited\s+liability\s+$/i.test(qualities) ? `limited liability ${said}` : said;
  const words = all.replace(/^[\s("“]/, "");
  const isDefinite = /^(?:the|such|this|that|these|those|each|both)\b/i.test(before);
  const plainName = name
    .replace(benefit ?? "", "")
    .trim()
    .toLowerCase();
  const numbered = isDefinite ? counted.exec(plainName)?.[1] : undefined;
  const isPlain = plainName.replace(isDefinite ? counted : "", "") === said;
  const isOwned = `${before}${of}`.trim() !== "";
  if (!onlyQualities.test(qualities) && !(strong.test(head) && isOwned)) return null;
  if (/^family$/.test(head) && !isOwned) return null;
  // "its parent, Roe Inc."
  if (/^parents?$/.test(head) && /^its\b/i.test(before)) return null;
  if (
    (isClass.test(head) || (isClassUnlessCounted.test(head) && !anyCount.test(name))) &&
    of === "" &&
    benefit === undefined &&
    !/^(?:his|her|their|my|the|such|these|those|each|both)\b/i.test(before)
  )
    return null;
  // "various trusts", but not "certain family trusts"
  if (someOf.test(name) && of === "" && benefit === undefined && vehicleWord !== undefined && noQuality.test(qualities))
    return null;
  // "such other entity"
  if (isDefinite && /^(?:other|additional)\s+$/i.test(qualities) && of === "" && vehicleWord !== undefined) return null;
  const isReference = vehicleWord !== undefined && isPlain && isDefinite && benefit === undefined;
  if (vehicleWord !== undefined && weak.test(head) && !isReference) {
    const described =
      (benefit !== undefined && /^estates?$/.test(head)) ||
      // "three accounts for his children", but not "for the accounts of his children"
      (/^accounts$/.test(head) && /^\s+for\b/i.test(benefit ?? "")) ||
      `${of}${qualities}`.trim() !== "" ||
      /^(?:an?|his|her|its|their|my|our)\b/i.test(before);
    if (!described) return null;
    if (
      /^(?:plans?|accounts?)$/.test(head) &&
      (benefit === undefined || ownBenefit.test(benefit)) &&
      !ofRetirement.test(name)
    )
      return null;
    if (excludedPlan.test(name) && !/\b(?:savings|retirement|pension|thrift)\b/i.test(name)) return null;
    if (/^(?:compan|corporation|entit|organi)/.test(head) && of !== "" && qualities === "") return null;
    if (/^(?:its|our)\b/i.test(before) && qualities === "") return null;
  }
  return {
    start,
    end: start + words.length,
    nameStart: start + words.length - name.length,
    headEnd: start + words.length - (benefit?.length ?? 0),
    head,
    relation: vehicleWord !== undefined ? null : memberWords !== undefined ? "family" : relation(head),
    isReference,
    isPlural: /(?:s|ies)$/.test(head) && !/^(?:i\.r\.a\.s?)$/.test(head),
    count: /^both\b/i.test(before) ? 2 : numbered === undefined ? null : numerals.indexOf(numbered) + 2,
  };
}
