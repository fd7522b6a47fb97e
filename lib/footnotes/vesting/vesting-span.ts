import { amountValue, DENOMINATORS, numeral } from "@/lib/footnotes/vocabulary/numerals";
import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";
import type { VestingDate } from "./vesting-dates";

/** A sentence about vesting, and its dates of vesting. */
export type DatedSentence = { sentence: string; dates: readonly VestingDate[] };

const partial = pattern("i")`
  \b (?:
    (?<!\b(?:un|non-?)vested\s+)portion | of\s+which(?<!\bresult\s+of\s+which)\s+[\d,]+(?=\s+(?:(?:shares|units|will|shall)\s+){0,2}vest) | \d(?:[\d,]*\d)?\s+of\s+(?:which|the(?:se)?\s+(?:[\d,]+\s+)?(?:shares|units|options|rsus?))(?!\s+(?:\w+\s+){0,3}?(?:withheld|sold|surrendered|retained|forfeited|used|settled|paid|deferred)\b) |
    as\s+to\s+(?!100(?![\d,])|all\b|the\s+total)(?:an?\s+additional\s+)?(?:[\d,.]+|one) |
    one[-\s](?:third|half|fourth|quarter|fifth|sixth|eighth|tenth|twelfth|sixteenth) |
    (?<!\d)\d+\/\d+(?:th|rd|nd|st)?\s+of | first\s+(?:tranche|installment|third|quarter)
  ) \b |
  (?<![\d.])\d{1,2}(?:\.\d+)?\s*% (?!\s*of\s+(?:the\s+|its\s+|their\s+)?target)
`;
/** "between 0% and 200% of the units vest": how many depends on the results, and none vest later. */
const ofResults = pattern("gi")`
  \b (?:between|from) \s+ [\d.]+\s*% \s* (?:and|to) \s+ [\d.]+\s*% | [\d.]+\s*% \s* (?:to|through|-|–) \s* [\d.]+\s*%
`;
/** "exercisable for one-half of a share": what is bought, and not how much vests. */
const ofShare = pattern("gi")`
  \b (?:for|purchase|acquire|buy) \s+ (?:one[-\s]\w+|\d+/\d+(?:th|rd|nd|st)?) \s+ (?:\([\d/]+\)\s+)? of\s+ (?:an?|one) \s+ (?:[\w'’]+\s+){0,4}? share \b
`;
const goesOn = pattern("i")`
  \b(?:thereafter|month\s+by\s+month|year\s+by\s+year)\b | \bwhat\s+(?:remains|is\s+left)\b |
  \b (?:each|every) \s+ (?:
      subsequent | succeeding | following | successive | month | quarter | year | anniversary |
      of\s+the\s+(?:next|following|subsequent|succeeding)
    ) |
  \b(?:each|every)\s+${MONTH}\.?\s+\d{1,2}\b |
  \b(?:remainder|balance|rest)\b(?!\s+(?:in|an)\s+(?:employ|service)) |
  \bremaining\s+ (?:[\w%/-]+\s+){0,5}
    (?:shares|units|rsus?|psus?|options?|installments?|portion|stock|awards?|thirds?|quarters?|\d+|vest) |
  \banniversar(?:y|ies)\s+(?:thereof|of\s+(?:such|that)) |
  \b (?:next|following|subsequent|succeeding) \s+ (?:\w+\s+){0,2}
    (?:anniversar\w+|months|quarters|years|installments) |
  \b (?:then|additional|another) \b[^;.]{0,${CLAUSE}}\b
    (?:months?|monthly|quarters?|quarterly|annually|years?|installments?) \b
`;
/** Not "each warrant becomes exercisable". */
const eachTime = pattern()`
  (?:each|every) (?!\s+(?:of\s+(?:the|these)\s+)?(?:(?!year|month|quarter|anniversar|date|day)[\w-]+\s+){0,3}?(?:warrants?|options?|units?|shares?|rights?|rsus?|awards?|notes?)\b)
`;
const installments = pattern("i")`
  \b (?:
    installments? | instalments? | tranches | monthly | quarterly | annually | annual | ratabl[ey] | ${eachTime} |
    per\s+(?:year|month|quarter) | equal | increments? | anniversar(?:y|ies) | years? | months?
  ) \b
`;

const fraction = pattern("gi")`
  \b (?:one|(?<times>two|three|four)) [-\s] (half|third|fourth|quarter|fifth)s? \b | \b(?:other|remaining|second)\s+ (half) \b | (?<![\d.])(\d{1,2}(?:\.\d+)?)\s*%
`;
const TIMES: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };
const ALMOST_ALL = 0.99;

/** "One-half vested then and one-half will vest on May 1": the parts add up to the whole. */
const namesAllParts = (sentence: string): boolean =>
  [...placesOf(sentence, fraction, ALL)].reduce((sum, [, times = "", part, half, percent]) => {
    const of = DENOMINATORS.get((part ?? half ?? "").toLowerCase());
    return sum + (of === undefined ? Number(percent) / 100 : (TIMES[times.toLowerCase()] ?? 1) / of);
  }, 0) > ALMOST_ALL;

/** "the balance vested when issued": this is past, and nothing more will vest. */
const vestedAlready = pattern("gi")`
  \b (?:balance|remainder|rest|(?:remaining|other)\s+(?:[\w,]+\s+){0,3}?\w+) (?:\s+of\s+[^;,.]{1,${NEAR}}?)? \s+
  (?:(?:is|are|was|were|has|have|had|been|already|previously|fully|immediately)\s+)*vested\b
  (?!\s+(?:in|over|ratabl\w+|monthly|quarterly|annually|each|every)\b)
`;

/** "67% vested on May 1 and the rest was forfeited": nothing more will vest. */
const noneLeft =
  /\b(?:others|rest|remainder|balance|(?:remaining|other)\s+(?:\w+\s+){0,2}\w+)\s+(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:forfeited|cancel?led)\b/gi;

/** "such that it will be fully vested on", "and the remaining 500 shares on": words about the last date. */
const lastPart =
  /\b(?:(?:fully|entirely|completely|wholly|100%)\s+(?:vest\w*|exercisable)|vested\s+in\s+full|all\s+(?:of\s+)?(?:the\s+|such\s+|these\s+)?(?:[\w-]+\s+){1,6}?(?:will|shall|would|to)\s+(?:be|have|become)\s+(?:become\s+)?(?:vest\w*|exercisable)|remain(?:ing|der)|balance|rest|final|last)\b[^;.]*$/i;

/** "vests as to 25% each year until fully vested on", "in instalments, the last on", "over a four-year period ending": others came before. */
const lastOfMany = pattern("i")`
  \b vest(?:s|ed|ing)? \b [^;]{0,${CLAUSE}}? \b (?:installments?|instalments?|monthly|quarterly|annually|semi-?annual\w*|ratabl[ey]|(?:each|every)\s+(?:\w+\s+)?(?:anniversary|month|quarter|year)) \b [^;]{0,${CLAUSE}}?
    \b (?:fully\s+vest(?:ed)?|vested\s+in\s+full|(?:final|last)(?:\s+(?:installment|instalment|tranche|one))?(?:\s+(?:vesting|vests|will\s+vest))?) \s+ (?:on|as\s+of) \s+ $ |
  \b over \s+ (?:an?\s+|the\s+)? [\w\s()-]{3,40}? ,?\s+ (?:ending|ends) \s+ (?:on\s+)? $ |
  \b vesting\s+(?:schedule|period) \s+ (?:(?:that|which)\s+)? (?:(?:runs?|continues|lasts|extends|goes)\s+)? (?:through|until|ending\s+on|ends\s+on) \s+ $
`;
/** "any unvested shares will vest on" */
const thoseLeft =
  /\bany\s+(?:(?:remaining|then|still)\s+)*(?:unvested|(?:[\w-]+\s+){1,3}(?:that|which)\s+(?:has|have|had|are|is)\s+not\s+(?:yet\s+|previously\s+|by\s+then\s+)*vested)\b/i;
const ofCount = /\d\s+(?:[\w-]+\s+){0,4}?(?:shares|units|rsus|psus|options)\b[^;]*?\bvest/i;
const itemStart = /;\s*(?:and\s+)?|(?<=[,;:\s])\((?:[ivx]{1,4}|[a-h])\)\s/;
/** "(i) 900 units in three annual installments beginning June 1, 2024; and (ii) 400 units on June 9, 2024": the first goes on. */
function hasOpenItem(statements: readonly DatedSentence[], latest: string): boolean {
  const dated = statements.flatMap(itemsIn).filter((item) => item.dates.length > 0);
  return (
    dated.length > 1 &&
    dated.every(({ words }) => ofCount.test(words)) &&
    dated.some(
      ({ words, dates: [day, ...others] }) =>
        others.length === 0 &&
        day?.isStart === true &&
        installments.test(words) &&
        (lastYear(words, day) ?? AFTER_ALL) > latest,
    )
  );
}

const inYears = pattern("i")`
  \b (?<many>${numeral}|\d+) \s+ (?:\(\d+\)\s+)? (?:[\w-]+\s+){0,2}? (?:annual|yearly) \s+ (?:[\w-]+\s+)? (?:installments|instalments|tranches|parts|increments|portions) \b
`;
/** The day of the last of "two equal annual installments". */
function lastYear(words: string, { date }: VestingDate): string | null {
  const many = inYears.exec(words)?.groups?.many;
  return many === undefined ? null : `${Number(date.slice(0, 4)) + Number(amountValue(many)) - 1}${date.slice(4)}`;
}

/** Later than any day. */
const AFTER_ALL = "9999";

type Item = { words: string; dates: readonly VestingDate[] };
function itemsIn({ sentence, dates }: DatedSentence): Item[] {
  let from = 0;
  return sentence.split(itemStart).map((words) => {
    const start = sentence.indexOf(words, from);
    from = start + words.length;
    return { words, dates: dates.filter((date) => date.start >= start && date.start < from) };
  });
}

/** The earliest date and the latest. There is no latest date if the schedule continues after it, or if it covers only a part. */
export function firstAndLast(statements: readonly DatedSentence[]): { first: string | null; last: string | null } {
  const dated = statements.flatMap((statement, index) => statement.dates.map((date) => ({ date, statement, index })));
  const earliest = dated.reduce<string | null>(
    (least, { date }) => (least === null || date.date < least ? date.date : least),
    null,
  );
  if (earliest === null) return { first: null, last: null };
  const latest = dated.reduce((most, each) => (each.date.date >= most.date.date ? each : most));
  const { date, statement, index } = latest;
  const rest = [
    statement.sentence.slice(date.end),
    ...statements.slice(index + 1).map(({ sentence, dates }) => (dates.length === 0 ? sentence : "")),
  ].join(" ");
  const isOpen =
    (date.isStart && installments.test(statement.sentence)) ||
    statement.dates.some((other) => other.isStart && other.start > date.end && installments.test(rest)) ||
    goesOn.test(rest.replace(vestedAlready, "").replace(noneLeft, ""));
  const isPartOnly =
    new Set(dated.map(({ date: { date: day } }) => day)).size === 1 &&
    partial.test(statement.sentence.replace(ofResults, "").replace(ofShare, "")) &&
    rest.replace(noneLeft, "") === rest &&
    (!namesAllParts(statement.sentence.replace(ofResults, "")) || installments.test(rest)) &&
    !lastPart.test(lettersBefore(statement.sentence, date.start, CLAUSE));
  const isLastOnly =
    dated.every((each) => each.date.date === earliest) &&
    (lastOfMany.test(lettersBefore(statement.sentence, date.start, SENTENCE)) ||
      // "in tranches at prices of $10 and $12. On May 1, 2030, any unvested units will vest."
      (statements.some(({ dates }) => dates.length === 0) && thoseLeft.test(statement.sentence)));
  return {
    first: isLastOnly ? null : earliest,
    last: isOpen || isPartOnly || hasOpenItem(statements, date.date) ? null : date.date,
  };
}
