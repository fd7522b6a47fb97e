import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { withoutInnerStops } from "@/lib/footnotes/vocabulary/sentences";
import { CLAUSE, lettersBefore, lettersFrom, NEAR } from "@/lib/footnotes/vocabulary/words";
import type { Stated, TaxWithholding } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";
import { denied, type Payment, paymentsOf } from "./tax-payments";
import { joinedPurpose, type Paid, purposesIn, upToOccasion } from "./tax-purposes";
import { paidByName, paidFromProceeds, paidInShares, paidToAuthority, soldToCover } from "./tax-without-payment";

const fulfil = pattern()`
  satisf(?:y|ying|ied) | cover(?:ing|ed)? | pay(?:ing|s)? | paid | fund(?:ing|ed)? | meet(?:ing)? | met |
  settl(?:e|ing|ed) | discharg(?:e|ing|ed) | offset(?:ting)? | defray(?:ing|ed)? | provide\s+for | facilitate |
  comply\s+with | fulfill?(?:ing|ed)? | finance | make | rais(?:e|ing)
`;
const payment = pattern()`
  (?:full\s+|partial\s+|part\s+)?
  (?:payment|satisfaction|settlement|discharge|respect|lieu|consideration|fulfillment) (?:\s+(?:of|for))?
`;
/** "under a mandatory tax withholding provision": the name of a rule that makes one pay. */
const taxRule = pattern()`
  (?:tax[\s-]+withholding|withholding[\s-]+tax)\s+(?:rights?|elections?|obligations?|provisions?|requirements?|arrangements?|features?|programs?|polic(?:y|ies)|procedures?|terms)
`;
/** The words between the payment and its purpose. */
const link = pattern("gi")`
  ^\s*\(\s*(?=tax) |
  \b (?:
      to\s+(?:\w+\s+){0,2}?${fulfil} | and\s+(?:to\s+)?(?:pay|cover|satisfy|meet|fund) | (?:in|as|by\s+way\s+of|toward|towards?\s+the)\s+${payment} |
      (?:pursuant\s+to|under)(?=\s+(?:(?!not\b)[\w'’-]+\s+){0,4}?${taxRule}) | in\s+exchange\s+for | so\s+that | in\s+order\s+that | equal\s+(?:in\s+value\s+)?to | worth | in\s+connection\s+with | on\s+account\s+of |
      (?:relat(?:es?|ed|ing)|attributable)\s+to | against | towards? | for | as | to | covering | covered | satisfying | satisfied | paying
    ) \b
`;
/** "The sale was not made to cover taxes" */
const isNotFor = /\b(?:is|was|are|were)\s+not\s+(?!discretion|volition)(?:[\w-]+\s+){0,2}$/i;
/** "sold to diversify and not to pay tax", "forfeited, not withheld for taxes" */
const justDenied = /\bnot\s+(?:\w+\s+)?$/i;
/** "applied to his tax obligation": after other payments "to" names the recipient. */
const isApplied = /\b(?:applied|application)\s+(?:by\s+the\s+\w+\s+)?$/i;

const anyPurpose = /\btax|\bwithholding|\bpayroll|\bfica|\bprice|\bcost|\boption/i;

const recital = /exercise\s+price\s+or\s+tax\s+liability/i;

type Found = TaxWithholding & { span: Span; isRecital: boolean };

/**
 * Reads whether reported shares were used to pay tax or an exercise price. If two methods are stated, the first counts. The words
 * of a rule count only if nothing else says which method it was.
 */
export function readTaxWithholding({ text, lower, sentences }: NoteText): Stated<TaxWithholding> | null {
  if (
    !/\btax|withh|exercis|option (?:price|cost)|strike|payroll|\birs\b|hmrc|revenue (?:service|authorit)|to.cover/.test(
      lower,
    )
  )
    return null;
  const isOfSale = /\b(?:sold|sales?|open market)\b/.test(lower);
  const all = sentences.flatMap(({ text, start }) =>
    Array.from(inSentence(withoutInnerStops(text), isOfSale), (found): Found => {
      const [from, to] = found.span;
      return { ...found, span: [from + start, to + start] };
    }),
  );
  if (all.length === 0) {
    const byName = soldToCover(text);
    return byName && { value: { method: "sold", purpose: ["tax"] }, spans: [byName] };
  }
  const said = all.some(({ isRecital }) => !isRecital) ? all.filter(({ isRecital }) => !isRecital) : all.slice(0, 1);
  const method = said[0]?.method;
  if (!method) return null;
  const same = said.filter((found) => found.method === method);
  const purpose = PURPOSES.filter((each) => same.some((found) => found.purpose.includes(each)));
  let until = 0;
  const spans = same.flatMap(({ span }): Span[] => {
    if (span[0] < until) return [];
    until = span[1];
    return [span];
  });
  return { value: { method, purpose }, spans };
}

const PURPOSES: TaxWithholding["purpose"] = ["exercise_price", "tax"];

const LONGEST = 320;
/** Enough to see that "tax" is not "tax planning". */
const NEXT_WORD = 12;

/** "disclaims ownership of the options, except for that portion of the sale proceeds necessary to pay taxes" */
const ofDisclaimer = /\bdisclaim\w*\b[^.;]*\bexcept\b[^.;]*\b(?:proceeds|tax)/i;

function* inSentence(sentence: string, isOfSale: boolean): Generator<Found> {
  if (!/\btax|withh|payroll|price|cost|option|\birs\b|hmrc|revenue/i.test(sentence)) return;
  if (/\bdisclaim/i.test(sentence) && ofDisclaimer.test(sentence)) return;
  const payments = paymentsOf(sentence, isOfSale);
  for (const [index, { method, start, end }] of payments.entries()) {
    if (payments[index + 1]?.method === "sold" && /^\s+and\s+$/i.test(sentence.slice(end, payments[index + 1]?.start)))
      continue;
    const paid = purposeAfter(sentence, end, method) ?? purposeBefore(sentence, start);
    if (!paid || isOfAnother(payments.slice(index + 1), method, end, paid.span[0])) continue;
    const span: Span = [Math.min(start, paid.span[0]), Math.max(end, paid.span[1])];
    yield { method, purpose: paid.purpose, span, isRecital: recital.test(sentence.slice(...span)) };
  }
  for (const paid of paidFromProceeds(sentence, isOfSale)) yield { ...paid, method: "sold", isRecital: false };
  for (const paid of paidToAuthority(sentence, payments)) yield { ...paid, isRecital: false };
  if (payments.length > 0) return;
  for (const paid of paidInShares(sentence)) yield { ...paid, method: "withheld", isRecital: false };
  for (const paid of paidByName(sentence)) yield { ...paid, method: "withheld", isRecital: false };
}

/** "900 shares were sold, of which 200 had been withheld to pay taxes": the later payment is the one that paid. */
const isOfAnother = (
  later: readonly Payment[],
  method: TaxWithholding["method"],
  end: number,
  purpose: number,
): boolean =>
  later.some((payment) => payment.method !== method && payment.start > end + " and ".length && payment.start < purpose);

function purposeAfter(sentence: string, from: number, method: TaxWithholding["method"]): Paid | null {
  const rest = sentence.slice(from, from + LONGEST + NEXT_WORD);
  const isWithheld =
    /(?:with-?\s?h?(?:e?ld|olds|olding)|settle(?:d|ment)|surrendered|forfeited|retained|deducted)$/i.test(
      sentence.slice(Math.max(0, from - 12), from),
    );
  if (!anyPurpose.test(rest)) return null;
  for (const match of placesOf(rest, link, ALL)) {
    const at = match.index + match[0].length;
    const isLoose = /^(?:for|as|against|to|towards?|(?:relat\w+|attributable)\s+to)$/i.test(match[0]);
    if (/^to$/i.test(match[0]) && !isApplied.test(sentence.slice(Math.max(0, from - 12), from + match.index))) continue;
    if (method === "sold" && (/^(?:equal|worth)/i.test(match[0]) || /\brepay/i.test(rest.slice(0, match.index))))
      continue;
    if (isNotFor.test(rest.slice(0, match.index)) || justDenied.test(rest.slice(0, match.index))) continue;
    const cashless = /\b(?:for|fund(?:ing)?|financ(?:e|ing))$/i.test(match[0])
      ? (/^for$/i.test(match[0]) ? forCashless : ofExercise).exec(rest.slice(at))
      : null;
    if (cashless) return andTax(sentence, [from + at, from + at + cashless[0].length]);
    const most = Math.min(isLoose ? 70 : 170, LONGEST - at);
    const paid = purposesIn(upToOccasion(rest.slice(at, at + most + NEXT_WORD)), isWithheld);
    if (!paid || paid.span[0] >= most - "tax".length) continue;
    const [start, end] = [from + at + paid.span[0], from + at + paid.span[1]];
    const more = joinedPurpose(lettersFrom(sentence, end, CLAUSE));
    if (!more || paid.purpose.includes(more.purpose)) return { purpose: paid.purpose, span: [start, end] };
    return { purpose: ["exercise_price", "tax"], span: [start, end + more.end] };
  }
  return null;
}

/** "sold to fund the exercise of the options and to pay the taxes" */
function andTax(sentence: string, [start, end]: Span): Paid {
  const more = joinedPurpose(lettersFrom(sentence, end, CLAUSE));
  return more?.purpose === "tax"
    ? { purpose: ["exercise_price", "tax"], span: [start, end + more.end] }
    : { purpose: ["exercise_price"], span: [start, end] };
}

/** "exchanged 900 shares as payment for the exercise of the options" */
const ofExercise =
  /^\s+(?:the\s+)?(?:concurrent\s+)?exercis(?:e\s+of|ing)\s+(?:[\w,'’-]+\s+){0,6}?(?:options?|warrants?)\b/i;
/** "shares sold for the cashless exercise of the options" */
const forCashless = /^\s+(?:the\s+|an?\s+)?cashless\s+exercise\s+of\s+(?:[\w-]+\s+){0,3}?(?:options?|warrants?)\b/i;

const paidBy = pattern("i")`
  \b (?:(?:(?:is|was|were|been|are|being)\s+(?:\w+ly\s+)?)?(?:${fulfil}(?<=ed|paid|met)|effected|made))
  (?:\s+(?!(?:accordance|compliance|connection|conjunction)\b)\w+){0,2}? \s+ (?:by|through|via|with|using|from)
  \b[^.;]{0,${NEAR}}$
`;
const payingBy = pattern("i")`
  \b (?:(?:payment|satisfaction|settlement|discharge)\s+of|${fulfil}) (?<phrase>[^.;]{3,140}?) \b
  (?:by|through|via|with|using) \b[^.;]{0,${NEAR}}$
`;
const inOrderTo = pattern("i")`
  (?:^|[,;]\s*) \W* (?:in\s+order\s+)? (?:to\s+${fulfil}|in\s+${payment}|(?:pursuant\s+to|under)(?=\s+(?:(?!not\b)[\w'’-]+\s+){0,4}?${taxRule})) (?<phrase>[^.;]{3,160}?)
  (?:,|(?=\s(?:he|she|the\s+reporting\s+person)\s)) \s*[^.;,]{0,${CLAUSE}}$
`;

/** "Shares with a value equal to the tax were kept", "the shares needed to pay the exercise price were withheld" */
const worthThat = pattern("i")`
  \b(?:shares|units|stock|securities|those|number\s+of\s+(?:[\w-]+\s+){0,3}?shares)\s+ (?:
    equal\s+in\s+value\s+to | worth |
    (?:with|having|of|whose)\s+ (?:(?:an?|the)\s+)? (?:(?:aggregate|total|fair\s+market|market)\s+){0,3} (?:value\s+)? (?:is\s+|was\s+)? (?:equal(?:l?ing)?|equivalent|corresponding)\s+ (?:in\s+value\s+)?to |
    (?:that\s+(?:is|are|was|were)\s+)? (?:sufficient|necessary|needed|required|enough) \s+ (?:to\s+(?:${fulfil})|for)
  ) (?<phrase>[^.;]{3,140}?) \s (?:was|were|have\s+been|has\s+been|being) \s+ (?:\w+ly\s+|then\s+)? $
`;

const isWorth = /\b(?:equal|equall?ing|equivalent|worth|sufficient|necessary|needed|required|enough)\b/i;

/** "The option exercise was effected by": an exercise is not a price. */
const isBareExercise = /\boption\s+exercise\b(?!\s+(?:price|cost|payment))/i;

/** "The exercise price was paid by surrendering …", "To pay taxes, the issuer withheld …" */
function purposeBefore(sentence: string, start: number): Paid | null {
  const from = Math.max(0, start - LONGEST);
  const before = sentence.slice(from, start);
  if (!anyPurpose.test(before)) return null;
  for (const pattern of [payingBy, inOrderTo, paidBy, worthThat]) {
    if (pattern === worthThat && !isWorth.test(before)) continue;
    const match = pattern.exec(before);
    if (!match) continue;
    const phrase = match.groups?.phrase ?? lettersBefore(before, match.index, CLAUSE);
    const at = match.groups?.phrase === undefined ? match.index - phrase.length : before.indexOf(phrase, match.index);
    const paid = denied.test(phrase + match[0]) || isBareExercise.test(phrase) ? null : purposesIn(phrase);
    if (paid) return { purpose: paid.purpose, span: [from + at + paid.span[0], from + at + paid.span[1]] };
  }
  return null;
}
