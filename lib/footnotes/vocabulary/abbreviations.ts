import { pattern } from "@/lib/values/pattern";
import type { RewrittenText } from "./rewritten-text";
import { applyRules, type WordRule } from "./word-rules";
import { MONTH } from "./written-dates";

/** What follows "est.", "eff." and the like if they are verbs: a date. */
const day = pattern()`\s+(?:on\s+|as\s+of\s+)?(?:\d{1,2}[/-]\d|${MONTH}\b)`;

/** Most notes have none of these words. One pattern for all of them takes less time than looking for each. */
const mayAbbreviate = pattern("i")`
  \b (?:
    stk | rest\. | rst | restr | rstd | pfd | pref | conv\b | com\. | perf\b | empl? | purch\b | ex(?:er?c?)?\. | w/?hold | incl\b | q[ru]?trly | anniv\b |
    sec\. | 16[ab]\d | approx\b | divd?\b | ea\b | yr | mos?\b | beg\b | immed\b | opts?\. | wts?\b | wrnt | cl[.\s] | prin\b | px\b | hi\s | lo\s | tot\b | bal\b |
    bot\s | rs\s | rev\. | adj\b | dt\b | est\. | eff\b | am(?:n)?d\b | am(?:n)?d['’] | term['’.] | \d/\d\s+(?:\w+\s+)?split |
    shs?\b | rptg | w/ | thru\b | accts?\b | a/c\b | ltd\.?\s+[lp] | jtwros | jt\.?\s?ten | rec['’]?d\b | acq['’]?d\b | xfer | t(?:rf|fr)\b | t(?:rf|fr)['’]?d |
    transf['’] | ben(?:ef)?\.\s | gen['’.] | rp['’]s
  ) | [\d%]\s?/\s?(?:yr|year|mo) | /\s?sh | \dyrs?\b
`;
export const withoutAbbreviations = (text: RewrittenText): RewrittenText =>
  mayAbbreviate.test(text.text) ? applyRules(text, abbreviations) : text;

/** Abbreviations in notes that are typed by hand. */
export const abbreviations: readonly WordRule[] = [
  [/\bstk\b\.?(?=\s|[,;)]|$)/gi, "stock", ["stk"]],
  [
    /\b(?:rest\.|restr\b\.?|rstd\b\.?|rstr\b\.?)\s+(?=(?:stock|shares|shs|units|common)\b)/gi,
    "restricted ",
    ["rest.", "restr", "rstd", "rstr"],
  ],
  [/\b(?:pfd\b\.?|prefd\b\.?|pref\.)(?=\s|[,;)]|$)/gi, "preferred", ["pfd", "prefd", "pref."]],
  [/\bconv\.?\s+(?=(?:preferred|notes?|debentures?)\b)/gi, "convertible ", ["conv"]],
  [/\bcom\.\s+(?=(?:stock|shares|shs)\b)/gi, "common ", ["com. "]],
  [/\bperf\.?\s+(?=(?:shares|shs|units|rsus?|stock|awards?)\b)/gi, "performance ", ["perf. ", "perf "]],
  [/\bempl?\.?\s+(?=(?:stock|share)\s+(?:purch|own))/gi, "employee ", ["emp ", "emp. ", "empl ", "empl. "]],
  [/\bpurch\b\.?(?=\s)/gi, "purchase", ["purch"]],
  [/\bex(?:erc?)?\.\s+(?=(?:price|cost)\b)/gi, "exercise ", ["ex. ", "exer. ", "exerc. "]],
  [/\bex(?:er)?\.(?<=\b(?:options?|warrants?)\sex(?:er)?\.)(?=\s|[,;)]|$)/gi, "exercise", [" ex.", " exer."]],
  [/\bw\/?hold(?=ing\b)/gi, "withhold", ["w/hold", "whold"]],
  [
    /\bincl\.?(?=\s+(?:\d|unvested|vested|restricted|rsus?\b|psus?\b|shs\b|shares\b|the\s|an?\s|approx))/gi,
    "includes",
    ["incl ", "incl. "],
  ],
  [/\s?\/\s?(?:yr|year)\b\.?(?<=[\d%]\s?\/\s?\w+\.?)/gi, " per year", ["/yr", "/ yr", "/year", "/ year"]],
  [/\s?\/\s?mo(?:nth)?\b\.?(?<=[\d%]\s?\/\s?\w+\.?)/gi, " per month", ["/mo", "/ mo"]],
  [/\bq(?:r|u)?trly\b\.?/gi, "quarterly", ["qtrly", "qrtrly", "qutrly"]],
  [/\banniv\b\.?/gi, "anniversary", ["anniv"]],
  [/\bsec\.\s+(?=\d)/gi, "Section ", ["sec. "]],
  [/\b16(?<part>[ab])(?=\d{1,2}(?:\(|\b))/gi, ({ groups }) => `16${groups?.part}-`, ["16a", "16b"]],
  [/\bapprox\b\.?(?=\s+\d)/gi, "approximately", ["approx"]],
  [/\bdivd?\.?\s+reinv\w*\.?/gi, "dividend reinvestment", ["div reinv", "div. reinv", "divd reinv", "divd. reinv"]],
  [/\bea\b\.?(?=\s+[a-z])/gi, "each", ["ea ", "ea. "]],
  [/\byr\b\.?(?<=\b(?:per|each|a|every|first)\s+yr\.?)/gi, "year", [" yr"]],
  [/\bmos?\b\.?(?<=\d\s?mos?\.?)(?=\s+(?:after|from|following|later|period)\b)/gi, "months", ["mos", " mo"]],
  [pattern("gi")`\bbeg\b\.?(?=\s+\d|${day})`, "beginning", ["beg"]],
  [/\bimmed\b\.?/gi, "immediately", ["immed"]],
  [/\bopts?\.(?=\s)/gi, "options", ["opt"]],
  [/\b(?:wts?|wrnts?)\b\.?(?=\s+(?:buys?|to|for|is|are|exer)\b)/gi, "warrant", ["wt", "wrnt"]],
  [/\b[Cc]l\.?\s+(?=[A-C]\b)/g, "Class ", ["cl. ", "cl "]],
  [/\bconv\b\.?(?=\s+(?:to|into)\b)/gi, "converts", ["conv"]],
  [/\bprin\b\.?/gi, "principal", ["prin"]],
  [/\bpx\b\.?/gi, "price", ["px"]],
  [/\bhi(?=\s+\$?\d)/gi, "high", ["hi "]],
  [/\blo(?=\s+\$?\d)/gi, "low", ["lo "]],
  [/\btot\b\.?(?=\s+(?:includes|incl)\b)/gi, "total", ["tot"]],
  [/\bbal\b\.?(?=\s+(?:includes|incl)\b)/gi, "balance", ["bal"]],
  [/\bbot(?=\s+(?:thru|through|on|in|at|under|by|via|\d))/gi, "bought", ["bot "]],
  [/\bRS(?=\s+(?:shares|shs|units)\b)/g, "restricted", ["rs s", "rs u"]],
  [/\brev\.\s+(?=(?:stock\s+)?split)/gi, "reverse ", ["rev. "]],
  [/\badj\b\.?(?=\s+(?:for|to)\b)/gi, "adjusted", ["adj"]],
  [/\bdt\b\.?(?<=\b(?:grant|vest|vesting)\s+dt\.?)/gi, "date", [" dt"]],
  [pattern("gi")`\best\.(?=${day})(?<=\bplan,?\s+est\.)`, "established", ["est. "]],
  [pattern("gi")`\beff\b\.?(?=${day})`, "effective", ["eff"]],
  [pattern("gi")`\bam(?:n)?d(?:['’]d)?\b\.?(?=${day})`, "amended", ["amd", "amnd"]],
  [pattern("gi")`\bterm(?:['’]d|\.)(?=${day})(?<=\bplan,?\s+\S+)`, "terminated", ["term"]],
  [
    /\b(?<made>[2-9])\/(?<old>[1-9])(?=\s+(?:stock\s+|share\s+)?split\b)/gi,
    ({ groups }) => `${groups?.made}-for-${groups?.old}`,
    [" split"],
  ],
  [/\b(?:[Ss]hs?|SHS|(?<=\d\s)SH)\.?(?=\s|[,;.)]|$)(?<!\/[Ss][Hh][Ss]?\.?)(?!\.\w)/g, "shares"],
  [/\s?\/\s?sh(?:are|s?\.|\b)/gi, " per share", ["/"]],
  [/\byrs?\.?(?=\s|[,;)]|$)(?<=\d (?:\w+ )?yrs?\.?)/gi, "years", ["yr"]],
  [/\brptg\.?(?=\s)/gi, "reporting", ["rptg"]],
  [/\bw\/h(?:eld)?\b/gi, "withheld", ["w/h"]],
  [/\bthru\b/gi, "through", ["thru"]],
  [/\bw\/(?=\s|[a-z]{3,})(?!\s?o\b)\s?/gi, "with ", ["w/"]],
  [/\baccts\b(?:\.(?=\s+[a-z]))?/gi, "accounts", ["accts"]],
  [/\b(?:acct\b(?:\.(?=\s+[a-z]))?|a\/c\b)(?!\.\w)/gi, "account", ["acct", "a/c"]],
  [/\bltd\.?\s+(?=(?:partnership|liability)\b)/g, "limited ", ["ltd"]],
  [
    /\b(?:jtwros|jt\.?\s+ten(?:ants|\.)?|jtten)\s+(?=with\b)/gi,
    "held jointly ",
    ["jtwros", "jt ten", "jt. ten", "jtten"],
  ],
  [/\b(?:rec['’]d|recd)\b/gi, "received", ["rec'd", "rec’d", "recd"]],
  [/\b(?:acq['’]d|acqd)\b/gi, "acquired", ["acq'd", "acq’d", "acqd"]],
  [/\b(?:purch['’]d|purchd)\b/gi, "purchased", ["purch'd", "purch’d", "purchd"]],
  [/\b(?:xfer(?:red|['’]d|d)|trf['’]?d|tfr['’]?d|transf['’]d)\b/gi, "transferred", ["xfer", "trf", "tfr", "transf"]],
  [/\b(?:xfer|trf)\b\.?/gi, "transfer", ["xfer", "trf"]],
  [/\bben(?:ef)?\.\s+(?=own)/gi, "beneficial ", ["ben. own", "benef. own"]],
  [/\bgen(?:['’]l|\.)\s+(?=partner)/gi, "general ", ["gen'l", "gen’l", "gen. partner"]],
  [/\brp(?=['’]s\s)/gi, "reporting person", ["rp's", "rp’s"]],
];
