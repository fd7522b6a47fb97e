import { MOST_IN_SENTENCE, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { rule } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { TaxWithholding } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";

/** How shares were given up: to the issuer or in the market. "Withholding" counts only if shares were withheld. */
const payment = pattern("gi")`
  \b (?:
    (?<withheld>
      sold\s+(?:by\s+(?:the\s+reporting\s+person|him|her)\s+)?(?:back\s+)?to\s+the\s+(?:issuer|company|corporation) | with-?\s?h?eld | withholds |
      (?<!tax\s)withholding (?=
          \s+ (?:by\s+the\s+(?:issuer|company|corporation)\s+ | by\s+[A-Z][^;]{2,${NEAR}}?\s(?=of\s))? (?:of\s+)?
          (?:[\d,]+\s+of\s+(?:them|these|those)\b | (?:[\d,]+\s+|a\s+(?:portion|number)\s+of\s+)?
          (?:(?!(?:on|upon|for|tax|taxes|obligations?|liability|requirements?)\b)[\w'’]+\s+){0,4}?
          (?:shares?|stock|securities|units) \b)
        ) |
      (?:share|stock|net)[\s-]+withholding | retain(?:ed|s|ing) | retention | netted | netting |
      net[\s-]+(?:share[\s-]+)?settle(?:d|ment) | net[\s-]+exercise(?=[^.;]{0,${NEAR}}\bto\s+(?:pay|cover|satisfy)\b) | surrender(?:ed|s|ing)? | relinquish(?:ed|es|ing|ment) |
      deliver(?:ed|y|ing|s) | tender(?:ed|ing|s)? | forfeit(?:ed|ure|s|ing)? | cancel(?:l?ed|l?ing|lation) |
      return(?:ed)? | re(?:purchased?|acquired) | deduct(?:ed|ing|ion) | used(?!\s+as\s+collateral|\s+(?:(?:all|some|part|a\s+portion)\s+of\s+)?(?:the|its|such|these|his|her)\s+(?:net\s+|sales?\s+|cash\s+)?proceeds) |
      appl(?:ied|ication) | (?:turned\s+(?:in|over)|handed\s+(?:over|back))(?!\s+(?:the\s+|all\s+|its\s+)*(?:net\s+)?(?:proceeds|cash|money|funds)) |
      held(?=\s+by\s+the\s+(?:issuer|company|corporation)\s+(?:for|to)\b) | went\s+back | went(?=\s+to\s+(?:the\s+(?:issuer|company|corporation)|pay|cover|satisfy|meet)\b) |
      traded(?=\s+(?:in\b|for\s+(?:the\s+)?(?:tax|withholding))) | g(?:ave|iven)\s+(?:up|back) | fore?gone | h(?:e|o)ld(?:ing)?\s+back | keep(?:ing)?\s+back | kept | remitted(?!\s+(?:the\s+|all\s+|its\s+)*(?:net\s+|sale\s+)?(?:proceeds|cash|money|funds)) | exchanged | swap(?:ped)? |
      # "instructed the administrator to withhold 1,377 of the shares", "elected to have the issuer withhold shares"
      (?:withhold|retain|keep|deduct|net)(?=\s+(?:\d|(?:(?:the|such|that|these|some|certain|an?)\s+)?(?:[\w-]+\s+){0,4}?(?:shares|units|stock)\b))
        (?<=\b(?:(?:instructed|directed|asked|requested|caused|elected|chose|opted)\s+(?:[^.;,]{2,${NEAR}}?\s)?to|(?:had|having|(?:elected|chose|opted|decided|arranged|asked|requested)\s+to\s+have|requested\s+that|elected\s+that)\s+(?:the\s+)?(?:issuer|company|corporation|partnership|employer|bank|trustee|administrator|[A-Z]\w+))\s+(?:automatically\s+)?\w+) |
      attest(?:ed|ation) | taken(?=\s+by\s+the\s+(?:issuer|company)) |
      (?<=\b(?:issuer|company|corporation|employer)\s+)took(?=\s+(?:them|[\d,]+|(?:the|these|those|some|part)\b)) | redeemed |
      reduc(?:ed|tion)
        (?=(?:,\s+(?:for|to)\s[^,;.]{2,${NEAR}},)?\s+(?:of|in|by)\s+(?:the\s+)?(?:number\s+of\s+)?(?:[\d,]+\s+)?(?:\w+\s+)?(?:shares|units|stock)) |
      dispos(?:ed|ition)(?=[^.;]{0,${NEAR}}\bto\s+(?:the\s+)?(?:issuer|company|corporation)\b)
    ) |
    (?<sold>
      # "Transaction made pursuant to a Rule 10b5-1 instruction to satisfy taxes": trades under a plan are sales
      transactions?(?=\s+(?:(?:reported|here|herein)\s+)*(?:(?:was|were)\s+)?(?:\w+ly\s+)?(?:made|effected|executed)\s+(?:pursuant\s+to|under|in\s+accordance\s+with)\s[^.;,]{0,${NEAR}}?${rule}) |
      # "This transaction was effected to pay taxes", if the note speaks of a sale elsewhere
      (?<aim>transactions?)(?<=\b(?:this|these|the|reported)\s+\w+)(?=\s+(?:(?:reported|here|herein|in|on|this|form|\d)\s+)*(?:was|were)\s+(?:\w+ly\s+)?(?:made|effected|executed|undertaken|completed)\s+(?:\w+ly\s+)?(?:to|in\s+order\s+to|for\s+the\s+(?:sole\s+)?purposes?\s+of)\b) |
      sold|sales?|sell(?:ing)?|liquidat(?:ed|ing) |
      dispos(?:ed|al|ition)(?=[^.;]{0,${CLAUSE}}\b(?:(?:in|on)\s+the\s+(?:open\s+)?market|to\s+(?:permit|enable|allow)\s)))
  ) \b
`;

/** The proceeds of a sale. */
export const saleProceeds = pattern()`
  proceeds | (?:what|(?:the\s+)?(?:money|cash|amount|sum)(?:\s+(?:that|which))?) \s+
    (?:(?:they|it|the\s+(?:sales?|shares?|broker)|this\s+sale|these\s+(?:sales|shares))\s+)? (?:was\s+|were\s+)?
    (?:brought(?:\s+in)?|fetched|yielded|reali[sz]ed|raised|produced|received|generated|obtained)
`;

export const denied = /\b(?:no|not|none|never|neither|nor|without|other\s+than|rather\s+than|instead\s+of)\b/i;
export const open = pattern("i")`
  \b (?:
    may | will | would | shall | can | could | might | intends? | plans(?=\s+to\s+$) | expects? | elects? | right | ability | permitted |
    allow(?:s|ed)? | entitled | if | unless | in\s+the\s+event | subject\s+to
  ) \b (?!\s+\d)
`;
/** "A sale may be made to cover taxes." */
const yetToBe = /^\s+(?:may|might|could|will|would)\s+(?:\w+\s+)?be\s+(?:made|effected|executed)\b/i;
/** "less shares to be withheld" */
const isToBe = /(?<!\b(?:required|needed|had|obligated)\s)\bto\s+be\s+$/i;
export const isFact = /\b(?:was|were|been|represents?|reflects?|required\s+to\s+be|had)\b/i;
const ofCash = pattern("i")`
  \b (?:(?:cash|remaining\s+balance|amount(?!\s+of\s+(?:shares|units|stock)\b)|dividends?|money|loans?|borrowings?) \s+ (?:(?!and\b)\w+\s+){0,2}|(?:${saleProceeds})\b[^.;]{0,80}) $
`;

/** "sold 900 shares, 700 of which were used to pay taxes" */
const ofSold = /\b(?:sold|sell|sales?)\b[^.;]*\bof\s+(?:which|them)\s+(?:was|were|will\s+be|are)\s+$/i;
/** What was done with shares, and the place of its words in a sentence. */
export type Payment = { method: TaxWithholding["method"]; start: number; end: number };

/** Everything that a sentence says was done with shares, for any purpose. */
export const paymentsOf = (sentence: string, isOfSale: boolean): Payment[] =>
  Array.from(
    [...placesOf(sentence, payment, MOST_IN_SENTENCE)].filter(({ groups }) => isOfSale || groups?.aim === undefined),
    ({ index, 0: words, groups }): Payment => ({
      method:
        groups?.sold === undefined && !ofSold.test(lettersBefore(sentence, index, SENTENCE)) ? "withheld" : "sold",
      start: index,
      end: index + words.length,
    }),
  ).filter(({ start, end }) => isDone(sentence, start) && !yetToBe.test(lettersFrom(sentence, end, NEAR)));

/** "Amount withheld for taxes was 1,902 shares" */
const wasShares = /^[^.;$€£]{3,90}?\b(?:was|were|is)\s+[\d,]+\s+(?:shares|units)\b/i;

/** "Reflects the amount sold to cover taxes": cash is not sold. */
const isAmountSold = (sentence: string, start: number): boolean =>
  /\bamount\s+$/i.test(sentence.slice(0, start)) && /^sold\b/i.test(sentence.slice(start));

/** "The form overreported the number of shares withheld": a correction of another report. */
const misreported =
  /\b(?:over|under)-?\s?(?:report|stat)(?:ed|ing|es|s)\s+(?:\w+\s+){0,3}?(?:number|amount)\s+of\b[^.;]*$/i;
/** "net of any shares withheld for taxes": nobody says that there were any. */
const ofAny =
  /\b(?:net\s+of|less|after|minus|reduced\s+by)\s+any\s+(?:such\s+)?(?:shares|units|stock)\s+(?:(?:that|which)\s+(?:are|were)\s+)?$/i;
/** "The plan covers shares received on vesting, net of those withheld for taxes" */
const ofPlanTerms = /\bplan\s+(?:also\s+)?(?:covers|provides|applies)\b[^.;]*$/i;

/** "net of shares deducted for taxes, if and when the units vest" */
const ifEver =
  /^[^.;]*?\b(?:if\s+and\s+when|when\s+and\s+if|when,?\s+as\s+and\s+if|if,\s+as\s+and\s+when)\s+(?:[\w'’-]+\s+){1,5}?(?:vests?|vested|exercise[ds]?|are|is|becomes?)\b/i;

/** Anything that is denied, or may still happen, was not done. */
function isDone(sentence: string, start: number): boolean {
  if (ifEver.test(lettersFrom(sentence, start, SENTENCE))) return false;
  if (misreported.test(lettersBefore(sentence, start, CLAUSE))) return false;
  if (ofPlanTerms.test(lettersBefore(sentence, start, CLAUSE)) || ofAny.test(lettersBefore(sentence, start, NEAR)))
    return false;
  const clause = lettersBefore(sentence, start, CLAUSE).replace(/^.*(?:[,;:(]|\bbecause\b)(?=[^,;(]*$)/s, "");
  if (denied.test(clause) || isToBe.test(clause)) return false;
  if (ofCash.test(clause) && !isAmountSold(sentence, start) && !wasShares.test(lettersFrom(sentence, start, CLAUSE)))
    return false;
  return !open.test(clause) || isFact.test(clause.slice(clause.search(open)));
}
