import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import type { TaxWithholding } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";

/** The words that end a purpose and begin its time or reason. */
const occasion = pattern("i")`
  [;:] |
  \b (?:
      excess | difference | spread | less | minus | (?:in\s+)?cash\b | merger | right\s+to\s+receive |
      in\s+connection | upon | (?:relat(?:ed|ing)|result(?:ing|s|ed)?|associated)(?!\s+(?:[\w-]+\s+)?(?:tax(?:es)?|withholding|(?:exercise|strike)\s+price)\b) | arising | arose | due |
      incident | incurred | with\s+(?:respect(?!\s+to\s+(?:the\s+|such\s+)?(?:[\w-]+\s+)?tax)|an?\b) | as\s+a\s+result | which | who | granted | vest\w* |
      awarded | previously | pursuant | by\s+(?:the|having|withholding|surrender\w*|deliver\w*|tender\w*) | at |
      exercised | when | where | triggered | imposed |
      on\s+(?:the\s+)?(?:vesting|exercise|settlement|release|lapse|date)
    ) \b
`;

const tax = pattern()`
  (?<![-\w])tax(?:es|ation)? \b (?!
      [\s-]+ (?:and\s+(?:estate|financial)\s+)?
      (?:planning|loss|qualified|returns?|exempt|free|advantaged|deferred|reasons?|basis|years?|counsel|advis)
    ) (?:
      [\s/-]+ (?:and\s+|or\s+)?
      (?:withholdings?|liabilit(?:y|ies)|obligations?|requirements?|payments?|purposes?)
    )* |
  \b (?:withholding|payroll|fica) \b (?!\s+(?:of\s+)?(?:\w+\s+){0,2}(?:shares?|securities|stock|units))
    (?:\s+(?:tax(?:es)?|liabilit(?:y|ies)|obligations?|requirements?|amounts?))* |
  \b(?:IRS|HMRC|internal\s+revenue\s+service|(?:taxing|revenue)\s+authorit(?:y|ies))\b
`;
const exercisePrice = pattern()`
  (?:(?:option\s+)?exercise|strike|option) (?:\s+(?:or|and)\s+(?:strike|purchase|base))? \s+
    (?:prices?|costs?) (?!\s+adjust) |
  # "taxes on option exercise" are taxes alone
  (?<!\b(?:on|upon|of|from|at|after|to|for|with)\s+(?:(?:the|such|this|his|her)\s+)?(?:(?:concurrent|related|same-day|simultaneous|reported|foregoing|cashless|above)\s+)?(?:stock\s+)?)option\s+exercise |
  (?<=^\s*for\s+(?:the\s+)?)exercis(?:e\s+of|ing)\s+(?:[\w,-]+\s+){0,4}?(?:options?|warrants?) |
  (?<=\b(?:fund|finance|pay\s+for|funding|financing|paying\s+for)\s+(?:(?:the|such|an?|his|her|its|their|reporting|[\w.]+['’]s)\s+){0,3}) (?:cash\s+)?exercis(?:e|ing)\s (?:[^.;]{3,30}\s)? (?:of\s+)? (?:(?:the|such|these|all|his|her|certain|remaining|vested|incentive|non-?qualified|stock)\s+){0,4} (?:options?|warrants?) |
  exercise\s+payment | (?:purchase|acquisition)\s+of\s+(?:the\s+)?(?:[\w-]+\s+)?(?:shares|stock)\s+(?:under|subject\s+to|covered\s+by)\s+(?:the\s+|his\s+|her\s+|these\s+|such\s+)?(?:stock\s+)?options? | purchase\s+prices?\s+(?:of|for)\s+(?:the\s+)?(?:\w+\s+){0,2}(?:options?|warrants?) |
  (?:price|costs?|expenses?)\s+(?:of|for(?=\s+exercising))\s+
    (?:the\s+|such\s+|these\s+)?(?:\w+\s+){0,2}(?:options?|exercis(?:e|ing)|warrants?)
`;
const purposes = pattern("gi")`(?<tax>${tax}) | (?<price>\b${exercisePrice}\b)`;
/** A second purpose after the occasion of the first: "taxes due upon exercise and the exercise price". */
const joinedOn = pattern("i")`
  (?:,|\band|\bor|\bas\s+well\s+as|\bplus|&|/) \s* (?:(?!with\b|at\b|having\b)[\w'’-]+\s+){0,6}?
  (?:(?<tax>${tax})|(?<price>\b${exercisePrice}\b))
`;

/** What was paid, and the place of its words. */
export type Paid = { purpose: TaxWithholding["purpose"]; span: Span };

/** The words before an occasion. */
export const upToOccasion = (phrase: string): string => phrase.slice(0, occasion.exec(phrase)?.index ?? phrase.length);

/** The payment that the words name. "Withheld for tax purposes" is a payment; "sold for tax purposes" is not. */
export function purposesIn(phrase: string, mayBePurposes = false): Paid | null {
  const found = [...placesOf(phrase, purposes, ALL)].filter(
    ([words]) =>
      mayBePurposes || !/(?<!\b(?:withholding|liabilit(?:y|ies)|obligations?|payments?)\s)\bpurposes?$/i.test(words),
  );
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return null;
  const purpose: TaxWithholding["purpose"] = [];
  if (found.some(({ groups }) => groups?.price !== undefined)) purpose.push("exercise_price");
  if (found.some(({ groups }) => groups?.tax !== undefined)) purpose.push("tax");
  return { purpose, span: [first.index, last.index + last[0].length] };
}

/** The second payment, shortly after the first. */
export function joinedPurpose(after: string): { purpose: TaxWithholding["purpose"][number]; end: number } | null {
  const match = joinedOn.exec(after);
  if (!match) return null;
  return {
    purpose: match.groups?.tax === undefined ? "exercise_price" : "tax",
    end: match.index + match[0].length,
  };
}
