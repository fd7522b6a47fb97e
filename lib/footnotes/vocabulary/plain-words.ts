import { pattern } from "@/lib/values/pattern";
import { withoutAbbreviations } from "./abbreviations";
import { appositions } from "./appositions";
import { afterName, beside, tradedSo } from "./counts-beside";
import { leftOutWords } from "./left-out-words";
import { withRomanMarks } from "./list-marks";
import { managersAside } from "./managers-aside";
import { namedMovements } from "./named-movements";
import { onePerson } from "./one-person";
import { RewrittenText } from "./rewritten-text";
import { timeOfDay } from "./time-of-day";
import { typingErrors } from "./typing-errors";
import { applyRules, type WordRule } from "./word-rules";
import { NEAR } from "./words";
import { MONTH } from "./written-dates";

/**
 * A note in the words that the readers know. Notes say the same in many words, and put asides between them. Each rule here takes
 * one such difference away for all readers, so that none of them has to allow for it.
 */
export const inPlainWords = (text: string): RewrittenText =>
  applyRules(withoutAbbreviations(onePerson(withRomanMarks(RewrittenText.of(text)))), PLAIN_RULES);

/** "(1) Includes …", unless the note is a list. */
const mark = /^\s*(?:\(\d{1,2}\)|\[\d{1,2}\]|\*+|†+)\s+(?=["“]?[A-Z])(?![\s\S]*(?:\(2\)|\[2\]))/g;

/** "As of the date of this report, these shares are …" */
const openings = pattern("g")`
  (?<=^|[.;]\s{1,4}) (?:
    As\s+of\s+(?:the\s+date\s+(?:of\s+this\s+(?:report|filing|form)|hereof)|this\s+date) | In\s+addition(?=,) | Additionally | Accordingly | Furthermore |
    For\s+(?:the\s+)?(?:purposes?\s+of\s+this\s+(?:report|form)|clarity|avoidance\s+of\s+doubt|convenience|reference) |
    Please\s+note\s+that | Note\s+that
  ) ,?\s+ (?<next>[a-z]) (?=[a-z]*\s)
`;

/** "Note:", "Explanation of responses:", "Footnote 1:" before the words themselves. */
const heading =
  /^\s*(?:(?:foot)?notes?|explanations?(?:\s+of\s+responses?)?|remarks?|comments?)\s*(?:\(?\d{1,2}\)?)?\s*[:–—-]\s+(?=["“]?[a-z])/gi;

export const PLAIN_RULES: readonly WordRule[] = [
  [heading, "", ["note", "explanation", "remark", "comment"]],
  [mark, ""],
  [timeOfDay, "", [":"]],
  [openings, ({ groups }) => groups?.next?.toUpperCase() ?? ""],
  ...leftOutWords,
  // "the 12th of May, 2020"
  [
    pattern("gi")`\bthe\s+ (?=\d{1,2}(?:st|nd|rd|th)\s+(?:day\s+)?of\s+${MONTH}\b)`,
    "",
    ["th of", "st of", "nd of", "rd of", "day of"],
  ],
  [pattern("gi")`\bday\s+ (?<=\d(?:st|nd|rd|th)\s{1,4}day\s{1,4}) (?=of\s+${MONTH}\b)`, "", ["day of"]],
  // "Indirect (by daughter)"
  [/^indirect(?:ly)? \((?=by [^()]+\)\.?$)/gi, ""],
  [/\)(?=\.?$)(?<=^by [^()]+\))/gi, ""],
  ...typingErrors,
  [
    /(?<=\d) \((?:(?:pre|post)-(?:\w+-)?(?:split|consolidation)|split-adjusted)\)(?= )/gi,
    "",
    ["(pre", "(post", "(split"],
  ],
  ...beside,
  [
    /\b(?:the )?(?:record |registered |direct )?(?:holders|owners)(?: of (?:the|these) (?:reported )?(?:shares|securities))? are as follows:(?=\s)/gi,
    "The shares are held as follows:",
    ["as follows"],
  ],
  afterName,
  tradedSo,
  ...appositions,
  ...managersAside,
  ...namedMovements,
  ...asides(),
  ...synonyms(),
];

/** Words between a verb and what belongs to it. */
function asides(): WordRule[] {
  const served = pattern()`continu\w+ | employ\w* | services?`;
  return [
    // "vest, subject to continued employment, on May 1", "vest in accordance with the award agreement on"
    [
      pattern(
        "gi",
      )`(?<=\b(?:vest(?:s|ed|ing)?|exercisable|lapse[sd]?))\s*,\s+ (?:subject\s+to|provided|assuming|so\s+long\s+as|contingent\s+(?:up)?on) \s [^,;.]{0,${NEAR}}? \b(?:${served})\b [^,;.]{0,${NEAR}}? , (?=\s)`,
      "",
      [", subject to", ", provided", ", assuming", ", so long", ", contingent"],
    ],
    [
      pattern(
        "gi",
      )`(?<=\b(?:vest(?:s|ed|ing)?|exercisable))\s*,?\s+ (?:in\s+accordance\s+with|pursuant\s+to|under|according\s+to) \s+ (?:the|its|their) \s+ (?:terms\s+of\s+(?:the|its|their)\s+)? (?:applicable\s+|underlying\s+|related\s+)? (?:(?:[\w-]+\s+){0,2}agreements?|terms|plan) ,? (?=\s+(?:on|in|over|as\s+to)\b)`,
      "",
      ["vest", "exercisable"],
    ],
    // "vest, and 2,310 shares will be issued, on"
    [
      pattern(
        "gi",
      )`,\s+and\s+ (?<=\b(?:vests?|vested)\s*,\s+and\s+) (?:[^,;.]|,(?=\d{3})){3,${NEAR}}? \b (?:issued|delivered|released|distributed|paid(?:\s+out)?|settled|transferred) , (?=\s+(?:on|in|over|as\s+to)\s)`,
      "",
      ["vest"],
    ],
    // "held, as of December 31, 2020, by", "held, directly, by"
    [
      pattern(
        "gi",
      )`(?<=\b(?:held|owned)) \s*,\s+ (?:as\s+of\s+[^,;.]{3,${NEAR}}?(?:,\s*\d{4})?|in\s+(?:turn|each\s+case|the\s+aggregate)|at\s+(?:present|the\s+time)[^,;.]{0,${NEAR}}?) , (?=\s+(?:by|in|through)\b)`,
      "",
      ["held,", "held ,", "owned,", "owned ,"],
    ],
    [
      /(?:,\s|\s)in (?:equal|unequal) (?:shares|parts|proportions|amounts|portions|numbers|measure),?(?=\s+(?:by|the)\b)/gi,
      "",
      ["equal"],
    ],
    // "owned 60% by the Roe Trust and 40% by his wife", "owned one-half each by", "Roe LP as to 60% and Doe LP as to 40%"
    [
      pattern(
        "gi",
      )`\s (?: \d{1,3}(?:\.\d+)?\s?% | one[\s-](?:half|third|quarter|fourth) (?:\s+each)? | equally ) (?=\s+by\b) (?<=\b(?:held|owned|and)\s[^,;.]{1,20}|,\s[\d.]{1,5}\s?%)`,
      "",
    ],
    [
      pattern(
        "gi",
      )`\s as\s+to\s+ \d{1,3}(?:\.\d+)?\s?% (?=\s*(?:[,;.]|$)|\s+and\b) (?<=\b(?:l\.?p\.?|llc|l\.l\.c\.|inc\.?|ltd\.?|trust|fund|foundation|wife|husband|son|daughter)\sas[\s\S]{1,12})`,
      "",
      ["as to"],
    ],
    // "in a brokerage account at Roe Securities, LLC jointly with"
    [
      pattern(
        "gi",
      )`(?<=\b(?:brokerage|securities|margin|custody)\s+account) \s+ (?:with|at) \s [^;.]{3,${NEAR}}? (?=\s+(?:jointly\s+with|in\s+the\s+name|for\s+the\s+(?:benefit|account))\b)`,
      "",
      ["account with", "account at"],
    ],
    [/\bnot by [^,;.]{2,60} but by\b/gi, "by", ["not by"]],
    // "transferred to, and are now held by, Roe LP"
    [
      /\bto, and (?:is|are|was|were) (?:now |currently )?(?:held|owned) (?:directly |of record )?by, /gi,
      "to ",
      ["to, and"],
    ],
    // "Gift, on December 28, 2018, by", "and, on May 1, 2022, vested"
    [
      pattern(
        "gi",
      )`,\s+ (?<day>(?:on|in|as\s+of)\s+(?:${MONTH}\.?\s+\d{1,2},\s+\d{4}|\d{1,2}\s+${MONTH}\.?,?\s+\d{4}|\d{1,2}/\d{1,2}/\d{2,4}|${MONTH}\s+\d{4})),\s+ (?=(?:by|vest(?:s|ed)?|became)\b)`,
      ({ groups }) => ` ${groups?.day} `,
      [", by", ", vest", ", became"],
    ],
    [/(?<=\b(?:by|in|through) )and through (?=\w)/gi, "", ["and through"]],
    [
      pattern("gi")`\bor\s (?<=\bby,?\s{1,4}or\s) (?:on\s+behalf\s+of|for(?:\s+the\s+(?:benefit|account)\s+of)?) ,?\s`,
      "",
      ["by or", "by, or"],
    ],
  ];
}

function synonyms(): WordRule[] {
  return [
    [
      /\b(?:is|are) (?:the (?:sum|total|aggregate) of|made up of|composed of|the product of adding)\b(?= (?:\(?\w{1,3}\) ?)?(?:\d|shares|restricted|unvested))/gi,
      "consists of",
      ["sum of", "total of", "aggregate of", "made up of", "composed of", "product of"],
    ],
    [
      pattern(
        "gi",
      )`\b (?:taken\s+into\s+account|counted|reflected|contained|comprised) (?=\s+(?:in|within)\s+(?:the|this|that|these|such)\s+(?:\w+\s+){0,2}?(?:total|amount|number|figure|balance|shares|securities)\b[^.;]{0,${NEAR}}\s(?:are|is)\s)`,
      "included",
      ["into account", "counted", "reflected", "contained", "comprised"],
    ],
    [
      /\b(?:are|is) (?:a )?part of (?=(?:the|this|that) (?:\w+ )?(?:total|amount|number|figure|balance)\b)/gi,
      "are included in ",
      ["part of"],
    ],
    [
      /(?<=^|[.;]\s)(?:(?:An?|The) )?(?:aggregate|sum|combination) of (?=\d(?:(?!\b(?:vest(?:s|ed)?|was|were|is|are|will|has|have|had|sold|remain)\b)[^.;]|\.\d)*(?:[.;]|$))/gi,
      "Consists of ",
      ["aggregate of", "sum of", "combination of"],
    ],
    [
      /, (?<count>\d[\d,]*)(?: shares| units)? in (?:all|total),/gi,
      ({ groups }) => ` (${groups?.count})`,
      ["in all,", "in total,"],
    ],
    [/\bdoes(?: also)? include(?=\s)/gi, "includes", ["does include", "does also include"]],
    [/(?<=^|[.;]\s)Donees?:(?=\s)/g, "Gift to", ["donee"]],
    // "exercised his right to reacquire the shares"
    [
      /\bexercised (?:his|her|its|the|a)(?: \w+)? (?:right|power|option) (?:to|of) (?:re-?acquir(?:e|ing)|withdraw(?:ing)?|re-?acquisition of)\b/gi,
      "reacquired",
      ["exercised"],
    ],
    [/\bmade a present of\b/gi, "made a gift of", ["a present"]],
    // "Not exercisable until September 9", "will not vest before"
    [
      /\b(?:(?:is|are|will|shall|may|do|does) )?not (?:(?:be|become) )?(?<what>vest(?:ed)?|exercisable|exercised) (?:until|before|prior to) (?=\w+\.? \d|\d)/gi,
      ({ groups }) => `${groups?.what} on `,
      ["not vest", "not exercis", "not be"],
    ],
    [/\bexercisability:(?= )/gi, "Exercisable", ["exercisability:"]],
    [
      /\b(?<right>entitled to|right to(?: receive)?|entitles the holder to(?: receive)?) (?:either )?an? (?=(?:[\w-]+ ){0,3}(?:share|unit)\b(?! of (?:any|his|her|its|the (?!issuer|company))))/gi,
      ({ groups }) => `${groups?.right} one `,
      ["entitled to", "right to", "entitles the holder"],
    ],
    [
      /\ban? (?=(?:(?:common|ordinary|class \w|new) )?(?:share|unit)(?: of [\w' ]{3,30}?)? (?:will|shall|is|is to) (?:be )?(?:delivered|issued|paid)\b)/gi,
      "one ",
      ["delivered", "issued", "paid"],
    ],
    [/\bin respect of (?=each\b)/gi, "for ", ["in respect of"]],
    [/\bheld in custody by [^,;.]{3,60}? for the (?:account|benefit) of\b/gi, "held by", ["in custody"]],
    [/\bis the (?:combined|total|aggregate|joint) holdings? of\b/gi, "is held by", ["holding of", "holdings of"]],
    // "indirect ownership of the following shares: 1,000 shares in his IRA; 4,233 shares for Roe Co."
    [
      /\b(?:for|in) (?<=\bownership of the following(?: \w+)?:[\s\S]{1,400}\d (?:shares|units) (?:for|in) )(?=\S)/gi,
      "held by ",
      ["ownership of the following"],
    ],
    [/\bstanding in the names? of\b/gi, "held in the name of", ["standing in"]],
    [
      pattern(
        "gi",
      )`\b (?:takes?\s+in|encompass(?:es)?|contains?|incorporates?|embraces?|is\s+inclusive\s+of|is\s+made\s+up\s+in\s+part\s+of) \b (?=\s+(?:(?:also|a\s+total\s+of|an\s+aggregate\s+of|approximately)\s+)?(?:\d|shares\b|restricted\b|unvested\b))`,
      "includes",
      ["take in", "takes in", "encompass", "contain", "incorporate", "embrace", "inclusive of", "made up in"],
    ],
    [
      pattern(
        "gi",
      )`(?:,\s|\s) (?:as\s+well\s+as|(?<!\b(?:and|vest|vests|vested|exercisable)\s)together\s+with|along\s+with|plus) \s+ (?=(?:by|in|through)\s|(?:his|her|their|the|an?)\s|[A-Z\d])`,
      " and ",
      ["as well as", "together with", "along with", "plus"],
    ],
    [/\bright to (?:obtain|get|be given|be paid|be delivered)\b/gi, "right to receive", ["right to"]],
  ];
}
