import type { NoteText } from "@/lib/footnotes/note-text";
import type { Stated, TaxWithholding } from "@/lib/footnotes/stated-facts";
import type { Span } from "@/lib/footnotes/stated-spans";

/** How shares went: back to the issuer, or into the market. "Withholding" is a deed only where it is one of shares. */
const deed =
  /\b(?:(?<withheld>with-?\s?h?eld|withholds|(?<!tax\s)withholding(?=\s+(?:of\s+)?(?:[\d,]+\s+|a\s+(?:portion|number)\s+of\s+)?(?:(?!(?:on|upon|for|tax|taxes|obligations?|liability|requirements?)\b)\w+\s+){0,4}?(?:shares?|stock|securities|units)\b)|(?:share|stock|net)[\s-]+withholding|retain(?:ed|s|ing)|retention|netted|netting|net[\s-]+(?:share[\s-]+)?settle(?:d|ment)|surrender(?:ed|s|ing)?|relinquish(?:ed|es|ing|ment)|deliver(?:ed|y|ing|s)|tender(?:ed|ing|s)?|forfeit(?:ed|ure|s|ing)?|cancel(?:l?ed|l?ing|lation)|return(?:ed)?|re(?:purchased?|acquired)|deduct(?:ed|ion)|used|applied|redeemed|reduc(?:ed|tion)(?=\s+(?:of|in|by)\s+(?:the\s+)?(?:number\s+of\s+)?(?:[\d,]+\s+)?(?:\w+\s+)?(?:shares|units|stock))|dispos(?:ed|ition)(?=[^.;]{0,60}\bto\s+the\s+(?:issuer|company|corporation)))|(?<sold>sold|sales?|sell(?:ing)?))\b/gi;

const fulfil =
  "(?:satisf(?:y|ying|ied)|cover(?:ing|ed)?|pay(?:ing|s)?|paid|fund(?:ing|ed)?|meet(?:ing)?|met|settl(?:e|ing|ed)|discharg(?:e|ing|ed)|offset(?:ting)?|defray(?:ing|ed)?|provide\\s+for|facilitate|comply\\s+with|fulfill?(?:ing|ed)?|finance|make)";
const payment =
  "(?:(?:full\\s+|partial\\s+|part\\s+)?(?:payment|satisfaction|settlement|discharge|respect|lieu|consideration|fulfillment)(?:\\s+(?:of|for))?)";
/** What leads from the deed to what it was for. */
const link = new RegExp(
  `\\b(?:to\\s+(?:\\w+\\s+){0,2}?${fulfil}|(?:in|as|by\\s+way\\s+of|toward|towards?\\s+the)\\s+${payment}|in\\s+exchange\\s+for|equal\\s+(?:in\\s+value\\s+)?to|in\\s+connection\\s+with|on\\s+account\\s+of|against|towards?|for|as|covering|satisfying|paying)\\b`,
  "gi",
);
/** Where what it was for ends, and when or why begins. */
const occasion =
  /[;:]|\b(?:excess|difference|cash\s+payment|in\s+connection|upon|relat(?:ed|ing)|result(?:ing|s|ed)?|arising|arose|associated|due|incident|incurred|with\s+(?:respect|an?\b)|as\s+a\s+result|which|who|granted|vest\w*|awarded|previously|pursuant|by\s+(?:the|having|withholding|surrender\w*|deliver\w*|tender\w*)|at|exercised|when|where|triggered|imposed|on\s+(?:the\s+)?(?:vesting|exercise|settlement|release|lapse|date))\b/i;

const tax =
  "(?:(?<![-\\w])tax(?:es|ation)?\\b(?![\\s-]+(?:planning|loss|qualified|returns?|exempt|free|advantaged|deferred|reasons?|basis|years?|counsel|advis))(?:[\\s/-]+(?:and\\s+|or\\s+)?(?:withholdings?|liabilit(?:y|ies)|obligations?|requirements?|payments?|purposes?))*|\\b(?:withholding|payroll|fica)\\b(?!\\s+(?:of\\s+)?(?:\\w+\\s+){0,2}(?:shares?|securities|stock|units))(?:\\s+(?:tax(?:es)?|liabilit(?:y|ies)|obligations?|requirements?|amounts?))*)";
const exercisePrice =
  "(?:(?:(?:option\\s+)?exercise|strike|option)(?:\\s+(?:or|and)\\s+(?:strike|purchase|base))?\\s+(?:prices?|costs?)|option\\s+exercise|exercise\\s+payment|purchase\\s+prices?\\s+(?:of|for)\\s+(?:the\\s+)?(?:\\w+\\s+){0,2}options?|(?:price|costs?)\\s+of\\s+(?:the\\s+|such\\s+|these\\s+)?(?:\\w+\\s+){0,2}(?:options?|exercis(?:e|ing)|warrants?))";
const purposes = new RegExp(`(?<tax>${tax})|(?<price>\\b${exercisePrice}\\b)`, "gi");
/** Of a second purpose, after the occasion of the first: "taxes due upon exercise and the exercise price". */
const joinedOn = new RegExp(
  `(?:,|\\band|\\bor|\\bas\\s+well\\s+as|\\bplus|&|/)\\s*(?:(?!with\\b|at\\b|having\\b)[\\w'’-]+\\s+){0,6}?(?:(?<tax>${tax})|(?<price>\\b${exercisePrice}\\b))`,
  "i",
);

const anyPurpose = /\btax|\bwithholding|\bpayroll|\bfica|\bprice|\bcost|\boption/i;

const denied = /\b(?:no|not|none|never|neither|nor|without|other\s+than|rather\s+than|instead\s+of)\b/i;
const open =
  /\b(?:may|will|would|shall|can|could|might|intends?|expects?|elects?|right|permitted|allow(?:s|ed)?|entitled|if|unless|in\s+the\s+event|subject\s+to)\b(?!\s+\d)/i;
const isFact = /\b(?:was|were|been|represents?|reflects?|required\s+to\s+be|had)\b/i;
const ofCash = /\b(?:cash|proceeds|amount|dividends?)\s+(?:\w+\s+){0,2}$/i;
const recital = /exercise\s+price\s+or\s+tax\s+liability/i;

type Found = TaxWithholding & { span: Span; isRecital: boolean };

/**
 * Reported shares went to pay tax or an exercise price. Of two methods the one stated first. The words of a rule count only
 * where nothing says which it was.
 */
export function readTaxWithholding({ lower, sentences }: NoteText): Stated<TaxWithholding> | null {
  if (!/\btax|withh|exercise|option (?:price|cost)|strike|payroll/.test(lower)) return null;
  const all = sentences.flatMap(({ text, start }) =>
    Array.from(inSentence(text), (found): Found => {
      const [from, to] = found.span;
      return { ...found, span: [from + start, to + start] };
    }),
  );
  const said = all.some(({ isRecital }) => !isRecital) ? all.filter(({ isRecital }) => !isRecital) : all.slice(0, 1);
  const method = said[0]?.method;
  if (!method) return null;
  const same = said.filter((found) => found.method === method);
  const purpose = PURPOSES.filter((each) => same.some((found) => found.purpose.includes(each)));
  const spans = same
    .map(({ span }) => span)
    .filter(([start], index, others) => !others.slice(0, index).some(([, end]) => start < end));
  return { value: { method, purpose }, spans };
}

const PURPOSES: TaxWithholding["purpose"] = ["exercise_price", "tax"];

const LONGEST = 320;

function* inSentence(sentence: string): Generator<Found> {
  if (!/\btax|withh|payroll|price|cost|option/i.test(sentence)) return;
  const deeds = [...sentence.matchAll(deed)].filter((match) => isDone(sentence, match.index));
  for (const match of deeds) {
    const end = match.index + match[0].length;
    const method = match.groups?.sold === undefined ? "withheld" : "sold";
    const paid = purposeAfter(sentence, end, method) ?? purposeBefore(sentence, match.index);
    if (!paid) continue;
    const from = Math.min(match.index, paid.span[0]);
    const to = Math.max(end, paid.span[1]);
    yield { method, purpose: paid.purpose, span: [from, to], isRecital: recital.test(sentence.slice(from, to)) };
  }
  if (deeds.length === 0) yield* byNameAlone(sentence);
}

/** What is denied, or may yet be, was not done. */
function isDone(sentence: string, start: number): boolean {
  const clause = sentence.slice(Math.max(0, start - 90), start).replace(/^.*[,;(](?=[^,;(]*$)/s, "");
  if (denied.test(clause) || ofCash.test(clause)) return false;
  return !open.test(clause) || isFact.test(clause.slice(clause.search(open)));
}

type Paid = { purpose: TaxWithholding["purpose"]; span: Span };

function purposeAfter(sentence: string, from: number, method: TaxWithholding["method"]): Paid | null {
  const rest = sentence.slice(from, from + LONGEST);
  if (!anyPurpose.test(rest)) return null;
  for (const match of rest.matchAll(link)) {
    const at = match.index + match[0].length;
    const isLoose = /^(?:for|as|against|towards?)$/i.test(match[0]);
    if (method === "sold" && /^equal/i.test(match[0])) continue;
    const phrase = upToOccasion(rest.slice(at, at + (isLoose ? 70 : 170)));
    const paid = purposesIn(phrase, method);
    if (!paid) continue;
    const [start, end] = [from + at + paid.span[0], from + at + paid.span[1]];
    const more = joinedOn.exec(sentence.slice(end, end + 140));
    if (!more || paid.purpose.length > 1) return { purpose: paid.purpose, span: [start, end] };
    const second = more.groups?.tax === undefined ? "exercise_price" : "tax";
    if (paid.purpose.includes(second)) return { purpose: paid.purpose, span: [start, end] };
    return { purpose: ["exercise_price", "tax"], span: [start, end + more.index + more[0].length] };
  }
  return null;
}

const paidBy = new RegExp(
  `\\b(?:(?:is|was|were|been|are|being)\\s+(?:\\w+ly\\s+)?${fulfil}|effected|made)(?:\\s+\\w+){0,2}?\\s+(?:by|through|via|with|using|from)\\b[^.;]{0,70}$`,
  "i",
);
const payingBy = new RegExp(
  `\\b(?:payment\\s+of|${fulfil})(?<phrase>[^.;]{3,140}?)\\b(?:by|through|via|with|using)\\b[^.;]{0,70}$`,
  "i",
);
const inOrderTo = new RegExp(
  `(?:^|[,;]\\s*)\\W*(?:in\\s+order\\s+)?(?:to\\s+${fulfil}|in\\s+${payment})(?<phrase>[^.;]{3,160}?),\\s*[^.;,]{0,90}$`,
  "i",
);

/** "The exercise price was paid by surrendering …", "To pay taxes, the issuer withheld …" */
function purposeBefore(sentence: string, start: number): Paid | null {
  const from = Math.max(0, start - LONGEST);
  const before = sentence.slice(from, start);
  if (!anyPurpose.test(before)) return null;
  for (const pattern of [payingBy, inOrderTo, paidBy]) {
    const match = pattern.exec(before);
    if (!match) continue;
    const phrase = match.groups?.phrase ?? before.slice(Math.max(0, match.index - 140), match.index);
    const at = match.groups?.phrase === undefined ? match.index - phrase.length : before.indexOf(phrase, match.index);
    const paid = denied.test(phrase + match[0]) ? null : purposesIn(phrase, "withheld");
    if (paid) return { purpose: paid.purpose, span: [from + at + paid.span[0], from + at + paid.span[1]] };
  }
  return null;
}

const upToOccasion = (phrase: string): string => phrase.slice(0, occasion.exec(phrase)?.index ?? phrase.length);

function purposesIn(phrase: string, method: TaxWithholding["method"]): Paid | null {
  const found = [...phrase.matchAll(purposes)].filter(
    ([words]) => method === "withheld" || !/\bpurposes?$/i.test(words),
  );
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return null;
  const purpose: TaxWithholding["purpose"] = [];
  if (found.some(({ groups }) => groups?.price !== undefined)) purpose.push("exercise_price");
  if (found.some(({ groups }) => groups?.tax !== undefined)) purpose.push("tax");
  return { purpose, span: [first.index, last.index + last[0].length] };
}

const nameAlone =
  /^\W*(?:(?:represents?|reflects?|for|mandatory|required|minimum|statutory|automatic|the|this)\s+){0,3}(?:tax\s+withholding|withholding\s+(?:of\s+)?tax(?:es)?)\s+(?:on|upon|of|for|in\s+connection\s+with|related\s+to|due\s+to)\b[^.;]{0,60}\b(?:vest\w*|restricted|rsus?|psus?|shares|units|stock|exercise|awards?)\b[^.;]*\.?$/i;

/** "Mandatory tax withholding on vested restricted stock units." */
function* byNameAlone(sentence: string): Generator<Found> {
  const match = nameAlone.exec(sentence);
  if (match && !open.test(sentence))
    yield { method: "withheld", purpose: ["tax"], span: [0, sentence.length], isRecital: false };
}
