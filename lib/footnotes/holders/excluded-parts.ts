import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";

const excluding = pattern("gi")`
  \b (?:
    (?:do(?:es)?|did)\s+not\s+(?:include|reflect|count|cover) | not\s+(?:including|counting|reflecting) |
    exclud(?:es?|ed|ing) | omits | omitting | (?:amendment|report|form)\s+(?:removes|deletes) | exclusive\s+of | no\s+longer\s+(?:includes?|reflects?|counts?|covers?) |
    # "no longer has a reportable interest in shares held by"
    no\s+longer\s+ (?:has|have|holds?|owns?|reports?|claims?|deemed|beneficially|directly|indirectly|(?:an?|the)\s+(?:indirect\s+)?beneficial)
  ) \b (?!\s+(?:from|by)\b)
`;
/** The end of the sentence, or the point where it turns. */
const turn =
  /[.;](?=\s+\p{Lu}|\s*$)|(?:;|\b(?:but|and))\s+(?:does\s+|do\s+)?includ(?:es?|ing)\b|\band\s+(?:therefore\s+)?disclaims?\b|,\s+and\s+(?=(?:the\s+)?\p{Lu}[^;.]{2,60}\s(?:holds?|owns?)\s)|,\s+and\s+(?=(?:its|the|these|those)\s[^;.]{0,30}?(?:shares|securities|units)\s+(?:are|is)\s+(?:now\s+)?(?:held|owned)\s)/u;
/** "no longer includes 900 shares transferred to his former wife": she has them now. */
const wentTo = pattern("i")`
  \b transferred\s+(?:by\s+the\s+reporting\s+person\s+)?(?=to\s) |
  # "no longer reports the shares owned by his former wife, to whom 900 shares were transferred"
  \b (?:held|owned)\s+ (?=by\s+[^,.;]{3,60},\s+to\s+whom\s+ (?:
    (?:[\d,]+|the|these|such|all)\s+(?:of\s+)?(?:\w+\s+){0,2}(?:shares|units|options)\s+(?:were|have\s+been)\s+transferred |
    (?:he|she|the\s+reporting\s+person)\s+(?:had\s+|has\s+)?transferred\s+(?:[\d,]+|the|these|such|all|those)\b
  ))
`;
/** "excludes 5,000 shares previously owned directly which were contributed to the Roe Trust" */
const onceOwned =
  /\b(?<=\b(?:previously|formerly)\s+(?:\w+\s+){0,2}(?:owned|held|reported)\b[^.;]{0,40}\b(?:which|that)\s+(?:was|were|have\s+been|had\s+been)\s+(?:\w+ly\s+)?)(?:contributed|transferred|conveyed|assigned)\s+(?=to\s)/i;
const excludedBefore = pattern("gi")`
  \b (?:is|are) \s+ (?:(?:also|therefore|expressly|specifically)\s+)?
  (?:
    not\s+(?:included|reflected|counted|reported) | excluded |
    (?:reported|included|reflected|disclosed)\s+(?:separately|elsewhere|(?:on|in)\s+(?:a\s+separate|another)\s+(?:form|report|filing))
  ) \b
`;
/** "Not included in the total are 500 shares held by his wife." */
const excludedAhead = pattern("gi")`
  (?<=(?:^|[.;])\s*) \b (?:also\s+)? (?:not\s+(?:included|reflected|counted|reported|shown)|excluded|omitted) \b [^.;]{0,60}? \b (?:is|are|was|were) \b
`;
const endOfPart = /[.](?=\s+\p{Lu}|\s*$)|;/u;
const sentenceEnd = /\.(?=\s+\p{Lu})|;(?=\s)/gu;
const MOST = 400;

/**
 * Where a note describes what is not part of the report: "Excludes 100 shares held by …", "Shares held by … are not included."
 */
export function excludedParts(text: string, lower: string): Span[] {
  if (
    !/exclu|omit|removes|deletes|no longer|not\s+(?:inclu|refl|count|cover|report|shown)|separate|elsewhere|another/.test(
      lower,
    )
  )
    return [];
  const spans: Span[] = [];
  let done = 0;
  for (const { index, 0: words } of placesOf(text, excluding, ALL)) {
    if (index < done) continue;
    const from = index + words.length;
    const rest = text.slice(from, from + MOST);
    const end = turn.exec(rest)?.index ?? rest.length;
    const left = /^no\s+longer/i.test(words) ? wentTo.exec(rest.slice(0, end)) : onceOwned.exec(rest.slice(0, end));
    done = from + (left?.index ?? end);
    spans.push([index, done]);
  }
  for (const { index } of placesOf(text, excludedAhead, ALL)) {
    const rest = text.slice(index, index + MOST);
    spans.push([index, index + (endOfPart.exec(rest)?.index ?? rest.length)]);
  }
  for (const { index } of placesOf(text, excludedBefore, ALL)) {
    const from = Math.max(0, index - MOST);
    const before = text.slice(from, index);
    let start = 0;
    for (const end of placesOf(before, sentenceEnd, ALL)) start = end.index + 1;
    spans.push([from + start, index]);
  }
  return spans;
}
