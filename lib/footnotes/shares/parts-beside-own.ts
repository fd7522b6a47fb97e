import { besideReported } from "@/lib/footnotes/vocabulary/beside-reported";
import { amountValue } from "@/lib/footnotes/vocabulary/numerals";
import { ALL, itemsFrom, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, NEAR } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";
import { componentKind } from "./component-kinds";
import { count } from "./component-parts";
import type { FoundComponent } from "./parts-of-total";

const mayHave =
  /\b(?:directly|outright)\b|\b(?:held|owned) (?:in|by|through) (?:two|three|four|five|several|separate)\b/i;
const number = pattern()`(?<![$€£\d.,/])\d[\d,]*(?<=\d)(?![\d/]|\.\d|\s*%)`;
const own = pattern()`(?:directly|outright) (?:\s+by\s+(?:the\s+reporting\s+person|him|her))?`;
/** What the insider holds directly, before what others hold: "owns 12,000 shares directly", "12,000 of these are held directly by him" */
const lead = pattern("gi")`
  \b (?:owns?|holds?|owned|held) \s+ (?:an?\s+aggregate\s+of\s+)? ${number} \s [^.;\d]{0,${NEAR}}? \b ${own} |
  ${number} \s (?:[^.;\d]{0,${NEAR}}?\s)? (?:are|is)\s+ (?:held|owned) \s+ ${own} |
  \b directly\s+ (?:owns|holds) \s+ ${number} (?:\s+[a-z][^.,;\d]{0,${NEAR}}?)? (?=[.,;]|\s+and\s) |
  # "held in two trusts, 4,000 in the Roe Trust and 5,000 in the Doe Trust"
  \b (?:held|owned) \s+ (?:in|by|through) \s+ (?:two|three|four|five|several|separate) \s+ (?:[\w'’-]+\s+){0,3}? (?:accounts|trusts|funds|entities|partnerships|plans|companies|vehicles)
    (?:\s+for\s+(?:[\w'’-]+\s+){0,2}[\w'’-]+)? \s* (?=[,:;])
`;
/** "and the other 40,000 are held by Roe LP", "; 40,000 shares indirectly through Roe LP" */
const item = pattern("iy")`
  \s* [,;.:]? \s+ (?:and\s+|while\s+)? (?:the\s+)? (?:(?:remaining|other|balance\s+of|rest\s+of)\s+)? ${count} \s+ (?:(?:of\s+(?:these|the|such)\s+)?(?:shares|units|securities)\s+)? (?:of\s+(?:class\s+\w+\s+)?(?:common|ordinary)\s+(?:stock|shares)\s+)?
  (?:(?:are|is)\s+)? (?:(?:held|owned)\s+)? (?:(?:indirectly|beneficially|of\s+record)\s+)* (?:by|in|through) \s+ (?!(?:the\s+reporting\s+person|him|her(?!\s)|cash|options|${MONTH})\b)
  (?: (?! ,?\s+and\s+(?:the\s+)?(?:remaining\s+|other\s+)?\d | [,;]\s+(?:and\s+)?\d | \.\s | \.?$ ) [^;] ){2,${NEAR}}
`;

/** "Before the sale he held 12,000 shares directly", "she no longer owns" */
const atAnotherTime = /\b(?:before|prior\s+to|previously|formerly|no\s+longer|if)\b[^.;]*$/i;

/** What others hold of what the insider reports, beside what the insider holds directly. */
export function partsBesideOwn(text: string): FoundComponent[] {
  if (!mayHave.test(text) || besideReported.test(text)) return [];
  for (const { index, 0: words } of placesOf(text, lead, ALL)) {
    if (atAnotherTime.test(lettersBefore(text, index, CLAUSE))) continue;
    const items = [...itemsFrom(item, text, index + words.length)];
    if (items.length > (/^(?:held|owned)\s+(?:in|by|through)\b/i.test(words) ? 1 : 0))
      return items.map(({ index: at, 0: said, 1: shares = "" }) => ({
        part: { what: componentKind(said), shares: amountValue(shares) },
        start: at + said.indexOf(shares),
        end: at + said.length,
      }));
  }
  return [];
}
