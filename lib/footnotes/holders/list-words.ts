import { matchAt } from "@/lib/footnotes/vocabulary/places-of";
import { pattern } from "@/lib/values/pattern";

/** Words before, between and after the names of a list of holders. */

export const itemLead = pattern("iy")`
  (?:(?:each\s+of\s+)?the\s+following(?:\s+(?:two|three|four|five|six))?(?:\s+(?:entities|funds|persons|holders|partnerships|trusts))?(?:\s+(?:is|are|was|were))?\s*:?\s*)?
  (?:(?:each|either|both|all)\s+of\s+|both\s+(?!(?:entities|funds|partnerships|trusts|companies|vehicles|accounts|foundations|llcs|grats|iras)\b))? (?:\(?(?:[ivx]{1,4}|[a-h]|\d)\)\s*)?
  (?:[\d,]+\s+(?:(?:shares|units)\s+)?(?:(?:are|is)\s+)?(?:held\s+)?(?=by\b|in\b))?
  (?:(?:directly\s+|indirectly\s+|of\s+record\s+)?(?:by|in|through)\s+)? (?:each\s+of\s+)? (?:
    (?:an?|the|his|her|(?:the\s+)?reporting\s+(?:person|owner)['’]s) \s+ (?:individual\s+|separate\s+)?
    accounts?\s+ (?:in|under|within|with) \s+
  )? ["“]?
`;
/** "corporation (Roe & Co., Inc.)" */
export const nounAhead = pattern("iy")`
  (?:(?:an?|his|her|the)\s+)? (?:(?:family|private|wholly[\s-]owned|family-owned|limited|general|liability|revocable|irrevocable|living|charitable)\s+){0,3}
  (?:corporation|company|partnership|trust|foundation|entity|firm|affiliate|vehicle) (?:\s+of\s+(?:the\s+)?reporting\s+person)? \s* \( (?:the\s+)? (?=[^()"“]{3,60}\))
`;
export const insider = pattern("iy")`
  (?:
    (?:(?:the\s+)?(?:issuer|company|corporation|registrant)['’]s\s+)? (?:[\w-]+\s+){0,2}?
      (?:chairman|chairwoman|chair|ceo|(?:vice\s+)?president|officer|founder|treasurer|secretary|counsel) |
    (?:the\s+|such\s+)?(?:issuer|company|corporation|registrant) |
    (?:the\s+|such\s+|each\s+|either\s+|any\s+(?:of\s+the\s+)?|a\s+)? (?:
        reporting\s+(?:persons?|owners?|individuals?) | undersigned | holders? | insider | filer |
        filing\s+persons? | director | grantor | settlor | him(?:self)? |
        her(?:self)?(?=[\s,.;)]*(?:$|[^\w\s]|(?:and|or|as|in|through|via|directly|jointly)\b)) | he | she |
        it(?:self)? | them(?:selves)? | they | me | us | (?:my|one)?self
      )
  ) \b (?!['’]s?\s*\w)
`;
export const betweenItems = pattern("y")`
  \s* (?:,?\s*respectively\s*)? (?:
    [,;]?\s*(?:and\/or|and|or|AND|OR)\s+(?:also\s+)?(?:of\s+(?=(?:the\s+)?[A-Z]))?(?:(?:held|owned)\s+)?(?:(?:directly|indirectly|of\s+record)\s+)? |
    [,;]\s* | &\s+ | \+\s* | (?!See\b)(?=[A-Z(])
  )
`;
/** "(in its capacity as trustee of the Roe Trust)": the trust holds. */
const trusteeInBracket =
  /^\s*\((?:solely\s+)?(?:as|acting\s+as|in\s+(?:his|her|its|their)\s+capacit(?:y|ies)\s+as)\s+(?:the\s+|sole\s+)*(?:co-)?trustees?\s+(?:of|for|under)\s/i;
export const bracketed = /\s*\((?:[^()]|\([^()]*\)){0,260}\)/y;
/** The end of the brackets at a place. Those that say of which trust the holder is trustee name another holder. */
export function behindBrackets(text: string, place: number): number {
  let at = place;
  for (let bracket = matchAt(bracketed, text, at); bracket; bracket = matchAt(bracketed, text, at)) {
    if (trusteeInBracket.test(bracket)) break;
    at += bracket.length;
  }
  return at;
}
export const asTrustee = pattern("iy")`
  \s+TTEES?,?\s+(?:(?:FBO|OF|FOR)\s+)? | \s+(?:ATF|A\/T\/F)\s+ |
  ,?\s*\(? (?:solely\s+)?
    (?:(?:each\s+)?(?:as|acting\s+as|who\s+(?:is|are)|in\s+(?:his|her|its|their)\s+capacit(?:y|ies)\s+as)\s+)?
    (?:(?:the|a|sole|successor|directed|independent|current)\s+)* (?:co-?\s?)?(?:trustees?|executors?|executrix|personal\s+representatives?|administrators?) (?:\s+and\s+(?:settlors?|grantors?|beneficiar(?:y|ies)|founders?))? \s+
    (?:of|for|under|on\s+behalf\s+of|fbo|f\/b\/o) \s+
`;
export const asCustodian = pattern("iy")`
  ,?\s* (?:as\s+)? (?:a\s+|the\s+)? (?:\w?[ug]tma\s+)?(?:custodian|guardian|conservator)(?:\s+under\s+(?:the\s+)?\w{3,6})? \s+
  (?:of|for|on\s+behalf\s+of|fbo|f\/b\/o) \s+ (?:the\s+benefit\s+of\s+)?
`;
export const insideOf = pattern("iy")`
  ,?\s+ (?:directly,?\s+|indirectly,?\s+)? (?:(?:and|or)\s+)?
  (?:
    (?:as|in)\s+(?:an?\s+)?(?:joint\s+tenan\w+|community\s+property|tenan(?:ts?|cy)\s+by\s+(?:the\s+)?entiret(?:y|ies))\s+with |
    (?:through|via)\s+(?:an?|his|her|its|their)\s+(?:[\w.%-]+\s+){0,4}?(?:interests?|ownership|investment|stake|(?:share)?holdings?|membership|participation|equity|position)\s+(?:in|of) | in | through | via | by | for\s+the\s+(?:sole\s+)?(?:benefit|account)\s+of | on\s+behalf\s+of
  ) \s+
`;
/** "the reporting person and his wife, through their trust" */
export const throughBoth = /,?\s+(?:jointly\s+|indirectly\s+)?(?:through|via)\s+/iy;
/** The words before were the subject of another clause. */
export const ownClause = pattern("iy")`
  # "is the general partner", "may be deemed", "as the manager"
  ,?\s* (?:
    is\b | may\b | has\b | acts?\b | serves?\b | disclaims?\b | are\s+(?!(?:also\s+|each\s+|\w+ly\s+)*(?:held|owned|registered|titled|included|reported|the\s+(?:record\s+|direct\s+|registered\s+)?(?:holder|owner)s?)\b) |
    controls?\b | exercises?\b | manages?\b | advises?\b | administers?\b | operates?\b | directs?\b | owns?\s |
    and\s+ (?:the\s+reporting\s+persons?|(?:mr|ms|mrs|dr)\.?\s+\w+) \s+ (?:(?:each|both)\s+)? (?:disclaims?|may|are|shares?|have|serves?|controls?) \b |
    was\s+(?:formed|organi[sz]ed|established|created|appointed) | will\b | makes?\s | shares?\s+(?:voting|invest|disposit|beneficial) |
    holds?\s | had\s |
    (?:as|in\s+its\s+capacity\s+as)\s+(?:the\s+|its\s+|their\s+)?(?:sole\s+)?(?:general|managing|manager|investment) |
    ,?\s* (?<!\.\s{1,3}) (?:as\s+)?the\s+ (?:sole\s+)?
      (?:general\s+partner|managing\s+member|manager|investment\s+(?:adviser|advisor|manager)) (?!\s+of\s+(?:which|each|both|these|those|such)\b)
  )
`;
/** "and indirectly by Roe GP LLC as its general partner", "and Roe Advisors LLC, its investment manager" */
export const asManager = pattern("iy")`
  (?:,?\s* (?:as|in\s+its\s+capacity\s+as) \s+ (?:its|the|their)|,\s+(?:its|their)) \s+ (?:sole\s+)?
  (?:general\s+partner|managing\s+(?:general\s+partner|member)|manager|investment\s+(?:adviser|advisor|manager))
`;

const NUMERALS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/** "two entities, Roe LLC and Doe LLC": the list that follows says which. */
export const countedAhead = pattern("y")`
  (?:the\s+)? (?:${NUMERALS}) \s+ (?:[\w-]+\s+){0,3}? (?:entities|funds|partnerships|companies|vehicles|trusts|foundations|corporations|LLCs|GRATs) (?:\s*[,:] | \s+(?:that|which|wholly|jointly|each|all|of|for|owned|controlled|managed)\s[^:;.,]{3,80}:) \s+ (?=(?:the\s+|The\s+)?[A-Z\d])
`;
/** How many they are. */
export const numberAhead = (words: string): number =>
  NUMERALS.findIndex((numeral) => new RegExp(`^(?:the\\s+)?${numeral}\\s`).test(words)) + 2;

/** "the Roe Trust, Jane Roe as Trustee at Roe Bank" */
export const isTrustee = /,?\s+(?:(?:as|the|sole)\s+)*(?:co-)?trustees?\b/iy;

/** "the Roe Plan's trustee" */
export const itsTrustee =
  /\s+(?:(?:sole|independent|corporate|directed|successor)\s+)?(?:co-)?(?:trustees?|custodian|executors?|executrix|nominee|administrator|personal representative)(?=\s*(?:[.,;)]|$|\s(?:in|on|at|with|for|and|for)\b))/iy;

/** "and certain other funds": a class behind the names */
export const andOthers = pattern()`
  ,?\s+ and\s+ (?:(?:by\s+)?(?:certain|various|other|several|one\s+or\s+more|additional)\s+){1,2} (?:(?:additional|affiliated|related|separately|separate|managed|private|investment|advisory|client|such|institutional|pooled)\s+){0,3}
  (?:funds?|accounts?|entities|partnerships|vehicles|clients|investors|persons|stockholders|shareholders|affiliates) (?:\s+(?:(?:that|which)\s+(?:are|is)\s+)?(?:managed|advised|controlled|affiliated)\s[^,;.]{2,60})?
`;

/** Whether a sentence with a verb of its own begins. */
export const saysMore =
  /^(?:(?:Each|Both|All)\s+of\s+)?(?:[^.;]|\.(?!\s+[A-Z][a-z]+\s+(?:is|are|may|was|has)\b|\s*$)){3,180}?\b(?:may|is|are|was|were|has|have|had|disclaims?|acts?\s+as|serves?\s+as|controls?|manages?|shares?\s+(?:voting|beneficial)|does|do)\b/;

export const estateOf = /(?:the\s+)?estate\s+of\s+(?:the\s+late\s+)?(?=\p{Lu})/uy;
/** "two trusts f/b/o Jane Roe" */
export const forSomebody = /^,?\s+(?:fbo|f\/b\/o)\s/i;
/** ", in her account" */
export const inOwnAccount = /^,\s+in\s+(?:his|her|their)\s/i;
/** "his wife, Jane Roe" */
export const namedRelative = /,?\s+(?=\p{Lu}\p{L}+\s+(?:\p{Lu}\.?\s+)?\p{Lu})/uy;
/** "his wife, Dr. Jane Roe" */
export const titledRelative = /,?\s+(?=(?:Mr|Mrs|Ms|Dr)\.?\s+\p{Lu})/uy;
/** "Jane Roe, the reporting person's spouse" */
export const relativeAfter = pattern("iy")`
  ,?\s*\(? (?:who\s+is\s+)? (?:the\s+)?
    (?:(?:reporting\s+(?:person|owner)|insider|holder|(?:mr|mrs|ms|dr)\.?\s+\w+)['’\x60]s|his|her) \s+ |
  ,?\s*\(? (?:who\s+is\s+)? (?:(?:the|an?)\s+)? (?:(?:minor|adult|late|former)\s+)? (?=
      (?:spouse|wife|husband|son|daughter|child|children|mother|father|brother|sister|parent)s?\s+of\s+
      (?:the\s+)?reporting
    ) |
  # ", a beneficiary of the trust and the sister of the reporting person"
  ,\s+ an?\s+ (?:[\w-]+\s+){0,2}? beneficiary (?:\s+of\s+(?:the|that|such)\s+\w+)? \s+and\s+ (?:the\s+)? (?=
      (?:spouse|wife|husband|son|daughter|child|children|mother|father|brother|sister|parent)s?\s+of\s+ (?:the\s+)?reporting
    ) |
  \s*\(\s*(?:(?:my|his|her)\s+)?(?=(?:spouse|wife|husband|son|daughter|child|mother|father|brother|sister)\s*\))
`;

/** ", Karl Roe's wife" */
export const someonesNext = /,\s+(?=(?:\p{Lu}[\p{L}.]*\s+){0,3}\p{Lu}\p{L}+['’]s\s)/uy;
export const noPerson = /^(?:mr|mrs|ms|dr)\b|\b(?:stock|award|option|shares|common|class|account|units?)\b/;
export const beforeNames =
  /\s*:\s*|,?\s+(?:of|for)\s+which\s[^:;.,]{3,80}:\s*|,?\s+(?:of|for)\s+which\s[^:;.,]{3,80},\s+(?:the\s+)?(?=\p{Lu}[^,;]{3,80}(?:[.;]|$))|,?\s+(?:namely|named|called|known\s+as|entitled|styled|consisting\s+of)\s*:?\s+(?:the\s+)?(?=\p{Lu}|\d)|\s+(?=\p{Lu}\p{L}+\s)|,\s+(?:the\s+)?(?=\p{Lu})/uy;
/** "held in trust for the benefit of his children by the Roe Children's Trust" */
export const byTrust =
  /(?<=\b(?:[Hh]eld|[Oo]wned)\s+(?:\w+\s+){0,2}?in\s+trust\s[^.;,]{0,120}),?\s+(?:by|under|through|pursuant\s+to)\s+(?:the\s+(?:terms\s+of\s+the\s+)?)?(?=\p{Lu}|\d)/uy;
export const asParent =
  /,?\s+(?:as\s+)?(?:the|its)\s+(?:sole\s+|general\s+|managing\s+)*(?:members?|partners?|managers?|parent|owner|stockholder|shareholder)\b/iy;
export const lastOfList = pattern("iuy")`
  ,?\s+and\s+ (?:by\s+)? (?=(?:the\s+|an?\s+|his\s+|her\s+)?[\p{L}\d])
  # "Roe LP, a private fund, and may be deemed": no further holder
  # "Roe Associates, a family partnership, and 500 shares owned by": the next part
  (?! \d[\d,]*\s+(?:shares|units)\b )
  (?! (?:is|are|was|were|may|might|has|have|had|will|would|can|each|both|all|as|in|to|of|which|that|disclaims?|therefore|accordingly|also|he|she|it|they)\b )
`;
export const andUnnamed = /,?\s+and\s+(?=(?:an?|his|her|their|the\s+reporting)\s)/iy;
export const goesOn = /\s*(?:,|,?\s+and|\s+&)\s+(?:the\s+)?(?=\p{Lu})/uy;

/** "Roe Fund I, L.P. - 4,000 shares;" */
export const countAfter = /\s*[-–—:]\s*[\d,]{2,}(?:\s+(?:shares|units))?(?=\s*(?:[;,]|and\b|\.?$))/y;
/** "Roe Corp.'s wholly owned …": not Roe Corp. itself. */
export const possessor = /['’]s?$/;

/** Names begin with a capital, or contain a digit: "a16z". */
export const mayBeginName = /^(?:\p{Lu}|\d|[a-z]+\d|[a-z]{1,2}\p{Lu})/u;

/** "the sponsor, Roe LLC", "its wholly owned subsidiary Roe Ltd.", "the trustee of the Roe Trust" */
export const roleBefore = pattern("iuy")`
  (?:the|an?|its|his|her|their|our|my|(?:\p{Lu}[\w.&-]*\s+){0,6}\p{Lu}[\w.&-]*['’]s?) \s+
    (?:(?!and\b|or\b|of\b|by\b|in\b)[\w'’-]+\s+){0,3}? (?:
      sponsor | purchaser | buyer | seller | transferee | nominee | affiliate | subsidiary |
      (?:record|registered)\s+(?:holder|owner) |
      (?:side|parallel|feeder|annex|master|companion|sister)\s+(?:fund|partnership|vehicle) | employer |
      custodian | (?:parent|affiliated|sister|holding|subsidiary|related|investment)(?:\s+(?:company|corporation|entity|fund|partnership|trust)) | parent | (?:stock|share)holder | investor | general\s+partner\s+of\s+the\s+(?:issuer|company|partnership)
    ) ,?\s+ (?=\p{Lu}|\d) |
  # "the reporting person's company, Roe Inc."
  (?:an?|his|her|their|(?:the\s+)?reporting\s+(?:person|owner)['’]s|m[rs]s?\.\s+\w+['’]s) \s+ (?:(?!and\b|or\b|of\b|by\b|in\b)[\w'’-]+\s+){0,4}? (?:company|corporation|partnership|business|firm|entity|vehicle|foundation|fund|llc) \s*,?\s+ (?=\p{Lu}|\d) |
  # "the successor trustee of the Roe Trust"
  (?:the\s+)? (?:(?:sole|successor|independent|corporate)\s+)? (?:co-\s?)?(?:trustees?|(?:executors?|executrix|administrators?)(?!\s+of\s+the\s+estate\s+of\s+(?:the|an?)\s+(?!reporting)))\s+ (?:of|for) \s+
    (?=(?:the\s+)?\p{Lu}|a\s|an\s|his\s|her\s)
`;

export const insidersOwn = /^(?:his|her|their|(?:the\s+)?reporting\s+(?:person|owner)['’]s)\s/i;
export const ownedBy = /\b(?:owned|controlled)\b/i;
export const andAnother = /^\s*,?\s*(?:and|or|&)\s/i;
/** A name and a description mean one holder only if both match one of these. */
const SAME_KIND = [
  /\btrusts?\b/,
  /\bfoundations?\b/,
  pattern()`
    \b (?:
      llc | l\.?l\.?c\.? | inc | corp | ltd | l\.?p | flp | company | corporation | partnership | entity | vehicle | holdings |
      partners | ab | ag | aps | asa? | bv | gmbh | nv | oyj? | plc | sas? | se | spa | srl
    ) \b
  `,
];

export const isSameKind = (head: string, name: string): boolean =>
  SAME_KIND.some((kind) => kind.test(head) && kind.test(name));

/** Whether a name says what its holder is. "Roe Associates" may be a partnership, a company or anything else. */
export const showsKind = (name: string): boolean =>
  SAME_KIND.some((kind) => kind.test(name)) ||
  /\b(?:plan|401|iras?|k?esops?|grats?|estate|funds?|accounts?)\b/.test(name);
