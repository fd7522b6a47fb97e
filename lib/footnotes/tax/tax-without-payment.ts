import { MOST_IN_SENTENCE, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";
import { denied, isFact, open, type Payment, saleProceeds } from "./tax-payments";
import { joinedPurpose, type Paid, purposesIn, upToOccasion } from "./tax-purposes";

const proceeds = pattern("gi")`
  \b (?:${saleProceeds}) \b (?<which>[^.;]{0,${CLAUSE}}?) \b (?:
    (?:
      used | using | applied | going | went | go | directed | remitted | paid | delivered | retained |
      withheld | needed | allocated | forwarded | transmitted | sent | turned\s+over
    ) \b |
    to\s+(?=(?:pay|cover|satisfy|fund|finance|meet)\b)
  )
`;
const saleBefore = /\b(?:sold|sales?|sell)\b[^.;]{0,200}$/i;
/** "sold so that the proceeds could be used": the purpose of a sale that was made. */
const soThat = /\b(?:so\s+that|in\s+order\s+that)\s+(?:(?:the|its|their)\s+)?(?:\w+\s+)?$/i;
const ofOtherProceeds = /\b(?:loan|offering|insurance|cash|dividends?|merger|notes?)\s+(?:\w+\s+)?$/i;

/** "The proceeds will be used to pay taxes": the sale was made. */
const willBe = /\bwill\s+be\s+$/i;

/** "The proceeds of the sale were used to pay taxes." */
export function* paidFromProceeds(sentence: string, isOfSale: boolean): Generator<Paid> {
  for (const match of placesOf(sentence, proceeds, MOST_IN_SENTENCE)) {
    const before = lettersBefore(sentence, match.index, SENTENCE);
    const which = match.groups?.which ?? "";
    const sale = saleBefore.exec(before);
    if (!sale && !isOfSale && !/\b(?:sales?|sold|selling)\b/i.test(which)) continue;
    if (ofOtherProceeds.test(before) || denied.test(which)) continue;
    const isYetToBePaid =
      willBe.test(which) && !/\b(?:if|may|might|could|would|future|to\s+be\s+sold)\b/i.test(before + which);
    if (open.test(which) && !isFact.test(which) && !soThat.test(before) && !isYetToBePaid) continue;
    const from = match.index + match[0].length;
    const paid = purposesIn(upToOccasion(lettersFrom(sentence, from, CLAUSE)));
    if (!paid) continue;
    // "and the remaining balance was remitted to the taxing authorities"
    const balance = balancePaid.exec(lettersFrom(sentence, from + paid.span[1], SENTENCE));
    // "to fund the exercise of options for 900 shares (see Table II), and to pay the taxes"
    const more = joinedPurpose(lettersFrom(sentence, from + paid.span[1], CLAUSE));
    if ((balance || more?.purpose === "tax") && !paid.purpose.includes("tax")) paid.purpose.push("tax");
    const start = sale ? match.index - before.length + sale.index : match.index;
    yield { purpose: paid.purpose, span: [start, from + paid.span[1]] };
  }
}

const balancePaid = pattern("i")`
  ^ [^.;]{0,${NEAR}}? \b and\s+the\s+ (?:remaining\s+)? (?:balance|remainder|rest|excess) \s+ (?:was|were) \s+ (?:remitted|paid|sent|forwarded|delivered) \b [^.;]{0,${CLAUSE}} \btax
`;

/** "and remitted the proceeds to the tax authorities" */
const toAuthority = pattern("gi")`
  \b (?:
    remit(?:ted|ting|s)? | paid | pays | paying | forward(?:ed|ing) | transmit(?:ted|ting) |
    turn(?:ed|ing)\s+over | sent | deliver(?:ed|ing)
  ) \b[^.;]{0,${NEAR}}?\bto\s+ (?:[\w.]+\s+){0,4}? (?:
    tax(?:ing)?\s+(?:authorit(?:y|ies)|agenc(?:y|ies)) | revenue\s+authorit(?:y|ies) | IRS\b | HMRC\b |
    internal\s+revenue\s+service
  )
`;
const shares = /\b(?:shares?|stock|units|RSUs?|securities)\b/i;

/** Shares were withheld or sold, and their value went to the tax authorities. */
export function* paidToAuthority(
  sentence: string,
  payments: readonly Payment[],
): Generator<Paid & Pick<Payment, "method">> {
  if (!/authorit|agenc|IRS|HMRC|revenue service/i.test(sentence)) return;
  for (const match of placesOf(sentence, toAuthority, MOST_IN_SENTENCE)) {
    const payment = payments.filter(({ end }) => end < match.index).at(-1);
    if (!payment || match.index - payment.end > 200) continue;
    const between = sentence.slice(payment.end, match.index);
    const around = sentence.slice(Math.max(0, payment.start - 60), match.index);
    if (!shares.test(around) || /^\s+(?:\w+\s+)?(?:cash|amounts?)\b/i.test(between)) continue;
    if (denied.test(between) || (open.test(between) && !isFact.test(between))) continue;
    yield { purpose: ["tax"], span: [payment.start, match.index + match[0].length], method: payment.method };
  }
}

const nameAlone = pattern("i")`
  ^\W* (?:(?:represents?|reflects?|for|mandatory|required|minimum|statutory|automatic|the|this)\s+){0,3}
  (?:tax\s+withholding|withholding\s+(?:of\s+)?tax(?:es)?) \s+
  (?:on|upon|of|for|in\s+connection\s+with|related\s+to|due\s+to) \b[^.;]{0,${NEAR}}\b
  (?:vest\w*|restricted|rsus?|psus?|shares|units|stock|exercise|awards?) \b[^.;]*\.?$ |
  ^\W* (?:(?:represents?|reflects?|the)\s+){0,2} exercise\s+of\s+ (?:(?:the|an?|his|her|reporting\s+person['’]s)\s+){0,2} tax[\s-]withholding\s+rights? \b [^.;]* \.?$ |
  ^\W* (?:(?:represents?|reflects?|mandatory|required|in-?kind|for)\s+){0,2} (?:tax\s+withholding|withholding\s+(?:of\s+)?tax(?:es)?) \W*$ |
  # "Tax withholding: 355 shares"
  ^\W* tax\s+withholding \s*(?:[:–—-]\s*|\() [\d,]+\s+(?:shares|units) \W*$
`;

const inShares = pattern("i")`
  \b (?:payment\s+of|satisfaction\s+of) \b (?<phrase>[^.;]{3,80}?) \b (?:with|in|using) \s+
    (?:[\w'’,-]+\s+){0,3}? (?:shares|securities|(?:common\s+)?stock) \b |
  \b(?:paid|satisfied|covered|met) \s+ (?<object>(?:the\s+|his\s+|her\s+)?(?:[\w-]+\s+){0,4}?(?:price|tax(?:es)?|obligations?|liabilit(?:y|ies))) \s+ (?:with|in|using) \s+
    (?:[\w'’,-]+\s+){0,3}? (?:shares|(?:common\s+)?stock) \b |
  (?<paid>(?:\btax|\b(?:exercise|option|strike)\s+price|\bcost\s+of\s+the\s+option)[^.;]{0,${NEAR}}?) \bpaid\s+ (?:with|in) \s+ (?:[\w'’,-]+\s+){0,3}?
    (?:shares|(?:common\s+)?stock) \b
`;

/** "Payment of the exercise price with shares already owned." */
export function* paidInShares(sentence: string): Generator<Paid> {
  const match = inShares.exec(sentence);
  if (!match || open.test(sentence) || denied.test(sentence)) return;
  const paid = purposesIn(upToOccasion(match.groups?.phrase ?? match.groups?.object ?? match.groups?.paid ?? ""));
  const span: Span = [match.index, match.index + match[0].length];
  if (paid) yield { purpose: paid.purpose, span };
}

const withholdingRight = /\bwithholding\s+rights?\b/i;
/** "Mandatory tax withholding on vested restricted stock units." */
export function* paidByName(sentence: string): Generator<Paid> {
  const match = nameAlone.exec(sentence);
  if (match && !open.test(sentence.replace(withholdingRight, "")))
    yield { purpose: ["tax"], span: [0, sentence.length] };
}

const toCover = pattern("gi")`\b (?:sell|sells|selling|sold|sales?) [\s‐-―-]+ to [\s‐-―-]+ cover \b`;
/** What may follow the name, but not "to cover the fees of the broker". */
const nameEnds = pattern("i")`
  ^ [\s‐-―-]* (?:
    ["”’'),.;] | $ |
    (?:
      transactions? | orders? | program | instructions? | arrangements? | sales? | provisions? | policy | method | feature |
      election | basis | requirement | required | mandated | pursuant | and | on | upon | when | in | for | of | at | by | under
    ) \b
  )
`;
const ofAward = pattern("i")`
  \b (?:
    vest\w* | rsus? | psus? | units? | restricted | awards? | settlement | (?:non-?)?discretion\w* | control |
    volition\w* | mandat\w* | automatic\w* | required? | eligible | durable | irrevocable | tax(?:es)? | withholding
  ) \b
`;
const ofOption = /\boptions?\b|\bexercis/i;
const notThis = pattern("i")`
  \b (?:not|no|never|future|(?:other|rather)\s+than|instead\s+of|in\s+lieu\s+of) \s+ (?:\w+\s+){0,4} ["“‘']? $
`;
/** How far back a denial is looked for. */
const LOOK_BACK = 60;

/** "Sell-to-cover": the name of a sale that pays the tax on an award. With an option, it may pay the exercise price. */
export function soldToCover(text: string): Span | null {
  const alone = /^\W*sell[\s‐-―-]+to[\s‐-―-]+cover\W*$/i.exec(text);
  if (alone) return [0, text.trimEnd().length];
  if (!ofAward.test(text) || ofOption.test(text)) return null;
  for (const { index, 0: words } of placesOf(text, toCover, MOST_IN_SENTENCE)) {
    const before = text.slice(Math.max(0, index - LOOK_BACK), index);
    const end = index + words.length;
    if (!notThis.test(before) && !open.test(before) && nameEnds.test(text.slice(end))) return [index, end];
  }
  return null;
}
