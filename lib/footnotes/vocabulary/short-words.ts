import { pattern } from "@/lib/values/pattern";
import type { RewrittenText } from "./rewritten-text";
import { applyRules, type WordRule } from "./word-rules";
import { MONTH } from "./written-dates";

/** What follows "est.", "eff." and the like if they are verbs: a date. */
const day = pattern()`\s+(?:on\s+|as\s+of\s+)?(?:\d{1,2}[/-]\d|${MONTH}\b)`;

/** Most notes have none of these words. One pattern for all of them takes less time than looking for each. */
const mayBeShort = pattern("i")`
  \b (?:
    stk | rest\. | rst | restr | rstd | pfd | pref | conv\b | com\. | perf\b | empl? | purch\b | ex(?:er?c?)?\. | w/?hold | incl\b | q[ru]?trly | anniv\b |
    sec\. | 16[ab]\d | approx\b | divd?\b | ea\b | yr | mos?\b | beg\b | immed\b | opts?\. | wts?\b | wrnt | cl[.\s] | prin\b | px\b | hi\s | lo\s | tot\b | bal\b |
    bot\s | rs\s | rev\. | adj\b | dt\b | est\. | eff\b | am(?:n)?d\b | am(?:n)?d['’] | term['’.] | \d/\d\s+(?:\w+\s+)?split
  ) | [\d%]\s?/\s?(?:yr|year|mo)
`;
export const withoutShortWords = (text: RewrittenText): RewrittenText =>
  mayBeShort.test(text.text) ? applyRules(text, shortWords) : text;

/** Abbreviations for securities, prices, taxes and times in notes that are typed by hand. */
export const shortWords: readonly WordRule[] = [
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
    /\bincl\.?(?=\s+(?:unvested|vested|restricted|rsus?\b|psus?\b|shs\b|shares\b|the\s|an?\s|approx))/gi,
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
];
