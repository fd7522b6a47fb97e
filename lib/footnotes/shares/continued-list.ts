import { amountValue } from "@/lib/footnotes/vocabulary/numerals";
import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { lettersFrom, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { componentKind } from "./component-kinds";
import { count } from "./component-parts";
import type { FoundComponent } from "./parts-of-total";

const mark = pattern()`\(? (?:[b-hj]|i[iv]|iii|vi{0,3}|ix|x) \)`;
/** "(continued from footnote 2) (iv) 5,000 RSUs": a list that began in another note. */
const lead = pattern("i")`
  ^\W* (?:cont(?:inued|inuation|['’]?d|\.) [^()\d]{0,30} \d{0,2} \s* \) \W*)? (?:and\s+)? ${mark} \s+ (?=\d)
`;
const item = pattern("gi")`
  (?<=^|[\s(]) ${mark} \s+ ${count} \s+ (?<name>[^;,:(.]{3,${NEAR}}?) (?=[;,:(.]|\s+(?:of\s+which|that|which|granted|awarded|vesting|$))
`;
const isGone = /^[^;]{0,60}\b(?:withheld|sold|forfeited|surrendered|cancell?ed|expired|settled|converted|excluded)\b/i;

/** "(ii) 5,000 RSUs vest in May" */
const isSentence =
  /\b(?:units?|shares?|stock|awards?|[rp]sus?)\s+(?:vest|vested|will|shall|may|are|were|is|was|have|had)\b/i;

/** The parts of known kinds in the rest of a list. */
export function continuedParts(text: string): FoundComponent[] {
  if (!lead.test(text)) return [];
  return [...placesOf(text, item, ALL)].flatMap(({ index, 0: words, 1: shares = "", groups }) => {
    const what = componentKind(groups?.name ?? "");
    const end = index + words.length;
    if (what === "other" || isSentence.test(words)) return [];
    if (isGone.test(words) || isGone.test(lettersFrom(text, end, NEAR))) return [];
    return [{ part: { what, shares: amountValue(shares) }, start: index + words.indexOf(shares), end }];
  });
}
