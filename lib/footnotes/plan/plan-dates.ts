import { plan, rule } from "@/lib/footnotes/vocabulary/rule-10b5-1";
import { withLists } from "@/lib/footnotes/vocabulary/sentence-lists";
import { CLAUSE, lettersBefore, NEAR, SENTENCE, type Words, wordsAt } from "@/lib/footnotes/vocabulary/words";
import { MONTH, type WrittenDate, writtenDatesAndMonths } from "@/lib/footnotes/vocabulary/written-dates";
import { pattern } from "@/lib/values/pattern";
import { isOtherPlan, isTradingPlan, namesPlan, otherObject } from "./which-plan";

/** What happened to a plan on a day. */
type PlanEvent = "adopted" | "modified" | "terminated";

/** The days of one or more 10b5-1 plans, in order. If only a month is written, the month. */
export type PlanDates = Record<PlanEvent, WrittenDate[]>;

const adopt = pattern()`
  adopt(?:ed|ion) | (?<=\b(?:after|since|upon|on|following|in)\s+)(?:adopting|entering\s+into|establishing) | entered(?:\s+into)? | establish(?:ed|ment) | signed | set\s+up | put\s+in(?:to)?\s+(?:place|effect) |
  created | instituted | initiated(?<=\bplan\s+(?:that\s+)?(?:was\s+)?initiated) | approved(?=\s+and\s+(?:became|is|was)\s+effective\b) | gave(?=[^.;]{0,${NEAR}}\binstructions?\b) | (?<=\breplaced\s+)by\s+(?:another|a\s+new\s+(?:one|${plan})) |
  (?<=\b(?:instructions?|directions?|elections?|orders?)(?:\s+letters?)?(?:\s+under\s+(?:sec\s+)?rule\s+10b5-1)?,?\s+(?:(?:that|which|was|were|he|she|the|reporting|person|irrevocably)\s+){0,5})
    (?:given|gave|issued|made|delivered|submitted) |
  (?:given|delivered|submitted|executed) (?<=\binstructions?(?:\s+letter)?\b[^.;]{0,${CLAUSE}}\b(?:that|which|and)\s+(?:was|were)\s+\w+) |
  # "sold under a plan executed on": the plan, since the sale has a verb of its own
  (?<=\b(?:made|effected|sold|sales?|bought|purchased|acquired|exercised|executed|occurred|completed|conducted)\b[^.;]{0,${CLAUSE}}
    \b(?:pursuant\s+to|under|accordance\s+with)\b[^.;,]{0,${NEAR}}\b${plan}(?:\s+letter)?\s*,?\s+(?:(?:that|which)\s+(?:was|were|had\s+been)\s+)?)
    executed(?=\s+(?:(?:on|in|as\s+of|${MONTH})\b|\d)|\s*$) |
  (?<=(?:^|[.;]\s+)\W*(?:pursuant\s+to|under)\b[^.;,]{0,${NEAR}}\b${plan}\s+) executed(?=\s+(?:on|in|as\s+of)\b) |
  # "under a plan complying with the rule, executed by Roe LP on"
  (?<=\b(?:${plan}|10b5-1(?:\(\w\))*(?:\(\d\))?)[^.;,]{0,${NEAR}},\s+)executed(?=\s+(?:by\s[^.;]{3,${NEAR}}?\s)?(?:on|in|as\s+of)\s) |
  (?<!(?:was|were|been)\s)executed(?=\s+by\s+(?:the\s+(?:reporting|undersigned)|mr|ms|him|her))
`;
const modify = pattern()`amend(?:ed|ment) | modif(?:ied|ication) | re-?stated | revised | chang(?:ed|e)(?!\s+in\s+control)(?<!\bto\s+\w+)`;
const terminate = pattern()`
  terminat(?:ed|ion) | (?:terminating|cancell?ing|revoking)(?<=\bnotice\s+\w+) | cancel(?:l?ed|lation) | revo(?:ked|cation) | discontinued | ended(?=[^.;]{0,${NEAR}}\bby\s+(?:\w+\s+)?notice\b) |
  ended(?=\s+(?:his|her|its|their)\s+(?:[\w-]+\s+){0,4}?${plan}\b) |
  # "elected to terminate", "instructed his broker to cancel"
  (?:terminate|cancel|revoke)
    (?<=\b(?:elected|decided|chose|determined|opted|instructed|directed|requested|notified|caused|notice)\b [^.;,]{0,${NEAR}} \sto\s+\w+)
`;
const anyVerb = pattern()`${adopt} | ${modify} | ${terminate}`;

/** "adopted by the reporting person, the Roe Trust, the Doe Trust and Roe LP on": more than a clause, in letters. */
const LONGEST_LIST = 420;
/** The event whose words come before a date, with only who, where and how in between. */
const eventBefore = pattern("is")`
  \b (?:(?<adopted>${adopt})|(?<modified>${modify})|(?<terminated>${terminate})) \b
  (?<between> (?:(?!\b${anyVerb}\b).){0,${CLAUSE}} | \s+by\s (?:(?!\b${anyVerb}\b)[^;]){${CLAUSE},${LONGEST_LIST}} \s (?:on|in|effective|as\s+of) \s+ ) $
`;
/** "On June 1, 2021, the reporting person adopted …" */
const eventAfter = pattern("is")`
  ^,?\s* (?<who>[^;]{0,${CLAUSE}}?) \b (?:(?<adopted>${adopt})|(?<modified>${modify})|(?<terminated>${terminate})) \b
  (?<object>.{0,${CLAUSE}})
`;
const dayAhead = /(?:^|\b(?:on|in|as\s+of|effective)\s+(?:or\s+about\s+)?)\W*$/i;
const datedBefore = pattern("i")`
  \b (?:${plan}(?:\s+letters?)?(?:(?:,?\s+(?:by\s+and\s+)?(?:between|among)\s(?:[^.;]|\.(?=,)){3,${CLAUSE}}?|\s+with\s[^.,;]{3,${NEAR}}?)(?=,?\s+dated\b))?(?:\s+of\s+(?:the\s+reporting\s+person|the\s+\w+\s+trust|[^.;,]{3,${NEAR}}?\s(?:LLC|L\.?P\.?|Inc\.?|Corp\.?)))?|${rule}) (?:\s+(?:previously\s+)?(?:adopted|entered\s+into|established)\s+by\s+[^,;.]{3,${NEAR}}(?=,\s))? [\s,("”)]* (?:and\s+)? (?:(?:that|which)\s+(?:(?:is|was|are|were)\s+)?|is\s+|(?:all|both|each)\s+(?:of\s+(?:which|them)\s+(?:is|are|was|were)\s+)?)? (?:date:?|dated(?:\s+from)?|dtd|of)
  (?:\s+as\s+of)? \s*$
`;
const otherDay = pattern("i")`
  \b (?:
    expir\w+ | completed | announced | disclosed | dated(?<!\b(?:notice|letter|amendment)[\s,](?:[^.;]{0,${NEAR}}\s)?dated) |
    effective(?!\s+(?:as\s+of\s+|on\s+|(?:at\s+|as\s+of\s+)?(?:the\s+)?close\s+of\s+(?:business|trading)\s+(?:on\s+)?)?$) | commenc\w+ | began | begin\w* |
    first\s+trad\w+ | filed | reported | sold |
    executed(?!\s+by\s) | effected | vest\w* | granted
  ) \b
`;
/** A plan that will end was not terminated. */
const notYet = pattern("i")`
  \b(?:will|shall|may(?!\s+\d)|unless|until|would|if|not|never)\s+(?:\w+\s+){0,2}$ | \bto\s+(?:be\s+)?$ |
  \bupon\s+(?:the\s+)?$
`;
const terminationDate = /^\s*dates?\b/i;
const ofTrust = /\b(?:trust|agreement)\b[^,]{0,20}\b(?:dated|dtd|u\/a\/d|u\/t\/d)\s*$/i;
/** "adopted a plan to sell 40,000 shares through December 2026": the end or the beginning of a period. */
const isLimit = pattern("i")`
  \b (?:
    (?:through|until|till|thru|before|after|since|prior\s+to)\s+ (?:and\s+including\s+)? |
    (?:end|beginn?|start)(?:s|ed|ing)?\s+ (?:on\s+|in\s+)?
  ) $
`;
/** "terminated his plan, adopted on May 1, 2020, on June 1, 2021": the second day is that of the first verb. */
const interrupted = pattern("is")`
  \b (?:(?<adopted>${adopt})|(?<modified>${modify})|(?<terminated>${terminate})) \b
  (?:(?!\b${anyVerb}\b)[^.;,]){0,${NEAR}} \b${plan}\s*,\s+ (?:(?:that|which)\s+)? (?:(?!\b${anyVerb}\b)[^.;,]){0,${NEAR}}
  \b(?:${anyVerb}|dated) \b [^.;,]{0,${NEAR}} $
`;
const goesBack =
  /^(?:\s+(?:pursuant\s+to|under|in\s+(?:accordance|compliance)\s+with)\s[^.;,]{3,60})?\s*,\s+(?:on|effective|as\s+of|in)\s+(?:on\s+)?$/i;
/** "On June 4, 2023 the plan was terminated." */
const isPassive =
  /^,?\s*(?!.*\b(?:under(?!\s+(?:sec\s+)?rule\s+10b)|pursuant(?!\s+to\s+(?:sec\s+)?rule\s+10b)|accordance)\b).*\b(?:was|were|been)\s+(?:\w+ly\s+)?$/is;
/** "the second, which replaced it," */
const another = pattern()`(?:another|the\s+(?:second|third|other|latter|next|later|new))(?:\s+(?:one|${plan}))?(?:\s*,(?:[^,;.]{1,${NEAR}},)?)?\s+`;
/** "amended on March 1, 2021 and, most recently, on June 1, 2021" */
const enumerated = pattern("i")`
  ^ (?:\s+by\s[^.;,]{3,${NEAR}}?(?=\s+and\s+on\s))? \s* (?:,|,?\s*(?:and|or|&|then)) \s* (?:
    ,?\s*
    (?:again|then|once\s+more|further|lastly|later|subsequently|thereafter|finally|most\s+recently|last|also)
    \b\s*,?\s*
  ){0,2} (?:,?\s*${another})? (?:by\s[^.;,]{3,${NEAR}}?\s(?=on\s))? (?:(?:on|in|as\s+of|effective)\s+(?:or\s+about\s+)?)? $
`;
/** "amended on May 1, 2022, and on August 1, 2022 sold 500 shares" */
const hasOwnVerb =
  /^,?\s+(?:(?:the|reporting|person|he|she|they|also)\s+){0,4}(?:sold|bought|purchased|exercised|acquired|gave|gifted|donated|transferred)\b/i;
/** An item of a list in brackets, without its own subject: "(adopted in May 2019; since cancelled by her on June 1, 2020)". */
const goesOn = pattern("i")`
  ^ (?:
    (?:
      and | but | the | it | later | last | since | then | was | has | been | had | subsequently | thereafter | as |
      further | most | recently | also | again
    ) \s+
  ){0,4} ${anyVerb} \b
`;

const namesAnyPlan = pattern()`\bplan | ${rule}`;

/** All days on which a 10b5-1 plan was adopted, modified or terminated, according to the note. */
export function planDates(text: string, parts: readonly Words[]): PlanDates {
  const found: PlanDates = { adopted: [], modified: [], terminated: [] };
  const isOfPlan = namesPlan(text);
  const joined = withLists(text, parts, namesAnyPlan, goesOn);
  for (const [at, sentence] of joined.entries()) {
    const isOfIt = namesRule.test(joined[at - 1]?.text ?? "") && !isOtherPlan(joined[at - 1]?.text ?? "");
    let last: { event: PlanEvent; end: number } | null = null;
    const dates = writtenDatesAndMonths(sentence.text);
    for (const [index, date] of dates.entries()) {
      const gap: string = last ? sentence.text.slice(last.end, date.start) : "";
      const before: PlanEvent | null =
        outerEvent(sentence.text, gap, dates[index - 1]) ??
        (last && enumerated.test(gap) && !hasOwnVerb.test(sentence.text.slice(date.end)) ? last.event : null);
      const amendment = isOfPlan ? amendmentWas.exec(lettersBefore(sentence.text, date.start, LOOK_BACK)) : null;
      const isAmendment = amendment !== null && !isOtherPlan(amendment.groups?.whose ?? "");
      const event: PlanEvent | null =
        before ??
        (isAmendment
          ? "modified"
          : ((isOfIt ? eventOfIt(sentence.text.slice(0, date.start)) : null) ??
            eventOf(sentence.text, date, dates[index - 1])));
      last = event && { event, end: date.end };
      if (!event) continue;
      const words = wordsAt(text, sentence.start + date.start, sentence.start + date.end);
      found[event].push({ ...words, date: date.date });
    }
  }
  return found;
}

const LOOK_BACK = 500;

const namesRule = pattern("i")`${rule}`;
/** "It had been adopted on": the plan of the sentence before. */
const itWas = pattern("i")`
  ^\W* it \s+ (?:was|had\s+been|has\s+been) \s+ (?:\w+ly\s+)?
  (?: (?<adopted>adopted|established|entered\s+into) | (?<modified>amended|modified) | (?<terminated>terminated|cancell?ed|revoked) ) \s+ (?:on|as\s+of) \s+ $
`;
const eventOfIt = (before: string): PlanEvent | null => happened(itWas.exec(before)?.groups, "", "");

/** "The amendment, which changed the number of shares, was entered into on": of the plan that the note names. */
const amendmentWas = pattern("i")`
  (?:^|[.;]\s+|,?\s+and\s+) ["“]? (?:the|that|an?|such|his|her|its) \s+ (?:(?:most\s+recent|latest|first|second|third|last|only|subsequent|later)\s+)?
  (?:amendment|modification) (?:
    \s+ (?:to|of)\s+ (?:the|his|her|its|such|this|that)\s+ (?<whose>(?:[\w'’-]+\s+){0,3}? (?:rule\s+)? (?:${rule}\s+)? (?:[\w-]+\s+){0,2}?) (?:${plan})\b
  )? (?:,\s+(?:which|that)\s(?:[^,;.]|,(?!\s+(?:was|were|is)\b)){3,${CLAUSE}},)? \s+
  (?:was|were) \s+ (?:\w+ly\s+)? (?:entered\s+into|adopted|signed|executed|made|effected|completed|effective) \s+ (?:by\s[^,;.]{3,${NEAR}}\s)? (?:(?:on|in|as\s+of)\s+)? $
`;

/** "Adopted on May 3, 2017 and amended on June 1, 2018, the 10b5-1 plan": the subject of the verb comes after the date. */
const planFollows = pattern("is")`
  ^ (?:having\s+been\s+|as\s+)? (?:${anyVerb}\b[^.;|]{0,${CLAUSE}} \b(?:and|but)\s+(?:later\s+|then\s+)?)? \| [^.;]{0,${CLAUSE}}? (?:the|his|her|its|their|this|that)\s+ (?:[\w'’-]+\s+){0,4}? (?:${rule}\s+)? (?:[a-z-]+\s+){0,2}? ${plan} \b
`;

/** "the Form 4 filed on": a day of something else. */
const ofOther =
  /\bfiled\s[^.;,]{3,80}?\s(?:on|in)\s+$|\b(?:filed|reported|announced|disclosed|sold|purchased|granted|held)\s+(?:on|in|as\s+of)\s+(?:or\s+about\s+)?$/i;
/** "Mr. Roe modified it on": the plan of the sentence before. */
const ofIt = /^\s*(?:it|them|the\s+same)\s+(?:on|in|as\s+of|effective)\b/i;

/** "terminated on July 26, 2024 the 10b5-1 plan", "the termination on July 26, 2024 of the 10b5-1 plan": the object comes after the date. */
const itsObject = pattern("i")`
  ^ (?:,?\s*|\s+of\s+|,?\s+to\s+) (?:the|his|her|its|their|an?|certain) \s+ (?:
    (?:(?!and\b|under\b|pursuant\b)[\w'’-]+\s+){0,3}? |
    # "the amount and timing of the sales under the"
    (?:[\w-]+\s+){0,2}? (?:amounts?|numbers?|timing|prices?|limits?|terms|schedules?|quantit\w+|volumes?|sizes?|duration|instructions?|provisions?) \b
      (?:(?!\b(?:adopt|enter|establish|option|award|grant|note)\w*)[^.;,]){0,${NEAR}}? \s+
  ) (?:rule\s+)? ${rule} \s+ (?:[\w-]+\s+){0,3}? ${plan} \b
`;

/** "suspended on May 1, 2020 and was terminated on June 1, 2020": the first day is that of the first verb. */
const nextVerb = pattern("i")`^\W*(?:and|but)\s+(?!(?:on|in|as\s+of|effective)\s|${MONTH}\b|\d)`;
/** "On April 1, 2023 his employment ended, and on May 1, 2023 the plan was" */
const nextClause = /,\s+(?:and|but)\s+(?:on|in|effective)\s/i;
/** "On March 19, 2021 he terminated it.": the plan of the clause before. */
const isIt = /^\s*(?:it|the\s+same)\s*(?:[.,;]|$)/i;
const someone = /^,?\s*(?:[\w'’-]+\s+){1,4}$/i;
/** "the plan, adopted on May 13, 2022, was revoked" */
const aside = pattern("gi")`
  ,\s+ (?:(?:which|that)\s+(?:(?:was|had\s+been)\s+)?)? (?:\w+ly\s+)? (?:adopted|entered\s+into|established|signed|dated) \b [^;.]{0,${NEAR}}? \b(?:19|20)\d\d , (?=\s+(?:was|were|has\s+been|is)\b)
`;
/** "the plan adopted on June 1, 2022 was cancelled" */
const participle = pattern("gi")`
  (?<=\b${plan})\s+ (?:adopted|entered\s+into|established|signed|dated) \b [^;.,]{0,${NEAR}}? \b\d{1,2},\s+(?:19|20)\d\d (?=\s+(?:was|were|has\s+been)\b)
`;
/** "On March 20, 2023, after completion of the sales reported on this form, he terminated the plan" */
const afterThat = pattern("i")`^ , \s+ (?:after|following|upon) \s (?:[^.;,]|,(?=\d)){3,${CLAUSE}} , (?=\s)`;
const withoutAside = (text: string): string => text.replace(afterThat, ",").replace(aside, "").replace(participle, "");

/** The event of a clause that another one with a day of its own interrupts. */
function outerEvent(sentence: string, gap: string, dateBefore: WrittenDate | undefined): PlanEvent | null {
  if (!dateBefore || !goesBack.test(gap)) return null;
  const ahead = sentence.slice(0, dateBefore.start);
  const words = interrupted.exec(ahead);
  return words && happened(words.groups, ahead.slice(0, words.index), "");
}

/** "Adoption date of the 10b5-1 plan under which these shares were sold: 3/14/2023" */
const dayOf = pattern("i")`
  (?:^|[.;(]\s*) \W* (?:the\s+)? (?:date\s+of\s+)? (?:(?<adopted>adoption)|(?<modified>modification|amendment)) (?:\s+date)? \s+ (?:of|for) \s+
  (?<what>[^.;:]{3,${SENTENCE}}?) \s*:\s* $
`;
/** "The date of her adoption of the 10b5-1 plan under which the shares were sold was March 14, 2023" */
const dayWas = pattern("i")`
  (?:^|[.;(]\s*) \W* (?:the\s+)? (?:date\s+(?:of|for)\s+)? (?:(?:the|his|her|its)\s+)? (?:reporting\s+person['’]s\s+)? (?:(?<adopted>adoption)|(?<modified>modification|amendment)) (?:\s+date)? \s+ (?:of|for) \s+
  (?<what>[^.;:]{3,${SENTENCE}}?) \s+ (?:was|is|occurred\s+on|took\s+place\s+on) \s+ $
`;

function eventOf(sentence: string, date: WrittenDate, dateBefore: WrittenDate | undefined): PlanEvent | null {
  const from = Math.max(0, date.start - LOOK_BACK);
  const before = sentence.slice(from, date.start);
  if (isLimit.test(before)) return null;
  if (datedBefore.test(before)) return isTradingPlan(before) ? "adopted" : null;
  const day = (dayOf.exec(before) ?? dayWas.exec(before))?.groups;
  if (day && namesPlan(day.what ?? "")) return day.adopted ? "adopted" : "modified";
  const words = eventBefore.exec(before);
  if (words) {
    const { between = "" } = words.groups ?? {};
    const isOwn =
      dateBefore === undefined ||
      dateBefore.end - from <= words.index ||
      ofTrust.test(lettersBefore(sentence, dateBefore.start, NEAR));
    const ahead = before.slice(0, words.index);
    if (words.groups?.modified && underAmended.test(ahead) && ofItsName.test(between)) return null;
    const isOfPlan =
      isTradingPlan(ahead, between, words.groups?.adopted) ||
      ofIt.test(between) ||
      (dateBefore !== undefined &&
        namesPlan(ahead) &&
        endedWithIts.test(before.slice(dateBefore.end - from, words.index))) ||
      itsObject.test(sentence.slice(date.end)) ||
      planFollows.test(`${ahead.trimStart()}|${sentence.slice(date.end)}`);
    const isOfNext = opensClause.test(between) && eventBehind(sentence, date) !== null;
    if (isOwn && isHow(between) && isOfPlan && !isOfNext) return happened(words.groups, ahead, between);
  }
  return dayAhead.test(before) && !ofOther.test(before) ? eventBehind(sentence, date) : null;
}

/** "under the Amended and Restated 2010 Plan on May 1, 2020": the plan's name, and the day of something else. */
const underAmended = pattern("i")`
  \b (?:under|pursuant\s+to|in\s+accordance\s+with|through) \s+ (?:the|its|their|an?) \s+ (?:[\w.,'’&-]+\s+){0,5}? (?:amended\s+(?:and|&)\s+)? $
`;
const ofItsName = pattern("i")`^ \s+ (?:(?!on\b|in\b)[\w'’&-]+\s+){0,6}? (?:plan|program)\b`;

/** "He amended the plan, and on March 19, 2021 he terminated it": the day is that of the second verb. */
const opensClause = /,\s+(?:and|but)\s+(?:then\s+)?(?:on|in|as\s+of|effective)\s+$/i;

/** "pursuant to a previously established plan": which plan, and not what was done that day. */
const anArticle = /\b(?:under|to|with|through|by)\s+(?:an?|the|his|her|its|their)\s+(?:previously\s+|duly\s+)?$/i;

/** The event whose words come after a date. */
function eventBehind(sentence: string, date: WrittenDate): PlanEvent | null {
  const after = eventAfter.exec(withoutAside(sentence.slice(date.end, date.end + LOOK_BACK)));
  const { who = "", object = "" } = after?.groups ?? {};
  if (otherDay.test(who) || nextVerb.test(who) || nextClause.test(who)) return null;
  if (anArticle.test(who) && ofItsName.test(` ${object.trimStart()}`)) return null;
  const isOfPlan =
    namesPlan(object) || (isPassive.test(who) && namesPlan(who)) || (isIt.test(object) && someone.test(who));
  return isOfPlan ? happened(after?.groups, who, object) : null;
}

/** The matched event, if the note says that it happened. */
function happened(groups: RegExpExecArray["groups"], before: string, after: string): PlanEvent | null {
  const isDecided = /^(?:terminate|cancel|revoke)$/i.test(groups?.terminated ?? "");
  if (notYet.test(before.slice(-40)) && !isDecided) return null;
  if (groups?.adopted) return "adopted";
  if (groups?.modified) return "modified";
  return groups?.terminated && !terminationDate.test(after) ? "terminated" : null;
}

const ownTrust = /\b(?:trust|agreement)\b[^,]{0,20}\b(?:dated|dtd|u\/a\/d|u\/t\/d)\s+[^,]+?(?:,\s*)?\d{2,4}/gi;
/** "was adopted on May 4, 2020 and ended upon its termination on": the plan of the day before. */
const endedWithIts = pattern("i")`
  ^\s* ,?\s* (?:and|but|then)\s+ (?:\w+ly\s+|later\s+|then\s+)? (?:ended|expired|lapsed|ceased|came\s+to\s+an\s+end|concluded) \s [^.;,]{0,${NEAR}}? \bits\s+ (?:\w+\s+)? $
`;
/** "terminated the plan under which the shares were sold, effective": the sale is named to say which plan. */
const ofWhichPlan = /\b(?:under|pursuant\s+to)\s+which\s[^,;]*?\b(?:sold|made|effected|executed|purchased)\b/gi;
const isHow = (between: string): boolean =>
  !otherDay.test(between.replace(ownTrust, "").replace(ofWhichPlan, "")) && !otherObject.test(between);
