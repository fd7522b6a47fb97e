import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import {
  CLAUSE,
  lettersBefore,
  lettersFrom,
  NEAR,
  SENTENCE,
  type Words,
  wordsAt,
} from "@/lib/footnotes/vocabulary/words";
import { type WrittenDate, writtenDatesAndMonths } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";

/** A date on which something vests or becomes exercisable. */
export type VestingDate = WrittenDate & {
  /** Instalments begin on this date. */
  isStart: boolean;
};

/** The nearest verb before a date says what the date is for. */
const verbs = pattern("gi")`
  \b (?:
    (
      vest(?:s|ed|ing)? | exercis(?:e?able|ed) | lapses? | lapsed | lapsing | installments? | instalments? |
      tranches? | become | becomes | forfeitable | anniversar(?:y|ies)
    ) |
    (
      (?<!\bof\s(?:the\s)?)(?:grants?|awards?)\s+of\s+(?=[\d(]|an?\s|options?\b|restricted\b|[rp]sus?\b) | granted | awarded | given | gave | signed | instruct\w* | award\s+dated | issued | dated | adopted | approved | filed | amended |
      accelerat(?:ed|ion|es|ing)(?!\s+and\s+(?:\w+\s+)?vest)(?:\s+(?:of\s+)?(?:the\s+)?(?:full\s+)?vesting)? |
      commencement\s+date | (?<!\b(?:restrictions?|period)\s(?:will\s|shall\s)?)expir\w+ | terminat\w+ | settle[sd]? | delivered | paid | payable | distributed |
      certified | certification | determined | elected | appointed | joined | hired | measured | measurement |
      performance\s+period | calculated | based\s+on | closing\s+price | average | fiscal\s+year | reported |
      withheld | sold | purchased | acquired | forfeited | employed | employment | continued\s+service |
      continuous\s+service | remain(?:s|ing)?\s+(?:in|an|employed) | entered | used | agreement | plan
    )
  ) \b
`;
const together =
  /\bvest(?:s|ed|ing)?\b(?!\s+(?:fully\s+|in\s+full\s+)?(?:upon|at|on)\s+(?:the\s+)?(?:date\s+of\s+)?(?:grant|issu|award|credit))[^;.]{0,12}\band\b[^;.]{0,24}$/i;

const notVesting = pattern("i")`
  \b (?:
    (?:certification|determination|achievement|attainment)\s+on |
    (?:grant|award|option)s?\s+(?:was|were|had\s+been)\s+(?:made|received)\s+(?=on|in) |
    (?:grant|award|issue|issuance|commencement|start|hire|effective|closing|measurement|expiration|record)
      \s+date(?:\s+(?:of|is|was|being))? |
    date\s+of\s+(?:the\s+)?(?:grant|award|issue|issuance|hire) | grant(?:s|ed)?(?:\s*\([^()]{1,${NEAR}}\)(?=\s+(?:of|on)\b))? | awards?(?:\s+made)?(?:\s*\([^()]{1,${NEAR}}\))?\s+(?=of|on) | awarded | issued | dated |
    adopted | filed | approved | given | signed | (?:elections?|instructions?|orders?)\s+made |
    anniversar(?:y|ies),\s+(?:[^;.,]{1,${NEAR}},\s+)?of | anniversar(?:y|ies)\s+of(?:\s+the)?(?:\s+(?:grant|vesting\s+commencement)\s+date\s+of)? |
    (?:years?|months?|days?|(?<!restrict(?:ed|ion)\s)period)\s+(?:from|of|after|following|ended|ending|ends) |
    period\s+(?:(?:that|which)\s+)?(?:began|begins|commenced|commences) | from | since | following | after(?<!\b(?:on|from)\s+(?:or|and)\s+after) |
    prior\s+to | before | no\s+later\s+than | not\s+later\s+than | year\s+end(?:ed|ing) |
    quarter\s+end(?:ed|ing) | which(?<!\bof\s+which)\s+(?:occurred|took\s+place|closed|was\s+(?:completed|consummated|closed)) |
    expires?(?<!\b(?:restrictions?|period)\s(?:(?:will|shall)\s)?expires?) | expiring | terminates? | reported
  ) \s* (?:on\s+|of\s+|as\s+of\s+|to\s+be\s+|is\s+|was\s+|,\s*|:\s*|\(\s*){0,3} $
`;
const beforeThat = /\b(?:before|prior\s+to)\s*$/i;
const byDeadline = /\b(?:by|until|through|thru|to|on\s+or\s+(?:before|prior\s+to))\s*(?:on\s+)?$/i;
const isFullyBy = pattern("i")`
  \b (?:
    vested | (?:vested\s+and|fully)\s+exercisable | installments? | instalments? | thereafter | quarterly |
    monthly | annually | vest(?:s|ing)? | year | month | quarter | anniversary
  ) \b[^,;.]{0,30}\b (?:by|until|through|thru|to) \s* (?:on\s+)? $
`;
/** "vest on June 30, 2023 rather than March 1, 2024" */
const ratherThan = /\b(?:rather\s+than|instead\s+of|and\s+not)\s+(?:on\s+|in\s+)?$/i;
/** "the vested portion remains exercisable until" */
const staysExercisable = /\b(?:remains?|is|are|be)\s+exercisable\s+(?:until|through|thru|to)\s*$/i;
const service = pattern("i")`
  \b (?:
    (?<!non-?)employ\w* | servic\w*(?![\s-]+(?:based\s+)?(?:vesting\s+)?(?:conditions?|requirements?)\b) | serv(?:e|es|ing) | remain(?:s|ing)?\s+(?:in|an?|employ\w*|with) |
    director(?:ship)? (?!\s+(?:\w+\s+)?(?:awards?|grants?|rsus?|units?|options?|equity)\b) | continu\w*
  ) \b(?:(?!\b(?:vest|vests|vested|exercisable)\b)[^,;.]){0,${NEAR}}\b (?:through|until|to|on|as\s+of|at) \s* (?:and\s+including\s+)? $
`;
const ofPeriod = pattern("i")`
  \b (?:performance|measurement|service|fiscal|calendar|exercise) \s+ (?:period|year|quarter)s?\b
  (?:(?!\bvest)[^;.]){0,${NEAR}} $
`;
/** "restricted until October 3, 2026, on which date all of them vest" */
const thenVests = pattern("i")`
  ^\s*,?\s* (?:(?:on|at|upon)\s+(?:which|that)\s+(?:date|day|time|point)|when) \s+
  (?:(?!(?:not|if|any|would|may|might|had|withheld)\b|forfeit)[^;.,]){0,${NEAR}}?
  (?<!-) \b (?:vest(?:s|ed)? | bec(?:omes?|ame)\s+(?:fully\s+)?(?:vested|exercisable)) \b
  (?!\s+(?:shares?|units?|options?|portion|awards?)\b)
`;
/** "exercisable in full from", "may be exercised from" */
const exercisedFrom = pattern("i")`
  \b (?: exercisable | (?:may|can|could)\s+(?:first\s+)?be\s+exercised ) \s+ (?:(?:in\s+(?:full|whole(?:\s+or\s+in\s+part)?)|at\s+any\s+time|only)\s+)? from \s* $
`;
/** "at the rate of 1/48th per month from March 10, 2021", "every three months from" */
const isByTimes = pattern("i")`
  \b (?:per|each|every) \s+ (?:(?:two|three|four|six)\s+)? (?:months?|quarter|year) ,?\s+ from\s*$ | \b (?:monthly|quarterly|annually|yearly) \s+ (?:as\s+to\s+[^;.,]{3,40}?,?\s+)? from\s*$ |
  \b (?:monthly|quarterly|annual|yearly) \s+ (?:installments|instalments|parts|steps|portions|tranches) \s+ (?:of\s+(?:one[-\s]\w+|[\d/.]+\s*%?)\s+)? from\s*$
`;
/** "vest in semi-annual installments over the four-year period ending": the day of the last one. */
const inPartsUntil = pattern("i")`
  \b (?:installments?|instalments?|monthly|quarterly|annually|semi-?annually|ratably|increments|tranches) \b [^;.]{0,${NEAR}}? \b (?:over|during|in|through) \s+ [^;,.]{2,${NEAR}}? \b (?:period|years|months) \s+
  (?:(?:that|which)\s+)? (?:ending|ends|ended|concluding|finishing) \s+ (?:on\s+|in\s+)? $
`;
/** "so that by June 24, 2024 all will have vested" */
const allVested =
  /^,?\s+(?:all|the\s+(?:whole|entire)|every)\b[^.;,]{0,40}?\b(?:will|shall|have|has|are|is)\b[^.;,]{0,20}?\b(?:vested|exercisable)\b/i;
const beginsFrom = /^\W*(?:as\s+)?from\s+$/i;
/** "From October 1, 2023 the option has been fully exercisable" */
const thenIs = pattern("i")`
  ^,?\s+ (?:(?!\b(?:if|not|no|none|until|unless)\b)[^.;,]){2,${NEAR}}? \b (?:is|are|was|were|has\s+been|have\s+been|became|becomes?|will\s+be|may\s+be) \s+ (?:fully\s+|then\s+)? (?:exercisable|exercised|vested) \b |
  ^,?\s+ (?:\d+/\d+(?:th|rd|nd|st)?|one-\w+|\d[\d.]*\s*%|an?\s+\w+) \s+ of\s+ (?:the|these|this|such) [^.;,]{2,${NEAR}}? \b vests? \b
`;
const onDay = pattern()`on\s+the\s+ (?:\d{1,2}(?:st|nd|rd|th)|first|last)\s+day\s+of\s+(?:the|each|every)\s+(?:\w+\s+)?(?:month|quarter|year)`;
/** "in equal quarterly installments from March 1, 2022 through December 1, 2024" */
const isFromUntil = pattern("i")`
  \b (?:installments?|instalments?|monthly|quarterly|annually|basis|${onDay}) \s*,?\s+from\s*\|\s*,?\s* (?:through|until|to) \b
`;
/** The end of such a period, whose beginning comes before it. */
const isUntil = /^\s*,?\s*(?:through|until|to)\s+(?:and\s+including\s+)?$/i;
const isByInstallments = pattern("i")`
  \b (?:
    (?:installments?|instalments?|monthly|quarterly|annually|basis|${onDay})\s*,?\s+from |
    (?:per|each|every)\s+(?:year|month|quarter)\s*,?\s+(?:from|beginning|commencing|starting)
  ) \s [^;.]{6,30} $
`;
/** "and on February 10, 2022 vested" */
const vestsThen =
  /^\s+(?:vested|vests|became\s+(?:fully\s+)?(?:vested|exercisable))\b(?!\s+(?:shares?|units?|options?|portion|awards?)\b)/i;
const andOn = /(?:\band|,)\s+on\s+$/i;
const afterDate = pattern("i")`
  ^\s*[,(]*\s* (?:(?:the|being|which\s+is|i\.e\.,?)\s+)* ["“(]*\s*
  (?:vesting\s+(?:commencement|start)|commencement|grant|award|measurement) \b
`;
const afterGrant = pattern("i")`
  \b (?:grant(?:\s+date)?|date\s+of\s+grant|(?:from|after|following)\s+the\s+date\s+of\s+[^;.,]{3,${NEAR}}?|award\s+date|date\s+of\s+(?:the\s+)?award|commencement\s+date)
  ["”')]*\s* (?:,|\(|-|–) \s* (?:which\s+(?:is|was)\s+)? $
`;
const start = pattern("i")`
  \b (?:
    beginning | commencing | starting | (?:months?|quarter|year|(?:monthly|quarterly|annually|yearly)(?:\s+as\s+to\s+[^;.,]{3,40}?)?|installments|parts|steps(?:\s+of\s+[\w/%-]+)?),?\s+from | commences? | begins? | starts? | began | commenced | started |
    (?:first|initial) \s+ (?:such\s+|of\s+(?:which|them|these|those|such)\s+)?
      (?:installment|instalment|tranche|vesting(?:\s+date)?|one-\w+|\w+)? \s*
      (?:to\s+|will\s+|shall\s+|having\s+)* (?:
        vest(?:s|ed|ing)? | occur(?:s|ring|red)? |
        bec(?:omes?|ame|oming)\s+(?:vested\s+and\s+)?(?:exercisable|vested) | being | is | was
      )?
  ) \s* (?:(?:on|in|as\s+of|with|from|effective)\s+)* (?:or\s+about\s+)? $
`;
const listGap = /^\s*(?:,|and|or|&|,\s*and|,\s*or|and\s+on|,\s*and\s+on|;|\(\s*\w+\s*\)|each\s+of|\s)*\s*$/i;
/** "were scheduled to vest on March 15, 2023, but vested on November 30, 2022": the day that did not come. */
const planned = pattern("i")`
  \b (?:scheduled|due|expected|set|supposed) \s+to\s+ (?:have\s+)? (?:vest(?:ed)?|become\s+exercisable) \b[^;.,]{0,${NEAR}} $ |
  \b (?:was|were)\s+to\s+ (?:have\s+)? (?:vest(?:ed)?|become\s+exercisable) \b[^;.,]{0,${NEAR}} $
`;
const otherwise = pattern("i")`
  \b would \s+ (?:otherwise\s+|normally\s+)? have \s+ (?:otherwise\s+)? (?:vested|become\s+exercisable) \b[^;.,]{0,${NEAR}} $
`;
const instead = pattern("i")`
  \b(?:but|instead|accelerated|acceleration|however)\b | \b (?:vested|became\s+exercisable) \s+ (?:early|in\s+full|on) \b
`;
/** "On February 10, 2021 the committee certified the results; the units vest on December 31, 2021" */
const certified = pattern("i")`
  ^[^;]{0,${CLAUSE}}?\b (?:certified|determined|confirmed) \b[^;]{0,${SENTENCE}}?\bvest(?:s|ed|ing)? \s+ (?:\w+\s+){0,2}?
  (?:on|in) \s+ (?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)
`;
/** "On December 1, 2005 the committee accelerated the vesting of the option": the day of that decision. */
const accelerated =
  /^(?:(?!\bvest(?:s|ed)\b)[^;]){0,200}?\b(?:accelerated|acceleration\s+of)\s+(?:the\s+)?(?:\w+\s+)?vesting\b/i;
const decided = pattern("i")`
  ^\W* (?:[\w'’&.-]+\s+){0,6}? (?:committee|board(?:\s+of\s+directors)?) (?:\s+of\s+[^;,]{1,${NEAR}}?)? \s+
  (?:approved|granted|awarded|adopted|amended|modified|accelerated|determined\s+the\s+(?:levels?|extent|degree)) \b
`;
/** "As a result of the split on July 18, 2022, the amounts are stated again, and the units vest quarterly": the day of the event. */
const eventAhead = pattern("i")`
  ^\W* (?:as\s+a\s+(?:result|consequence)\s+of|because\s+of|due\s+to|following|after|upon|in\s+connection\s+with|pursuant\s+to|in|by\s+reason\s+of) \s (?:[^;.]){3,${CLAUSE}} \b(?:on|of)\s+ $
`;
const thenInGeneral = pattern("i")`
  ^, (?:(?!\bvest)[^;]){3,${SENTENCE}}? \band \b (?:(?!\bvest)[^;]){0,${NEAR}}? \b (?:vest|vests|become\s+exercisable) \b
`;
const grantAhead = pattern("i")`
  ^[^;]{0,${NEAR}}?\b (?:
    (?:was|were|has\s+been)\s+(?:granted|awarded|issued) | granted | awarded | received | acquired | elected |
    approved | purchased | sold | withheld | filed | entered | adopted | exercised
  ) \b
`;

/** "beginning May 1, 2020 and June 1, 2021, respectively": each is the first day of an award. */
const respectively = /^[\s,]*respectively\b/i;

/** More than any schedule has. */
const MOST_DATES = 40;

/** The vesting dates in a sentence, without those of grants, ends of periods and deadlines. */
export function vestingDates(sentence: string): VestingDate[] {
  const dates: VestingDate[] = [];
  let last: { end: number; isVesting: boolean } | null = null;
  let isAfterStart = false;
  for (const date of withYears(sentence, writtenDatesAndMonths(sentence)).slice(0, MOST_DATES)) {
    const before = lettersBefore(sentence, date.start, SENTENCE);
    const gap: string | null = last ? sentence.slice(last.end, date.start) : null;
    const isListed: boolean = gap !== null && gap.length < 24 && listGap.test(gap);
    const isVesting: boolean =
      (isListed || (gap !== null && isUntil.test(gap) && isByInstallments.test(before))) && last
        ? last.isVesting
        : isOfVesting(sentence, date, before);
    const isStart: boolean = isListed
      ? isAfterStart && respectively.test(sentence.slice(date.end))
      : start.test(before.slice(-60)) || beginsFrom.test(before);
    if (isVesting) dates.push({ ...date, isStart });
    isAfterStart = isStart || (isListed && isAfterStart);
    last = { end: date.end, isVesting };
  }
  return dates;
}

function isOfVesting(sentence: string, date: WrittenDate, before: string): boolean {
  const after = lettersFrom(sentence, date.end, CLAUSE);
  const near = before.slice(-70);
  if (vestsThen.test(after) && andOn.test(near)) return true;
  if (exercisedFrom.test(near)) return true;
  if (isByTimes.test(near)) return true;
  if (/\b(?:have|has|had)\s+been\s+(?:fully\s+)?(?:exercisable|vested)\s+(?:in\s+full\s+)?since\s+$/i.test(near))
    return true;
  if (beginsFrom.test(before) && thenIs.test(after)) return true;
  if (isFromUntil.test(`${near}|${after}`)) return true;
  if (ratherThan.test(near)) return false;
  if (otherwise.test(near) || (planned.test(near) && instead.test(sentence))) return false;
  if ((byDeadline.test(near) || beforeThat.test(near)) && thenVests.test(after)) return true;
  if (periodEnding.test(near) && !ofResults.test(before)) return true;
  if (inPartsUntil.test(before) && !/\b(?:performance|goals?|targets?|results?)\b/i.test(before))
    return writtenDatesAndMonths(sentence.slice(0, date.start)).length > 0;
  if (notVesting.test(near) || afterGrant.test(near) || afterDate.test(after) || service.test(near)) return false;
  if (/^\s*(?:grants?|awards?)\b/i.test(after) || (ofThe.test(near) && ofAward.test(after))) return false;
  if (wasMet.test(near) && thenVest.test(lettersFrom(sentence, date.end, CLAUSE))) return false;
  if (vestedThen.test(after) || /\baccelerated\s+to\s+$/i.test(near)) return true;
  if (byDeadline.test(near) && allVested.test(after)) return true;
  if (byDeadline.test(near)) return isFullyBy.test(near) && !staysExercisable.test(near) && !ofPeriod.test(before);
  if (ofPeriod.test(near)) return false;
  if (/^\W*(?:on|effective|as\s+of|in)?\s*$/i.test(sentence.slice(0, date.start))) {
    const rest = sentence.slice(date.end);
    if (fromThen.test(rest) || certified.test(rest) || accelerated.test(rest) || decided.test(rest)) return false;
    return !grantAhead.test(rest.slice(0, /\bvest|exercis|lapse/i.exec(rest)?.index ?? rest.length));
  }
  if (eventAhead.test(sentence.slice(0, date.start)) && thenInGeneral.test(after)) return false;
  const nearest = [...placesOf(before, verbs, ALL)].at(-1);
  if (!nearest) return true;
  if (/^laps/i.test(nearest[0]) && !restriction.test(sentence)) return false;
  return nearest[1] !== undefined || together.test(before.slice(0, nearest.index + 1)) || start.test(near);
}

/** "vests semi-annually over a four-year period ending December 15, 2029" */
const periodEnding = pattern("i")`
  \b over \s+ (?:an?\s+|the\s+)? (?:(?:\w+|\d+)(?:\s*\(\d+\))?[\s-]+(?:year|month)s?) (?:\s+(?:vesting\s+)?(?:period|term|schedule))? ,?\s+ (?:ending|that\s+ends|which\s+ends) \s+ (?:on\s+)? $
`;
const ofResults =
  /\b(?:performance|measure|tsr\b|basis\s+of|achiev|attain|based\s+(?:up)?on|return|goals?|metrics?|earned|contingent|target)/i;

/** "the March 13, 2019 restricted stock award": the day of its grant. */
const ofThe = /(?:\b(?:the|his|her)|['’]s)\s+$/i;
const ofAward =
  /^\s+(?:(?!(?:(?<!cliff\s)vest|on|in|and|which|that|for|with|under|to)\b)[\w-]+\s+){0,8}?(?:awards?|grants?)\b/i;
/** "On March 28, 2023 the options were repriced and will vest over two years from that date" */
const fromThen = /\b(?:from|after|following)\s+(?:that|such)\s+(?:date|day)\b/i;
/** "certified on February 9, 2023 that the goals had been met, and the shares vested on that date" */
const vestedThen = pattern("i")`
  ^ (?:(?!\b(?:19|20)\d\d\b|\b(?:if|not|none|no|unless|until|would|withheld|forfeited|granted|awarded)\b)[^.;]){0,${CLAUSE}}? \b (?:vested|became\s+(?:fully\s+)?(?:vested|exercisable)) \s+ (?:in\s+full\s+|fully\s+)?
  (?:on|as\s+of) \s+ (?:that|such|the\s+same) \s+ (?:date|day) \b
`;

/** "The goal was met on February 3, 2023, and the units vest on February 3, 2024" */
const wasMet = /\b(?:met|satisfied|achieved|attained|reached)\s+(?:on|as\s+of|in)\s*$/i;
const thenVest =
  /^,?\s*(?:and|so|but)\b[^;.]{0,60}?\b(?:vests?|will\s+vest)\b[^;.]{0,40}?\b(?:on|in)\s+(?=\w+\.?\s+\d|\d)/i;

/** Restrictions lapse. An option that lapses has expired. */
const restriction = /\b(?:restrict|forfeit|repurchase|risk)/i;

const dayOfYears = pattern("gi")`
  (?:\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:day\s+)?of\s+)?
  \b ((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2}(?!\d))?) (?:st|nd|rd|th)? ,?\s+ (?:of|in)
  \s+ (?:each\s+of\s+)? (?:the\s+years\s+)? ((?:19|20)\d\d(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*(?:through|thru|[‐-―-])\s*)(?:19|20)\d\d)+)
`;

/** "August 27, 2021, 2022 and 2023", "March 1 of each of 2021 and 2022": the same day of several years. */
function withYears(text: string, dates: readonly WrittenDate[]): WrittenDate[] {
  let all = dates.flatMap((date) => {
    const more =
      /^(?:\s*(?:,|and|&|,\s*and|through)\s*(?:19|20)\d\d(?!\d|-|\/|\s*(?:annual|plan|equity|stock|incentive)))+/i.exec(
        lettersFrom(text, date.end, NEAR),
      );
    return more ? [date, ...yearsIn(more[0], date.date.slice(4), date.end, text)] : [date];
  });
  for (const match of placesOf(text, dayOfYears, ALL)) {
    const [words, before = "", month = "", years = ""] = match;
    const day = before ? `${month} ${before}` : month;
    const monthAndDay = writtenDatesAndMonths(`${day}${/\d$/.test(day) ? "," : ""} 2000`)[0]?.date.slice(4);
    const [from, to] = [match.index, match.index + words.length];
    // "the 1st of June of 2025 and 2026" is also read as a month
    if (before) all = all.filter(({ start, date }) => date.length > 7 || start < from || start >= to);
    if (monthAndDay) all.push(...yearsIn(years, monthAndDay, match.index + words.length - years.length, text));
  }
  return all.sort((a, b) => a.start - b.start);
}

const yearsIn = (years: string, monthAndDay: string, at: number, text: string): WrittenDate[] =>
  Array.from(placesOf(years, /(?:19|20)\d\d/g, ALL), ({ 0: year, index }) => ({
    date: `${year}${monthAndDay}`,
    ...(wordsAt(text, at + index, at + index + year.length) satisfies Words),
  }));
