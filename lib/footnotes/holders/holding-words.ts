import { relativeWords } from "@/lib/footnotes/vocabulary/relatives";
import { CLAUSE, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";

/**
 * Words before or after which a note may name those who hold or traded. The names themselves decide: "held by the reporting
 * person" and "held in escrow" do not name holders.
 */

const adverbs = pattern()`
  (?:
    \s{0,4},?\s{1,12} (?:
      and | or | directly | indirectly | beneficially | solely | of\s+record | record | legally | currently |
      also | only | each | primarily | collectively | in\s+the\s+aggregate | in\s+each\s+case | respectively |
      jointly | since\s+(?:the\s+)?[\w\s-]{3,30}?(?=\s+by\b) | in\s+joint\s+tenancy(?=\s+by\b) | personally | nominally | in\s+(?:street\s+name|custody|book[\s-]entry(?:\s+form)?|certificated\s+form)(?=\s+(?:by|through)\b) | in\s+trust(?=\s+(?:by|under|through)\b) | in\s+(?:escrow|nominee\s+name|a\s+fiduciary\s+capacity|safekeeping|street\s+name|custody)(?=\s+(?:for|on)\b) |
      in\s+(?:an?|the|their)\s+(?:brokerage|securities|margin|custody)\s+account(?=\s+jointly\b) | for\s+his\s+benefit | for\s+her\s+benefit | for\s+(?:the\s+reporting\s+person|him|her)(?:['’]s\s+(?:benefit|account))?(?=\s+by\b) | for\s+the\s+(?:sole\s+)?(?:benefit|account)\s+of\s+the\s+reporting\s+person(?=\s+by\b)
    )
  )*
`;

/** "as joint tenants with rights of survivorship": one of several owners, and "with" names the others. */
export const asJointOwners = pattern()`
  (?:as|in) \s+ (?:an?\s+)? (?:
    (?:joint|community) \s+ (?:tenan\w+|property|account|brokerage\s+account) | tenan(?:ts?|cy)\s+by\s+(?:the\s+)?entiret(?:y|ies)
  ) (?:,?\s+with\s+(?:the\s+)?rights?\s+of\s+survivorship)? ,?
`;

/** "held of record by", "owned indirectly through", "held in": the holders follow. */
export const heldBy = pattern("gi")`
  \b (held|owned|(?:re-?)?registered(?<!\b(?:charity|company|corporation|entity|organi[sz]ation|partnership|society)\s+registered)|(?:re-?)?titled|carried) ${adverbs} \s{0,4},?\s{1,12} (
    # "jointly with his spouse"
    (?:
      jointly | in\s+joint\s+tenancy | ${asJointOwners}
    ) \s+with |
    through\s+(?:an?|his|her|its|their|the\s+reporting\s+person['’]s)\s+(?:[\w.%-]+\s+){0,4}?(?:interests?|ownership|investment|stake|(?:share)?holdings?|membership|participation|equity|position)\s+(?:in|of|as\s+[^.;,]{2,${NEAR}}?\s+of) |
    by | through | via | in\s+the\s+(?:joint\s+)?(?:names?|accounts?)\s+of |
    in\s+ (?:an?\s+|the\s+)? (?:\w+\s+){0,3} accounts?\s+
      (?:
        in\s+the\s+names?\s+of | (?:owned|held|maintained|opened)\s+by | belonging\s+to |
        (?<=\b(?:brokerage|securities|margin|bank|trading|custody|joint)\s+accounts?\s+)of
      ) |
    for\s+the\s+(?:benefit|accounts?)\s+of |
    on\s+behalf\s+of | for(?<=\b(?:street\s+name|nominee\s+name|custody|safekeeping)\s+for) | in | under | within | as\s+follows(?=\s*:) |
    as\s+ (?:the\s+|a\s+|sole\s+)* (?:co-?)? (?:(?:custodian|trustee|guardian|executor|administrator)s?|executrix|personal\s+representative)\s+ (?:for|of|under|on\s+behalf\s+of)
      (?:\s+the\s+benefit\s+of)? |
    to(?<=registered\s+to) | with
  ) \s*[:,]?\s+
`;

/** "holds the shares through": the holder follows. */
export const holdsThrough = pattern("gi")`
  # "owns the shares indirectly, as the sole member of Roe LLC"
  \b (?:holds?|held|owns?|owned) \b [^.;]{0,${NEAR}}? \b indirectly \s*,?\s+ (?:as|through\s+being|by\s+being) \s+ (?:the\s+|an?\s+)? (?:(?:sole|managing|general|controlling|majority)\s+|co-)*
    (?:member|manager|shareholder|stockholder|owner|partner|trustee|beneficiary) \s+ of \s+ |
  # "purchased the shares as manager of Roe LLC for its account"
  \b (?:acquired|purchased|bought|sold) \s+ (?:the|these|those|[\d,]+)\s+(?:shares|securities|units|warrants) \s+ as\s+ (?:the\s+|an?\s+)? (?:(?:sole|managing|general|investment)\s+)* (?:manager|member|partner|advis[eo]r|agent) \s+ (?:of|for|to) \s+ (?=[^.;]{3,80}\bfor\s+its\s+(?:own\s+)?account) |
  \b (?:acquired|purchased|bought|sold|received) \s+ (?:the|these|those|[\d,]+(?:\s+of\s+these)?)\s+(?:shares|securities|units|warrants)\s+
    (?:as\s+(?:the\s+)?(?:sole\s+)?(?:co-)?trustees?\s+(?:of|for|under)|on\s+behalf\s+of|for\s+the\s+(?:benefit|account)\s+of)\s+ |
  # "holds an indirect interest in these shares through his membership interest in"
  \b interests? \s+ in\s+ (?:the|these|such|those) \s+ (?:[\w-]+\s+)? (?:shares|securities|units|warrants) \s+ (?:reported\s+(?:herein\s+|above\s+)?)? (?:indirectly\s+)? through \s+
    (?:(?:his|her|its|an?|the\s+reporting\s+person['’]s)\s+(?:[\w.%-]+\s+){0,4}?(?:interests?|ownership|investment|stake)\s+(?:in|of)\s+)? |
  \b (?:ownership | (?:indirect|pecuniary|beneficial)\s+(?:interests?|holdings?)(?:\s+of\s+the\s+reporting\s+person)?(?=\s+(?:is|was|are|were|arises?)\s+through\b)) \s+ (?:(?:is|was|are|were|arises?)\s+(?:indirect(?:ly)?\s*,?\s+)?)? through \s+ (?:(?:(?:his|her|its|an?|the\s+reporting\s+person['’]s)\s+)?(?:[\w.%-]+\s+){0,3}?(?:interests?|stake)\s+(?:in|of)\s+)? |
  \b ownership \s+ (?:is|was) \s+ indirect\s*,?\s+ by \s+ |
  # "It was by Roe LLC that the stock was acquired"
  \b it\s+(?:is|was)\s+ by\s+ (?=[^;]{3,${CLAUSE}}? \b that\s [^.;]{2,${NEAR}}? \b(?:held|owned|acquired|purchased|bought|sold)\b) |
  # "It is through Roe LLC that the reporting person holds"
  \b it\s+(?:is|was)\s+ (?:through|by\s+means\s+of)\s+ (?=[^.;]{3,${CLAUSE}}? \b that\s [^.;]{2,${NEAR}}? \b(?:holds?|held|owns?|owned)\b) |
  # "an indirect one, which it had through", "the indirect interest is had through"
  \b indirect \s+ (?:one|interest|holding) \s*,?\s+ (?:(?:which|that)\s+)? (?:(?:he|she|it|they|the\s+reporting\s+person)\s+)? (?:has|have|had|is\s+had|is\s+held|was\s+held) \s+ through \s+ |
  \b (?:holds?|held|owns?|owned) \s+ (?:(?!by\b|in\b|through\b|via\b|power\b|interests?\b)[\w'’,-]+\s+){1,9}? (?:
    through | via | in\s+the\s+name\s+of | for\s+the\s+(?:sole\s+)?benefit\s+of | on\s+behalf\s+of |
    (?<=\b(?:form|name|custody)\s+)for |
    as\s+(?:the\s+)?(?:sole\s+)?(?:co-)?trustees?\s+(?:of|for|under) | as\s+custodian\s+for
  ) \s+
`;

/** "purchased by", "effected on behalf of", "issued to": the traders follow. */
export const tradedBy = pattern("gi")`
  \b (
    purchased | acquired | bought | subscribed(?:\s+for)? | obtained | taken\s+up | sold | disposed\s+of | exercised | converted | received | inherited | effected | returned\s+to\s+the\s+(?:issuer|company) |
    forfeited | surrendered | tendered | written | lent | borrowed | shorted | closed\s+out | unwound | (?:allocated|credited)\s+to\s+(?:the\s+reporting\s+person|him|her|his\s+account|her\s+account|the\s+reporting\s+person['’]s\s+account) | (?:settled|covered|entered\s+into(?<=\b(?:swaps?|forwards?|contracts?|collars?)\s+entered\s+into))(?=\s+by\b) |
    executed | made | (?:conducted|carried\s+out)(?<=\b(?:sales?|purchases?|transactions?|trades?)\s+(?:reported\s+)?(?:(?:on|in)\s+this\s+form\s+4\s+)?(?:was|were)\s+\w+(?:\s+out)?) | sale | sales | purchase | purchases | exercise | conversion | disposition | (?:exchange|redemption|subscription|tender|acquisition)(?=\s+by\b) |
    # "5,000 shares by the Roe Trust"
    (?:shares|units)
      (?<!\breturn\s[^.;]{0,${NEAR}}) (?<=[\d,]{2}\s+(?:(?:common|ordinary|preferred|such|of\s+(?:these|such|the))\s+)?(?:shares|units))
  ) \b ${adverbs} (?:
    # "in the offering", "on June 3, 2021,"
    (?:\s+ of\s+(?:(?:the|these|such|all)\s+)?(?:[\w-]+\s+){0,2}?(?:stock|shares|units) | ,(?=\s+by\s+(?:the\s+)?[^,;.]{3,${NEAR}},)(?<=\b(?:sales?|purchases?),) | \s+(?:was|were)(?=\s+by\s)(?<=\b(?:sales?|purchases?)\s+\w+) | ,?\s+ (?:
      (?:in|within)\s+(?:the|an?)\s+(?:price\s+)?range\s+of\s+\$[\d,.]*\d\s+(?:to|and)\s+\$[\d,.]*\d(?:\s+(?:per|a)\s+share)? |
      from\s+(?:(?:the|an?|one|certain)\s+)?(?:[\w'’-]+\s+){0,3}?(?:issuer|company|part(?:y|ies)|stockholders?|shareholders?|sellers?)(?=\s+(?:by|on|in|at|through)\b) |
      from\s+(?!the\s+reporting|him\b|her\b)[^;]{3,${NEAR}}?(?=\s+by\s) |
      in\s+(?:multiple|several|various|many|separate|different|\w+)\s+(?:separate\s+|open[\s-]market\s+)?(?:transactions|trades|sales|lots|blocks) |
      (?:in|through|under) \s+ (?:the|an?|its) \s+ (?:[\w'’-]+\s+){1,5}?
        (?:placement|offering|financing|market|transactions?|plan|program) (?:\s*\([A-Z]+\))?
        (?:,?\s+(?:that|which)\s+(?:also\s+)?(?:closed|was\s+(?:completed|consummated))\s[^;.]{3,${NEAR}}?,?(?=\s+by\s))? |
      on\s+\w+\s+\d{1,2},\s+\d{4},? | on\s+the\s+(?:[\w-]+\s+){0,4}?(?:exchange|market|tsx(?:-v)?|nyse|nasdaq|lse|asx)\b |
      at\s+(?:[\w-]+\s+){0,4}prices?\s(?:(?!\brequest)[^;]){0,${NEAR}}? | at\s+\$[\d,.]*\d(?:\s+(?:per|a|each)(?:\s+(?:share|unit|warrant))?)?
    ))
  ){0,3} (?:,\s+inclusive,?)? \s+ (
    by(?:\s*:)? | through | on\s+behalf\s+of | in\s+the\s+names?\s+of | in\s+(?:an?|the)\s+(?:[\w-]+\s+)?accounts?\s+of | for\s+the\s+(?:benefit|accounts?)\s+of |
    # "bought for his children", but not "for his children's education"
    for (?=\s+(?:the\s+reporting\s+person['’]s|his|her)\s+(?:(?:minor|adult|two|three)\s+)*(?:${relativeWords})\b(?!['’]))
  ) \s+
`;

/** Securities that are moved: "to" and "into" after the verb name the recipient. */
export const securitiesMoved = pattern("gi")`
  \b (?:
    transfer(?:red|s|ring)? | contribut(?:ed|es|ion|ions|ing) | convey(?:ed|s|ance|ing) |
    assign(?:ed|s|ment|ing) | distribut(?:ed|es|ion|ions) | gift(?:ed|s|ing)? | donat(?:ed|es|ion|ions) |
    deposited | moved | issued | funded(?=\s+into\b) | decanted | poured\s+over | re-?(?:conveyed|assigned|transferred) | (?:paid|signed)\s+over |
    (?:allotted|granted|awarded|left|bequeathed|devised|credited) (?<=\b(?:shares|securities|stock|units|warrants|options|notes)\b[^.;]{0,${NEAR}}\b(?:was|were|been)\s+(?:\w+ly\s+)?\w+) |
    made\s+over | ceded | handed\s+over | turned\s+over | went(?=\s+(?:to|from|into)\b)(?<=\b(?:shares|securities|stock|units)\b[^.;]{0,${NEAR}}went) |
    gave(?=(?:(?!\bto\b)[^.;]){0,${NEAR}}\b(?:shares|stock|units)\b) | given(?<=\b(?:shares|stock|units)\b[^.;]{0,${NEAR}}given) |
    passed (?<=
        \b (?:
          shares | securities | stock | units | title | they | which |
          ownership(?!\s+of\s+(?:the\s+)?(?:issuer|company|corporation))
        ) \b [^.;]{0,${NEAR}} passed
      ) |
    (?:disposition|acquisition|transaction|recipient)s?(?=\s+(?:was|were|is|are)\s+(?:made\s+)?to\s|(?:\s[^.;]{0,${CLAUSE}})?\sin\s+favor\s+of\s) |
    change\s+(?:in|of)\s+(?:\w+\s+){0,4}(?:ownership|title) | (?:ownership|title)\b[^.;,]{0,${NEAR}}?\bchanged | issuance | re-?registered | re-?registration | re-?titled(?=\s+from\b)
  ) \b
`;

/** "became entitled to receive": an acquisition, unless what is due is money, votes or a seat on the board. */
const entitled = pattern()`
  \b (?:became|(?:has|have|had)\s+become|was|were) \s+ entitled
  (?:\s*,[^.;]{0,${NEAR}}?,)? \s+to (?:\s+(?:and\s+)?(?:receive[sd]?|acquire[sd]?))?
  (?:\s+(?:the\s+)?(?:release|delivery|issuance|issue|receipt|return|distribution|transfer)(?=\s+of\b))? \b
  (?=(?:[^.;]|\.\d){0,${NEAR}}\b(?:shares?|securities|stock|units?|warrants?|options?)\b) (?!\s+(?:\w+\s+){0,3}(?:votes?|directors?)\b)
`;

const contracts = pattern()`(?:swaps?|forwards?\b|collars?|put\s+options?|call\s+options?|options?\s+contracts?|derivative|repurchase\s+agreements?)`;
/** "holds", "purchased", after the name of the holder or trader. */
export const active = pattern("gi")`
  \b (?:
    (?:
      holds? | held | owns? | owned | purchased | acquired | bought | obtained | subscribed(?:\s+(?:for|to))? | redeemed | exchanged | tendered | sold | exercised | converted | received |
      retain(?:s|ed) | inherited | (?:made|effected|executed)(?=\s+(?:this|these|those|the|such|all|both)\s+(?:\w+\s+)?(?:purchases?|sales?|acquisitions?|trades?)\b) |
      paid(?=\s+\$[\d.]+\s+(?:per|a|for\s+each)\s+share\b) | (?:continue[sd]?|continuing)\s+to\s+(?:hold|own) |
      elected\s+to\s+(?:convert|exercise|sell|purchase|receive|retain|redeem|exchange|tender) |
      (?:was|were)\s+(?:issued|allotted|awarded)(?=\s+(?:(?:the|these|those|such|an?|its|[\d,]+)\s+)+(?:[\w-]+\s+){0,3}?(?:shares|warrants?|units|options?|notes?|securities|debentures?)\b) |
      # "swaps under which Roe LP has economic exposure to 500 notional shares"
      has(?=\s+(?:(?:long|short|indirect)\s+)?economic\s+exposure\s+to\b) | (?:is|are)(?=\s+(?:an?\s+)?part(?:y|ies)\s+to\s[^.;]{0,${NEAR}}\b${contracts}) |
      entered\s+into(?=\s[^.;]{0,${NEAR}}\b${contracts}) | (?:wrote|shorted|covered)(?=\s+(?:(?:the|these|those|such|an?|its|[\d,]+)\s+)*(?:\w+\s+){0,2}?(?:put|call|options?|shares|swaps?)\b)
    ) \b |
    # "the ESOP, which has allocated 500 shares to his account"
    (?:allocated|credited)(?=\s+(?:[\d,]+|the|these|such)\s+(?:of\s+(?:these|the)\s+)?(?:\w+\s+)?(?:shares|units)\s+to\s+(?:(?:his|her|the\s+reporting\s+person['’]s)\s+(?:\w+\s+)?accounts?|the\s+reporting\s+person)\b) |
    ${entitled} |
    (?:is|are|was|were|became|remains?|remained) \s+ (?:now\s+|the\s+|an?\s+)* (?:sole\s+)? (?:record|registered|direct|beneficial|legal|nominee)?
      \s* (?:and\s+\w+\s+)? (?:holders?|owners?|purchasers?|buyers?|sellers?|acquirers?) (?:\s+of\s+record)? (?=\s+of\b) |
    (?:is|are|was|were|became|remains?|remained) \s+ (?:now\s+|the\s+|their\s+)* (?:sole\s+)? (?:
      (?:record|registered|legal) \s+ (?:holders?|owners?) | purchasers? | buyers? | sellers? | acquirers? | selling\s+(?:stock|share|unit)holders? | (?<=\b(?:their|the)\s+)(?:holders?|owners?)
    ) (?=\s*(?:[.;]|,\s+and\b|$))
  )
`;

/** The securities held or traded, directly after the verb. */
export const securitiesNext = pattern("i")`
  ^ (?:
    \s+ (?:
      directly | indirectly | of\ record | beneficially | an\ aggregate(?:\ total)?\ of | a\ total\ of | (?:an\ )?additional |
      approximately | all(?:\ of)? | certain(?:\ of)? | any | each\ of | and | or | in\ the\ aggregate | also | record | title |
      to | of | the | these | those | such | said | its | his | her | their | reported | remaining |
      underlying | subject | foregoing | aforementioned | following | securities | shares | options? |
      warrants? | \(?(?:i|a)\)
    )
  )* \s+ (?:
    [\d,.]+(?!\s*%|[\d.]*\s+percent) | one(?!\s+(?:half|third|quarter|fourth)\b) | two | three | four | five | six | seven | eight | nine | ten |
    shares? | securities | stock | options? | warrants? | units? | notes? | adss? | rest | balance |
    remainder | common | class | series | \d[\d.]*\s?%\s+(?:[\w-]+\s+){0,4}(?:notes?|debentures?|preferred|bonds?) |
    preferred | ordinary | restricted | interests?\ reported |
    (?<=\b(?:its|their|the)\s+)(?:positions?|stakes?|holdings) | them(?=\s*(?:[.,;]|$|directly\b|of\s+record\b)) |
    an?\s+(?:\w+\s+){0,2}(?:warrant|option|note|share|unit) |
    # "convertible preferred stock", but not "voting power over the shares"
    (?:(?!no\b|voting|dispositive|power|control|interest|authority|investment)\w+\s+){1,3}
      (?:shares?|securities|stock|units|warrants|options)
  ) \b
`;

/** "in which his father owned all of the Class B (nonvoting) membership units": not the shares of the issuer. */
export const ofMembership =
  /^\s+(?:[\w'’(),%.-]+\s+){0,8}?(?:membership|limited\s+liability\s+company|llc|general\s+partnership)\s+(?:units?|interests?)\b/i;

/** "the record holder of the shares is", "the seller was", "held of record in the name of": the holder follows. */
export const holderIs = pattern("gi")`
  \b(?:holders?|owners?)(?:\s+of\s+record)?(?:\s+of\s+(?:[^.;,()]|,\d{3}){1,${CLAUSE}}?)?\s+(?:is|are|was|were)(?:\s+now)?\s+ |
  \b(?:each\s+of\s+)?the\s+following\b[^:.;]{0,${NEAR}}?\b(?:holds?|held|owns?|owned|purchased|acquired|bought|sold)\b(?:[^:.;]|\.\d){0,${NEAR}}:\s+ |
  # "an affiliate of the following holders: Roe LP (500 shares); Doe LP (200 shares)"
  \bthe\s+following\s+(?:(?:record|direct|registered|selling|beneficial|affiliated)\s+){0,2}(?:holders|owners|(?:stock|share|unit)holders|purchasers|buyers|sellers)(?:\s+of\s+(?:record|(?:the|these)\s+\w+))?\s*:\s+ |
  \bbelong(?:s|ed|ing)?\s+to\s+ |
  # "The reported sales are between the issuer and"
  \b(?:sales?|purchases?|transactions?|trades?|dispositions?|acquisitions?|repurchases?)\s+(?:reported\s+(?:\w+\s+)?)?(?:is|are|was|were)\s+(?:\w+\s+){0,2}?between\s+(?:(?:the\s+)?(?:issuer|company)\s+and\s+|(?=[^.;]{3,${NEAR}}\s+and\s+the\s+(?:issuer|company)\b)) |
  \b(?:direct|record|legal|beneficial)\s+(?:and\s+\w+\s+)?(?:ownership|title)\s+(?:(?:of|to)\s+(?:the|these)\s+(?:shares|securities|units|warrants)\s+)?(?:is|was|lies|rests)\s+(?:vested\s+)?(?:with|in(?:\s+the\s+names?\s+of)?)\s+ |
  \b(?:are|is|represents?|reflects?|reports?)\s+(?:the\s+)?(?:total\s+|entire\s+|combined\s+|direct\s+)?holdings\s+of\s+ |
  (?:^|[.;]\s+)(?:the\s+)?(?:(?:direct|record|registered|beneficial|selling)\s+)?(?:holders?|owners?|purchasers?|buyers?|sellers?|(?:stock|share|unit)holders?)(?:\s+of\s+record)?(?:\s+of\s+(?:the|these)\s+(?:shares|securities|units))?\s*:\s+ |
  \b(?:shares|securities|units)\s+(?:\w+\s+){0,2}?as\s+those\s+of\s+ |
  # "The shares reported as indirectly owned are those of", "Indirect ownership is by"
  \b(?:owned|holdings|ownership)\b[^.;]{0,${NEAR}}?\b(?:is|are|was|were)\s+(?:those|that)\s+of\s+ | \bindirect\s+(?:beneficial\s+)?ownership\s+(?:is|was)\s+by\s+ |
  \bre-?purchased\s+by\s+the\s+(?:issuer|company)\s+from\s+ |
  \b(?:issuer|company)\s+(?:has\s+)?re-?purchased\s+(?:(?:the|these|all|of|an|aggregate|total|[\d,]+)\s+){1,5}(?:\w+\s+){0,2}?(?:shares|units|warrants)\s+(?:of\s+(?:[\w'’]+\s+){1,4})?from\s+(?!him\b|her\b) |
  # "the issuer entered into a share repurchase agreement with Roe Inc. for the purchase of 500 shares"
  \b(?:issuer|company)\s+(?:has\s+)?entered\s+into\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?re-?purchase\s+agreement\s+with\s+(?=[^;]{3,${CLAUSE}}\bfor\s+the\s+(?:re-?)?purchase\s+of\s+[\d,]+\s) |
  \b(?:have|has|had)\s+as\s+(?:their|its)\s+(?:sole\s+)?(?:record\s+|registered\s+|direct\s+|legal\s+)?(?:holders?|owners?)(?:\s+of\s+record)?\s+ |
  \bcustodian\s+of\s+(?:these|the|such|said)\s+(?:\w+\s+)?(?:shares|securities)\s+for\s+ |
  \b(?:are|is|became|(?:has|have)\s+become)\s+(?:now\s+)?the\s+(?:(?:sole|separate|personal|absolute|exclusive|individual)\s+)*property\s+of\s+ |
  \b(?:converted|exercised|exchanged)\s+at\s+the\s+(?:option|election)\s+of\s+ |
  \d\s+(?:(?:shares|units)\s+)?(?:(?:are|were)\s+)?those\s+of\s+ |
  \b(?:shares|securities|units)\s+(?:(?:reported|listed|shown|disposed|sold|acquired|purchased|bought)\s+(?:\w+\s+)?)?(?:are|were)\s+those\s+of\s+ |
  \b(?:shares|securities|stock|units|warrants|options|notes)\s+(?:are|is|were|stand)\s+in\s+the\s+names?\s+of\s+ |
  \b (?:shares|stock|securities|certificates?)\s+(?:(?:was|were|are|is)\s+)?(?:issued\s+|put\s+)?in\s+the\s+names?\s+of\s+["“]? |
  \b in\s+(?:an?|the)\s+(?:brokerage|securities|margin|custody|trading)\s+accounts?\s+of\s+ |
  \b in\s+the\s+account\s+of\s+ (?=(?:(?:the\s+)?reporting\s+person['’]s|his|her)\s+(?:${relativeWords})\b(?!['’])) |
  (?:^|[.;]\s+)(?:(?:issued|purchased|standing)\s+|of\s+record\s+)+in\s+the\s+names?\s+of\s+ |
  \b(?:(?:record|legal|registered)\s+)?title
    (?:\s+to\s+(?:all\s+(?:of\s+)?)?(?:the|these|such|said)\s+(?:shares|securities|units|stock))?
    \s+(?:is|lies|rests|remains|stands)\s+
    (?:(?:vested\s+)?in|with)\s+(?:the\s+names?\s+of\s+)? |
  (?:^|[.;]\s+)The\s+(?:purchasers?|buyers?|sellers?|selling\s+(?:stock|share|unit)holders?|vendors?|transferees?|donees?|recipients?|acquirers?)
    (?:\s+of\s+(?:all\s+(?:of\s+)?)?(?:the|these|such|those)\s+(?:(?:reported|convertible|preferred|common|(?:series|class)\s+[\w-]+)\s+)*
      (?:shares|securities|stock|units|warrants|notes|debentures|options)(?:,\s[^;.]{1,${CLAUSE}}?,)?)?\s+(?:is|are|was|were)(?:\s+now)?\s+
`;

const reported = pattern()`(?:the|these|such|said|those) \s+ (?:(?:reported|subject|class\s+\w|common|ordinary|preferred|put|call|depositary|series\s+\w)\s+)? (?:shares|securities|units|warrants|notes|options)`;
/** "Roe LLC, the record holder of the shares": the holder comes before. */
export const holderAfter = pattern("i")`
  ^,?\s* (?:which\s+(?:is|was)\s+|who\s+(?:is|was)\s+|as\s+)?the\s+ (?:sole\s+)?
    (?:record|registered|direct|legal) \s+ (?:and\s+\w+\s+)? (?:beneficial\s+)? (?:holder|owner)s?
    (?:\s+of\s+record)? (?:\s+of\b|[,.;]|$) |
  ^,?\s* (?:which\s+(?:is|was)\s+)?the\s+ (?:holder|owner)s?\s+of\s+record\s+of\s+(?:all\s+(?:of\s+)?)?(?:the|these|this|such|said)\b |
  ^,?\s* the\s+ (?:shares|securities|units|warrants)['’]\s+ (?:record\s+|direct\s+)? (?:holder|owner) \b |
  ^,?\s* (?:which\s+(?:is|was)\s+)?the\s+ (?:sole\s+)? (?:holder|owner)s?\s+of\s+ (?:all\s+(?:of\s+)?)? ${reported} \b |
  ^,\s+ their\s+ (?:(?:sole|record|registered|direct|legal|current|present)\s+)* (?:holder|owner)s?\b |
  # ", by virtue of its ownership of the shares,"
  ^,\s+ (?:by\s+(?:virtue|reason)|because)\s+of\s+its\s+ (?:\w+\s+)?(?:ownership|holdings?)\s+of\s+ ${reported} \b |
  # ", owner of these units", ", the purchaser of the notes"
  ^,\s+ (?:(?:which|who)\s+(?:is|was)\s+)?(?:the\s+)? (?:(?:sole|record|registered|direct|legal|beneficial|present|current)\s+)* (?:holder|owner|purchaser|buyer|acquirer|transferee|recipient|assignee|subscriber|writer)s?\s+of\s+ (?:record\s+of\s+)? (?:all\s+(?:of\s+)?)? ${reported} \b |
  ^,?\s+ (?:in|by|through|to) \s+which\s+ (?:(?:all\s+(?:of\s+)?)?(?:the|these|such|said|those)\s+(?:\w+\s+)?(?:shares|securities|units|stock|warrants)|they) \s+
    (?:(?:is|are|was|were) \s+ (?:\w+ly\s+|now\s+)? (?:held|owned|registered|issued|sold|purchased|acquired)|belongs?) \b
`;

/** "a company wholly owned by the reporting person": whose it is, and not who holds. */
export const controlledBy = pattern()`
  (?:(?:wholly|solely|jointly|majority|directly|indirectly)[\s-]+)* (?:owned|controlled|managed)\s+by \b
`;

/** "The partnership that holds the shares is owned by": whose the partnership is. */
export const holderOwned = pattern("i")`
  \b (?:that|which) \s+ (?:(?:directly|now|currently)\s+)? (?:holds?|owns?|held|owned|purchased|bought|acquired|sold) \s [^.;]{0,${NEAR}} \s (?:is|was) \s+
  (?:\w+ly\s+)? (?:owned\s+)? $
`;

/** "Disposition by his wife to the reporting person": she holds them no more. */
export const toInsider = /^\s+to\s+(?:the\s+reporting\s+person|him|her)\b(?!['’]|\s+\w+['’])/i;

/** The words before say that this is over, or never was. */
export const notThen =
  /\b(?:previously|formerly|no\s+longer|not|never)\s+(?:been\s+|directly\s+|beneficially\s+|indirectly\s+|so\s+)?$/i;

/** "He substituted cash for the shares held by the trust and reacquired the shares": the trust holds them no more. */
export const takenBack = /^\s*,?\s+and\s+re-?acquired\s+(?:the|these|those|such)\s+(?:\w+\s+)?(?:shares|securities)\b/i;
export const takesBack = pattern("i")`
  \b (?:reporting\s+person|he|she) \s+ (?:[^.;]{0,${NEAR}}\s(?:and|then)\s+)? (?:re-?acquired|re-?purchased|purchased|bought(?:\s+back)?) \s+
  (?:(?:the|these|all|of|[\d,]+)\s+){1,3} (?:\w+\s+)? (?:shares|securities|units) \s+ (?:(?:then|previously|that\s+were)\s+)? $ |
  # "received his proportionate share of the stock held by the partnership"
  \b received \s+ (?:his|her|its) \s+ (?:pro[\s-]*rata|proportionate|allocable) \s+ (?:share|portion) \s+ of\s+ (?:(?:the|these|those)\s+)? (?:\w+\s+)? (?:shares|stock|units) \s+ $
`;
