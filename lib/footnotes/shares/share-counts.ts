import Big from "big.js";
import { amountValue, isWhole, numeral } from "@/lib/footnotes/vocabulary/numerals";
import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, lettersFrom, type Words, wordsAt } from "@/lib/footnotes/vocabulary/words";
import { MONTH, type WrittenDate, writtenDates } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";

/** A number of shares or units in a note. */
export type ShareCount = { count: Big } & Words;

const figure = pattern("g")`
  (?<![\w$€£%.,:/()#-]) \(? (\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
  (?![\w%/:]|,\d|\.\d|-\w|\s*%|\s+percent|\s?\(k\)|\)\s*\d) ${isWhole}
`;
/** "within 60 days by exercise of options" */
const ofTime =
  /^\s+(?:(?:business|trading|calendar|consecutive)\s+)?(?:days?|weeks?|months?|quarters?|years?|hours?|minutes?)\b/i;
const inWords = pattern(
  "gi",
)`(?<!-) \b (${numeral}) ${isWhole} \s+ (?=(?:\w+\s+){0,2}(?:shares?|units?|(?:rs|ps|prs)us?)\b)`;

/** What must follow a figure without comma grouping. */
const securities = pattern("i")`
  ^ (?:,?\s+(?:and|or)\s+[\d,.]+|,\s+\d[\d,.]*(?<=\d)(?=[\d,.\s]*\sand\s+\d)){0,6} \s+ (?:(?!and\b|or\b)[\w'’.-]+\s+){0,4}?
  (?:shares?|units?|(?:rs|ps|prs|pbrs|ds)us?|securities|options?|stock|ads|adss|adrs?|warrants?|interests|dividend\s+equivalents|dividends(?<=\d\.\d+\s+dividends)) \b
`;
const otherFigure = pattern("i")`
  \b (?:
    rules? | sections? | forms? | footnotes? | notes? | columns? | tables? | items? | paragraphs? |
    instructions? | nos?\.? | class | page | of\s+the\s+code | series | tranches? | phases? | tiers? | levels? | groups? | parts? | cycles?
  ) \s*\(?$
`;
/** "Trust 1", "Fund 3": the number of a holder, unless shares follow. */
const numberedName = /(?:^|\s)(?:Trust|Fund|GRAT|Partnership|Partners|Account|Holdings|Family|Plan|Grant|Award)\s+$/;
/** "acquired on March 31 and 1,300 shares": a day without its year. */
const dayOfMonth = pattern("i")`\b ${MONTH} \.? \s+ $`;
/** "2 series of RSUs", "two awards of restricted stock": no number of shares. */
const countsGroups =
  /^\s+(?:(?:separate|different|outstanding|prior|previous|annual|additional)\s+)*(?:(?!shares?\b|units?\b|[rp]sus?\b)[\w-]+\s+){0,2}?(?:series|tranches|classes|types|kinds|categories|grants|awards|sets|installments|transactions)\b/i;
/** The words between the number or the year of a plan and "Plan". A "Share Purchase Plan" has no number of shares in its name. */
export const planNext = pattern("i")`
  ^ (?:
    \s+ (?!shares\b|units\b|rsus?\b|share\s+(?!purchase|option|incentive)|under\b|of\b|in\b|from\b|through\b|pursuant\b)
    [\w'’()&-]+
  ){0,7}? \s+ (?:plan|program|scheme)\b (?!\s+(?:shares|units))
`;
/** "each represents the right to receive one share" does not count shares. */
const perUnit =
  /\b(?:receive(?:,[^,;]{2,60},)?|into|for|each|each\s+represent(?:s|ing)|per|every|(?:settled|paid|payable|settle|delivered)\s+in)\s+(?:approximately\s+)?$/i;
/** "the 1996 Directors' Stock Plan", "the 2017 Employee Share Purchase Plan", "1,000 2021 RSUs" */
const year = /^(?:19|20)\d\d$/;
const sharesNext = /^\s+(?:\w+\s+)?(?:shares?|units?|rsus?|options?|securities)\b/i;
/** "2019 ESPP shares (212)" */
const countedBehind = /^\s+(?:\w+\s+){1,3}\(\d/;
const labelledYear = /(?:\d|\b(?:under|in|during|since|fiscal|calendar|annual))\s+$/i;

/** All numbers of securities in a text, in order. Dates, money, percentages and rule numbers are excluded. */
export function shareCounts(text: string): ShareCount[] {
  const counts: ShareCount[] = [];
  let dates: WrittenDate[] | null = null;
  for (const match of placesOf(text, figure, ALL)) {
    const figures = match[1] ?? "";
    const start = match.index + match[0].length - figures.length;
    const end = start + figures.length;
    const [before, after] = [text.slice(Math.max(0, start - 24), start), lettersFrom(text, end, CLAUSE)];
    if (!figures.includes(",") && !(year.test(figures) ? sharesNext : securities).test(after)) continue;
    if (figures.length < 3 && dayOfMonth.test(before)) continue;
    if (
      ofTime.test(after) ||
      perUnit.test(lettersBefore(text, start, CLAUSE)) ||
      otherFigure.test(before) ||
      isOfGroups(figures, before, after)
    )
      continue;
    if (year.test(figures) && (planNext.test(after) || labelledYear.test(before) || countedBehind.test(after)))
      continue;
    dates ??= writtenDates(text);
    if (dates.some((date) => start < date.end && date.start < end)) continue;
    counts.push({ count: new Big(figures.replaceAll(",", "")), ...wordsAt(text, start, end) });
  }
  for (const match of placesOf(text, inWords, ALL)) {
    const figures = match[1] ?? "";
    const after = lettersFrom(text, match.index + figures.length, CLAUSE);
    if (perUnit.test(text.slice(0, match.index)) || isOfGroups(figures, "", after)) continue;
    counts.push({ count: new Big(amountValue(figures)), ...wordsAt(text, match.index, match.index + figures.length) });
  }
  return counts.sort((a, b) => a.start - b.start);
}

const isOfGroups = (figures: string, before: string, after: string): boolean =>
  (/^\d{1,2}$|[a-z]/i.test(figures) && countsGroups.test(after)) ||
  (/^\d{1,3}$/.test(figures) && numberedName.test(before) && !sharesNext.test(after));
