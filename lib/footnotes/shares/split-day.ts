import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { lettersFrom, NEAR, type Words } from "@/lib/footnotes/vocabulary/words";
import type { WrittenDate } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";

const tookEffect = pattern("i")`
  \b (?:
    effect\w* | made | done | distribut\w* | paid | payable | payment | occur\w* | complet\w* | implement\w* | consummat\w* |
    carried\s+out | execut\w* | under(?:went|goes|took) | conducted
  ) \b
`;
const ofWhat = pattern()`
  of | in | its | the | a | that | which | was | issuer['’]s | company['’]s | corporation['’]s |
  registrant['’]s | class | [A-Z] | outstanding | common | ordinary | capital | stock | shares? | reverse |
  forward | split | sub-?division | consolidation
`;
const onThatDay = pattern("i")`
  ^\W* (?:old\W+|\w+\s+|(?:${ofWhat}\W+){1,10})? (?:
      (?:at|as\s+of|after|before|prior\s+to) \s+ (?:the\s+)? (?:close|opening|open|end) \s+
      (?:of\s+(?:business|trading|the\s+market)\s+)?
    )? (?:on|of|in|dated|as\s+of) \s*$ |
  ^\s*\(?$
`;
/** "made by way of a stock dividend": the form of a split, which says nothing about its day. */
const asDividend = pattern("gi")`
  \s+ (?:in\s+the\s+form\s+of|by\s+(?:way|means)\s+of|as|by|through) (?:\s+an?)? (?:\s+(?!record\b)[\w%.]+){0,2}? \s+ (?:(?:(?:stock|share)\s+)? dividend | reclassification | recapitali[sz]ation | amendment(?:\s+(?:to|of)\s+(?:the|its)\s+(?:[\w'’]+\s+){0,3}?(?:charter|articles(?:\s+of\s+incorporation)?|certificate\s+of\s+incorporation))?) \b
`;
/** "2-for-1 stock split, December 2010" */
const besideMark = /^\s*[,‐-―-]\s*$/;
const endsThere = /^\s*(?:$|[.;,)])/;
/** "declared a 2-for-1 split on May 3": the day of the declaration. */
const isDecided = /\b(?:announc|approv|declar|authori[sz])\w*\s+(?:\w+\s+){0,4}$/i;
const otherDay = /\b(?:record|announc\w*|approv\w*|declar\w*|grant\w*|report\w*|fil(?:ed|ing))\b/i;

const everyEffect = new RegExp(tookEffect, "gi");
const everyOtherDay = new RegExp(otherDay, "gi");

/** "On July 1, 2011, the stock split 3-for-1." */
const splitsThen = /^split\s+[\d\w]/i;
/** "On July 1, 2011, each share was split into three." */
const isDeed = pattern("i")`
  \b
  (?:(?:was|were)\s+(?:\w+ly\s+)?(?:split|combined|consolidated|(?:sub-?)?divided|converted|changed|reclassified|exchanged|reduced)|^(?:split|combined|consolidated|sub-?divided))
  \b
`;

/** "On July 1, 2011 the company's ordinary shares were consolidated on a one-for-five basis." */
const itsShares = pattern("i")`
  ^\W* (?:(?:the|its|all|of|issued|outstanding|and|\w+['’]s|common|ordinary|class|[A-Z])\s+){0,8} (?:shares|stock) \s+ (?:was|were) \s+ $
`;

/** "reverse split on July 27, 2023, at 1-for-10": a day between the name and the ratio. */
const splitName = /\b(?:splits?|sub-?division|consolidation)\b/i;

/** The day of a split. The words between the previous date and this one say what the date is for. */
export function dateOf(
  sentence: string,
  dates: readonly WrittenDate[],
  found: Words & { named?: number },
  until: number,
): WrittenDate | null {
  const name = found.named ?? found.end;
  let from = name;
  for (const date of dates.filter(({ start }) => start >= name && start < Math.max(until, found.end))) {
    const between = sentence.slice(from, date.start).replace(asDividend, "");
    if (isOfSplit(between, from === name && !isDecided.test(sentence.slice(0, found.start)))) return date;
    const isDayAlone = from === name && besideMark.test(between) && endsThere.test(sentence.slice(date.end));
    if (isDayAlone) return date;
    from = date.end;
  }
  const ownName = splitName.exec(found.text);
  const nameEnd = ownName && found.start + ownName.index + ownName[0].length;
  const inside = dates.find(({ start, end }) => nameEnd !== null && start >= nameEnd && end <= found.end);
  if (inside && nameEnd !== null && isOfSplit(sentence.slice(nameEnd, inside.start), true)) return inside;
  const before = dates.filter(({ end }) => end <= found.start).at(-1);
  if (!before) return null;
  const between = sentence.slice(before.end, found.start);
  const isBeside = /^\W*(?:the\s+\w+\s+|an?\s+|the\s+)?$/i.test(between);
  const isStated =
    tookEffect.test(between) ||
    splitsThen.test(found.text) ||
    (itsShares.test(between) && isDeed.test(found.text)) ||
    (isBeside && (isDeed.test(found.text) || tookEffect.test(lettersFrom(sentence, found.end, NEAR))));
  return isStated && !otherDay.test(sentence.slice(0, before.start).slice(-30)) ? before : null;
}

/** The later of two verbs counts: "approved by the board and effective on". */
function isOfSplit(between: string, isBeside: boolean): boolean {
  const last = (pattern: RegExp) => [...placesOf(between, pattern, ALL)].at(-1)?.index ?? -1;
  const other = last(everyOtherDay);
  if (last(everyEffect) > other) return true;
  return isBeside && other < 0 && onThatDay.test(between);
}
