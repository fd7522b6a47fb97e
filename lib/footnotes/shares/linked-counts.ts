import { isDeniedAt } from "@/lib/footnotes/vocabulary/clauses";
import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { MOST_SENTENCES, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, NEAR } from "@/lib/footnotes/vocabulary/words";
import type { ConversionRatio, Stated } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import { count, dollars, type FoundRatio, MOST_RATIOS, mayBeDollars, principal, ratioAt } from "./conversion-words";
import { securityIn } from "./converted-security";

const noun = pattern()`
  shares? | units? | rsus? | psus? | dsus? | ad[sr]s? | cdis? | gdrs? | warrants? | options? | rights? | notes? | stock | receipts?
`;
const between = pattern()`
  (?:(?!(?:to|and|or|for|into|each|per|is|are|was|were|becomes?|gets?|one|another|vote|votes|rate|ratio|basis)\b|\d+\.\d)[\w'’&.!-]+\s+){0,6}?
`;
/** "each Class B unit", "five Class D shares", "a common unit of the partnership": how many of what. */
const some = pattern()`
  (?:(?:each|every|per|an?|any|such|the\s+holder\s+of\s+(?:each|an?)) \s+)? (?:(?:one\s+)?${count} \s+)? ${between} (?:${noun}) \b (?:\s+(?:preferred|common)\b)?
  (?:\s+(?:of|in)\s+(?:the\s+)?(?:[\w'’&.-]+\s+){0,5}?[\w'’&-]+)?
`;
const start = pattern()`(?:each|every|per|an?|one|\d[\d,./]*|${count})`;

/** "becomes", "may be redeemed for", "stands for": what is given comes before, and what is received after. */
const gives = pattern()`
  (?:(?:will|shall|may|can|could|would|also|now|then|automatically|each|be|is|are|was|were|to|has|have|been|once|vested)\s+|,\s+once\s+\w+,\s+){0,5} (?:
    bec[ao]mes? | become | (?:turned|turns?|changed?|changes)\s+into | (?:convert(?:s|ed|ible)?|exchang(?:ed|eable)|redeem(?:ed|able)|reclassified|redesignated|swapped|settled|payable|paid(?:\s+out)?|exercisable|exercised) \s+
      (?:(?:automatically|at\s+any\s+time|on\s+demand|at\s+the\s+(?:option|election)\s+of\s+the\s+holder|by\s+its\s+holder|without\s+payment|only|upon\s+\w+|on\s+\w+)\s+){0,2} (?:into|for|in|as|by\s+(?:delivery|issuance)\s+of|with|against) |
    stands?\s+for | is\s+good\s+for | buys | (?<=\b(?:ADS|ADR|GDR|CDI|depositary\s+share)s?\s+)(?:equals?|is\s+equal\s+to|corresponds?\s+to) | (?:gives?|gave|grants?|brings?|brought|gets?|got|yields?|yielded|receives?|received|earns?) (?:\s+(?:its|the)\s+(?:holder|owner|director|reporting\s+person))? | = | entitle[sd]?\s+(?:its|the|their)\s+(?:holders?|owners?)\s+to (?:\s+receive)? | obtains?
  )
`;
const forward = pattern("gi")`
  (?<![\w$€£.,/]) (?=${start}\b) (?<given>${some}) \s* (?:\([^()]{1,${NEAR}}\)\s*)? ,?\s* (?<verb>${gives}) \s+ (?:approximately\s+|exactly\s+|only\s+)? (?=${start}\b) (?<got>${some})
`;
/** "1.375 shares replaced each share", "0.7733 for each share held", "1,000 common shares to one preferred share" */
const backward = pattern("gi")`
  (?<![\w$€£.,/-]) (?=${start}\b) (?<got>${some} | (?:\d[\d.]*|${count})) \s* (?:(?:is|are|was|were|being|to\s+be)\s+)? (?:(?:issued|given|delivered|received|paid|exchanged|granted|allotted|due)\s+)?
  (?:replaced|replaces|in\s+exchange\s+for|in\s+(?:place|lieu)\s+of|in\s+return\s+for|against|for|to|per) \s+ (?=(?:each|every|one|an?|1(?!\.\d)|single)\b|(?<=\bper\s+)\w) (?<given>${some})
`;
const ofAmount = pattern("gi")`
  ${dollars} \s+ (?:\w+\s+){0,3}? (?:${principal}) \s+ (?:\w+\s+){0,3}? (?:brought|brings?|gave|gives|yields?|yielded|became|becomes|bought|buys|convert(?:s|ed)?\s+into|got|gets|entitles?\s+\w+\s+to|for) \s+ (?:(?:the|its)\s+holder\s+)? ${count} \s+ (?:[\w-]+\s+){0,3}? (?:${noun}) \b
`;
const perAmount = pattern(
  "gi",
)`(?<![$€£][\d,.]*|[\d,.]) ${count} \s+ (?:[\w-]+\s+){0,4}? (?:${noun}) \s+ (?:per|for\s+(?:each|every)) \s+ ${dollars} (?!\s*(?:per|a)\s+share|\s+(?:by\s+which|(?:of|in)\s+(?:increase|appreciation|excess)))`;
const sameNumber = pattern("gi")`
  \b (?:number|amount) \s+of\s+ (?:[\w'’-]+\s+){0,3}? (?:shares|units|stock) \b [^.;]{0,${NEAR}}? \b (?:is|are|was|were|equals?|will\s+be) \s+ (?:the\s+same\s+as|equal\s+to|equals?|that\s+of|identical\s+to)? \s* (?:the\s+(?:same\s+)?number\s+of|that\s+of)\s+
    (?:the\s+)? (?:[\w'’-]+\s+){0,3}? (?:shares|units|rsus|psus|dsus) \b
`;

const converts = pattern("i")`
  \b (?: conver | exchang(?!e\s+(?:act|commission)) | redeem | redemption | settle | payable | paid | deliver | issu | merge | becom | becam | stands? | good\s+for | buys | replac | entitl | receiv | gets? | got | brought | reclass | swap | ads | adr | depositary | gdr | cdi | ratio ) | =
`;
const notRatio = pattern("i")`
  \b (?: split | dividend | votes? | voting | price | equivalent\s+of | equivalent\s+to | value\s+of | worth | purchase[sd]? | bought | match\w* | fee | sold | sale | meeting | gift | gave\s+(?!its) | up\s+to | between | at\s+least | maximum | minimum | cash\s+equal | offering | number | share\s+of\s+(?:any|the|its|his|her)\s+profits? | ratio\s+adjust\w* | additional | on\s+\d | spin-?\s?off | spinco | newco | million | billion | thousand | hundred ) \b
`;

const ofCount = pattern(
  "i",
)`^ (?:(?:each|every|per|any|such|the\s+holder\s+of\s+(?:each|an?))\s+)? (?:one\s+(?=\d))? ${count} (?:\s|$)`;
/** "Each right" is one. */
const countIn = (words: string): string => ofCount.exec(words)?.[1] ?? "1";

/** "5,000 Class B shares were converted into 5,000 Class A shares": how many were converted, and not a ratio. */
const isOfAll = (given: string): boolean =>
  !/^(?:each|every|per)\b/i.test(given) && Number(countIn(given).replaceAll(",", "")) >= 100;

export const mayLink =
  /\b(?:conver|exchang|redeem|redempt|settle|becom|became|stands? for|good for|buys|replac|entitl|payable|deliver|brought|gets|received)|=|\b(?:ad[sr]|gdr|cdi|depositary share)s? (?:equal|is equal|correspond)/;

/** Ratios in clauses that link two counts in words of any kind, for notes in which no usual ratio is found. */
export function readLinkedCounts({ sentences }: NoteText): Stated<ConversionRatio[]> | null {
  const found = sentences
    .slice(0, MOST_SENTENCES)
    .flatMap((sentence) =>
      [...ratiosIn(sentence.text)]
        .map((each) => ({ ...each, start: sentence.start + each.start, end: sentence.start + each.end }))
        .filter(({ start }) => !isDeniedAt(sentence, start)),
    );
  const distinct = found.filter(
    ({ ratio, start }, index) =>
      found.findIndex(
        ({ ratio: other, start: from, end: to }) =>
          other.per === ratio.per &&
          other.into === ratio.into &&
          (other.of === ratio.of || (from <= start && start < to)),
      ) === index,
  );
  return distinct.length === 0
    ? null
    : { value: distinct.map(({ ratio }) => ratio), spans: distinct.map(({ start, end }) => [start, end]) };
}

function* ratiosIn(text: string): Generator<FoundRatio> {
  if (!converts.test(text)) return;
  for (const linked of [forward, backward]) {
    for (const match of placesOf(text, linked, MOST_RATIOS)) {
      const end = match.index + match[0].length;
      if (
        /^\s+(?:on\s+\d|bought|purchased|(?:for|per)\s+(?:each|every)\s+\$)/i.test(text.slice(end)) ||
        /^:/.test(text.slice(end))
      )
        continue;
      if (/\bshare\s+of\s+(?:any|the|its|his|her)\s+(?!issuer|company)/i.test(text.slice(match.index, end + NEAR)))
        continue;
      if (notRatio.test(match[0]) || notRatio.test(lettersBefore(text, match.index, CLAUSE).replace(/^.*[;.]/s, "")))
        continue;
      const { got = "", given = "", verb = "" } = match.groups ?? {};
      // "each unit = one share + 1/2 warrant": what it consists of
      if (verb === "=" && /^\s*(?:\+|plus\b|and\b)/i.test(text.slice(end))) continue;
      if (isOfAll(given)) continue;
      yield* ratioAt(countIn(given), countIn(got), [match.index, end], securityIn(got));
    }
  }
  if (mayBeDollars.test(text)) {
    for (const { index, 0: words, 1: per, 2: into } of placesOf(text, ofAmount, MOST_RATIOS))
      yield* ratioAt(per, into, [index, index + words.length], securityIn(words));
    for (const { index, 0: words, 1: into, 2: per } of placesOf(text, perAmount, MOST_RATIOS))
      yield* ratioAt(per, into, [index, index + words.length], securityIn(words));
  }
  for (const { index, 0: words } of placesOf(text, sameNumber, MOST_RATIOS))
    yield* ratioAt("1", "1", [index, index + words.length], "shares");
}
