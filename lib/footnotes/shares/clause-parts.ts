import { isDeniedAt } from "@/lib/footnotes/vocabulary/clauses";
import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { amountValue } from "@/lib/footnotes/vocabulary/numerals";
import { ALL, MOST_SENTENCES, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, lettersFrom, NEAR } from "@/lib/footnotes/vocabulary/words";
import { writtenDates } from "@/lib/footnotes/vocabulary/written-dates";
import type { IncludedComponent, Stated } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import { componentKind } from "./component-kinds";
import { upToEnd } from "./component-parts";
import type { FoundComponent } from "./parts-of-total";

const ofTotal = pattern("i")`
  \b (?: total | balance | amount | number | figure | holdings? | position | sum | aggregate | column\s+(?:5|five|4|9) | beneficially\s+owned | [\d,]{3,}\s+(?:shares\s+)?(?:reported|shown|listed|owned|held) | \d{1,3},\d{3}\s+shares\s+(?:are|is)\s ) \b
`;
const includes = pattern("i")`
  \b (?: includ\w+ | made\s+up | makes?\s+up | consist\w* | compris\w+ | count(?:s|ed|ing) | (?:has|have)\s+in\s+(?:it|them) | contain\w* | (?:is|are|being|form)\s+(?:a\s+)?parts?\s+of | among | plus | embrac\w+ |
    takes?\s+in | composed | of\s+(?:which|these|those|this) | added | adding | sum\s+of | combin\w+ | covers ) \b | :\s
`;
const figure = pattern(
  "g",
)`(?<![\w$€£.,/:#-]|\$\s) (\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) (?![\w%/:]|,\d|\.\d|-\w|\s?\(k\)|\s*%|\s+percent)`;
const otherFigure =
  /\b(?:rules?|sections?|forms?|footnotes?|notes?|columns?|table|line|of|in|since|under|class|no\.|page|january|february|march|april|may|june|july|august|september|october|november|december)\s+$/i;
const separator = /[;:]|,\s(?:and\s|plus\s)?|\s(?:and|plus|less|or)\s/gi;
const wentAway = pattern("i")`
  \b (?: withheld | (?:retained|kept|held)\b.*\btax(?:es)? | sold | surrendered | forfeited | cancel\w+ | gifted | donated | transferred | granted | vest(?:s|ed)?\s+(?:on|in|over) | not\s+(?:included|counted) | exclud\w+ | overstated | error | changed? | increased | decreased ) \b
`;

/** "The total on his earlier Form 4 counted 400 RSUs", "another director's balance" */
const ofOther = pattern("i")`
  \b (?:earlier|prior|previous) \s+ (?:(?:form|report|filing|total|balance)\b) | \b another\s+(?:director|officer|insider|person|report|form|filing) \b
`;
/** "The total would have contained", "may contain up to" */
const isOpen = /\b(?:would|will|may(?!\s+\d)|might|could|should)\s+(?:\w+\s+){0,3}$/i;

export const mayHaveParts =
  /\b(?:total|balance|amount|number|figure|holding|position|sum|aggregate|column|owned|shown|reported)(?=[\s\S]*\d)(?=[\s\S]*(?:rsu|psu|restricted|espp|purchase plan|401|savings|thrift|reinvest|drip|performance))|(?:rsu|psu|restricted|espp|purchase plan|401|savings|thrift|reinvest|drip|performance)[\s\S]*\b(?:total|balance|amount|number|figure|holding|position|sum|aggregate|column|owned|shown|reported)/;

/** The named parts in a clause about a total, whatever the order of its words. */
export function readPartsByClause({ sentences }: NoteText): Stated<IncludedComponent[]> | null {
  const found = sentences.slice(0, MOST_SENTENCES).flatMap((sentence) => {
    const { text, start } = sentence;
    if (!ofTotal.test(text) || !includes.test(text) || wentAway.test(text) || ofOther.test(text)) return [];
    return partsIn(upToEnd(text))
      .filter((part) => !isOpen.test(text.slice(0, part.start)))
      .map((part) => ({ ...part, start: start + part.start, end: start + part.end }))
      .filter((part) => !isDeniedAt(sentence, part.start));
  });
  return found.length === 0
    ? null
    : { value: found.map(({ part }) => part), spans: found.map(({ start, end }) => [start, end]) };
}

function partsIn(text: string): FoundComponent[] {
  const dates = writtenDates(text);
  return [...placesOf(text, figure)].flatMap(({ index, 0: written }): FoundComponent[] => {
    const end = index + written.length;
    if (
      dates.some((date) => index < date.end && date.start < end) ||
      otherFigure.test(lettersBefore(text, index, NEAR))
    )
      return [];
    if (/^(?:19|20)\d\d$/.test(written) && !/^\s+(?:[\w-]+\s+){0,2}(?:shares|units)/i.test(text.slice(end))) return [];
    const rest = lettersFrom(text, end, CLAUSE);
    const after = rest.slice(0, firstAt(rest, separator) ?? rest.length);
    const ahead = lettersBefore(text, index, NEAR);
    const before = ahead.slice(lastAt(ahead, separator) ?? 0);
    const [own, other] = [componentKind(after), componentKind(before)];
    if (own !== "other")
      return [{ part: { what: own, shares: amountValue(written) }, start: index, end: end + after.trimEnd().length }];
    if (other !== "other" && /^\W*$/.test(after))
      return [{ part: { what: other, shares: amountValue(written) }, start: index - before.trimStart().length, end }];
    return [];
  });
}

const firstAt = (words: string, mark: RegExp): number | undefined => [...placesOf(words, mark, ALL)][0]?.index;
function lastAt(words: string, mark: RegExp): number | undefined {
  const last = [...placesOf(words, mark, ALL)].at(-1);
  return last && last.index + last[0].length;
}
