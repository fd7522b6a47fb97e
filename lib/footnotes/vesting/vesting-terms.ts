import { CLAUSE, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { datedAs, dayNext, hasTerm, isInDeal, mustBefore, termBefore } from "./schedule-terms";
import type { VestingDate } from "./vesting-dates";
import {
  countOf,
  disclaimed,
  inNumber,
  isCountIn,
  leftOut,
  lockUp,
  mayExercise,
  namesUnits,
  nextCount,
  noneOf,
  notThatDay,
  numberThat,
  ofOthers,
  ofThoseVested,
  onlyThen,
  othersNot,
  restUnvested,
  someOf,
  toBeSold,
  toTheExtent,
  unmet,
  vestedThings,
  wasLost,
  wasReported,
  wasTo,
  wereUsed,
} from "./without-terms";

/** The words around "vest" or "exercisable" in a sentence, and the dates of vesting in it. */
export type VestingWord = {
  word: string;
  before: string;
  after: string;
  sentence: string;
  dates: readonly VestingDate[];
};

const notYet = pattern("i")`
  \b yet\s+to\s+ (?:fully\s+|be\s+)? $ |
  \b (?:not|never|neither|nor|no) \s+ (?:yet\s+|so\s+|then\s+|been\s+|previously\s+|be(?:come)?\s+)?
  (?:fully\s+|currently\s+|presently\s+|immediately\s+|now\s+)? $ |
  \b none\s+of\s+ (?:which|them|these|those|the\s+\w+) \s+ (?:(?:has|have|had|was|were|is|are|been|yet|so|far)\s+){0,3} $
`;
const occasion = pattern("i")`
  \b (?:
    upon | in\s+connection\s+with | following | on | at | after | before | prior\s+to | until | from |
    by\s+reason\s+of | resulting\s+from | as\s+a\s+result\s+of | incident\s+to | due\s+to | in\s+respect\s+of |
    relat(?:ed|ing)\s+to | arising\s+(?:out\s+of|from) | with\s+respect\s+to | associated\s+with |
    relevant\s+to | regarding | concerning | governing | subject\s+to | under | for | of | by | to | exercise\s+or | receipt,\s+exercise\s+or
  ) \s+ (?:
    the\s+ | such\s+ | their\s+ | its\s+ | each\s+ | any\s+ | that\s+ | these\s+ | this\s+ | his\s+ | her\s+ |
    continued\s+ | accelerated\s+ | applicable\s+ | certain\s+ | full\s+ | reported\s+ |
    (?:annual|partial|initial|final|incremental)\s+ | equity\s+ | an?\s+(?=(?:prior|earlier|previous|recent|past)\b) | prior\s+ | earlier\s+ | previous\s+ |
    recent\s+ | past\s+ | time-based\s+ | service-based\s+ | previously\s+\w+\s+
  )* (?:\w+\s+(?:and|or)\s+)? $
`;
const relative = pattern("i")`
  \b(?:that|which|who|(?<!\b(?:regarded|treated|considered)\s)as|such\s+\w+)\s+(?:(?:have|has|had|were|are|so|became|become)\s+)?$ |
  \b(?:previously|recently|newly|have|has|had)\s+$ |
  \b(?:that|which)\s+(?:were|was)\s+(?:granted|awarded|issued)\b[^;]{0,${NEAR}}\band\s+$
`;
const dealt = pattern("i")`
  \b (?:
    withh\w+ | surrender\w* | forfeit\w* | tax(?:es)? | retain\w* | net\s+settle\w* | sell[\s-]to[\s-]cover |
    delivered | deposit\w* | tender\w* | netted | cancell?ed | issued\s+upon | received\s+upon |
    acquired\s+(?:up)?on | shares\s+(?:issued|acquired|received)
  ) \b
`;
const fully = /\b(?:fully|100%|immediately|wholly|completely)\s+$/i;
/** "These units have vested" */
const haveAll = /^\W*(?:these|the|such)\s+(?:(?!of\b|which\b|that\b)\w+\s+){1,3}(?:have|has)\s+$/i;
/** "All of the options have vested", and a note that only says "Vested." */
const allBefore = pattern("i")`
  \ball\s+of\s+which\s+ (?:(?:are|were|have|had|been|already|now|currently|presently)\s+){1,3} $ |
  (?<!\b(?:if|when|once|until|after)\s) \ball\s+ (?:of\s+)? (?:the\s+|these\s+|such\s+|those\s+)?
  (?:(?!that\b|which\b|not\b|of\b|unvest|unearn)[\w-]+\s+){0,4}?
  (?:(?:are|have|were|has|had|been|now|currently|already)\s+){0,3} $
`;
const fullyAfter =
  /^\s*(?:,?\s*and\s+(?:fully\s+|immediately\s+|currently\s+)?exercisable\b|in\s+full\b|immediately\b|(?:as\s+to|with\s+respect\s+to|in\s+respect\s+of)\s+(?:all\b|100\s?%|the\s+(?:full|total|entire)\s))/i;
const stillNotFully = pattern("i")`
  \b (?:until|once|if|unless|when|to\s+the\s+extent|not) \s+
  (?:such\s+\w+\s+(?:is|are)\s+|the\s+\w+\s+(?:is|are)\s+|they\s+(?:are|become)\s+|it\s+is\s+)? (?:fully|100%)
  \s+$
`;
/** "The committee accelerated the vesting of the options", "vesting of the options was accelerated" */
const accelerates = pattern("i")`
  (?:
    \b (?:
        has | have | had | board | committee | company | issuer | corporation | registrant | directors | and |
        also | which | fully | immediately
      ) \s+accelerated |
    \b(?:approved|authorized|provided\s+for)\s+(?:the\s+)?(?:full\s+|immediate\s+)?acceleration\s+of
  ) \s+ (?:the\s+)? (?:full\s+)? $
`;
const isAccelerated = pattern("i")`
  ^\s* (?:(?:date|schedule)s?\s+)? (?:(?:of|for)\s+(?:[^;.,]|,(?=\d)){1,${CLAUSE}}?\s+)?
  (?:was|were|has\s+been|have\s+been|had\s+been|is|will\s+be) \s+ (?:\w+\s+)?accelerated\b
`;
/** "Reflects the full vesting of all outstanding units" */
const isOfAll = /^\W*(?:represents?|reflects?)\s+(?:the\s+)?(?:full|immediate|accelerated)\s+$/i;
const vestingNouns = pattern("i")`
  ^\s* (?:
    and\s+holding | dates? | tables? | events? | commencement | requirements? | start | restrictions | provisions |
    purposes | agreement | acceleration
  ) \b
`;
const conditionsMet = pattern("i")`
  ^\s* (?:conditions?|requirements?|criteri\w+|hurdles?|tranches?) \s+ (?:\w+\s+){0,6}?
  (?:was|were|is|are|has\s+been|have\s+been|been|be) \s+ (?:deemed\s+)? (?:satisfied|met|achieved|attained) \b
`;
/** "subject to the vesting schedule through May 15, 2030" */
const scheduleUntil =
  /^\s*(?:schedule|period)\s+(?:(?:that|which)\s+)?(?:(?:runs?|continues|lasts|extends|goes)\s+)?(?:through|until|ending\s+on|ends\s+on)\s+\w+\.?\s*\d/i;
const scheduleOf = /(?:\w+|\d+)[\s-](?:year|month)s?\s+(?:\w+\s+){0,2}$/i;

const exercisableNow =
  /\b(?:fully|immediately|currently|presently|now|first|already|and|all\s+of\s+which\s+(?:is|are))\s+$/i;
const notATerm = pattern("i")`
  ^\s* (?:
    for\b(?!\s+(?:a\s+period|\w+\s+years)) |
    at\s+(?:an?\s+)?(?:exercise|price|\$|the\s+(?:exercise|option)|prices) | to\s+(?:purchase|acquire|buy) |
    into | within\s+(?:60|sixty) | by\s+the\s+holder | only\s+to
  )
`;
/** "exercisable for one share, commencing 30 days after the closing", but not "and expires five years after the closing" */
const from = pattern("i")`
  \b(?:beginning|commencing|starting)\s+(?!price)\w | \b(?:on|upon)\s+the\s+(?:later|earlier)\s+of\b |
  \b (?:days|months|years?) (?<!\bfor\s+(?:a\s+(?:period|term)\s+of\s+)?[\w-]+\s+(?:\(\d+\)\s+)?\w+) \s+ (?:after|following|from) \s+ (?:the\s+)?
    (?:date|completion|closing|consummation|initial|business|issu) |
  \b(?:at\s+any\s+time|from\s+and|on\s+or|only)\s+(?:after|following|upon)\s+(?:the\s+)?\w
`;
const ends = /\b(?:expir\w+|terminat\w+|until|redeem\w*|ending|provided)\b|[;]|\.\s+[A-Z]/i;
const until = /\b(?:until|through|prior\s+to|before|no\s+later\s+than|expir\w+)\b/i;

/** Whether a word states when or on what terms something vests, and does not name vesting as the occasion of something else. */
export function statesTerms(found: VestingWord): boolean {
  const { word, before, after } = found;
  if (word === "vest" && willNot.test(before) && untilThen.test(after)) return true;
  if (
    notYet.test(before) ||
    leftOut.test(before) ||
    toBeSold.test(before) ||
    (wasTo.test(before) && wasLost.test(after)) ||
    disclaimed.test(before)
  )
    return false;
  if (/^\s+or\s+(?:not|un)/i.test(after) || unmet.test(before) || toTheExtent.test(before)) return false;
  if (/^(?:service|time)/.test(word))
    return isSatisfied.test(after) && !dealt.test(found.sentence) && hasTerm(after, "", found.dates);
  return /^vest/.test(word) ? ofVesting(found) : ofExercise(found);
}

/** "do not vest until the shares are listed" */
const willNot = /\b(?:do|does|will|shall)\s+not\s+(?:begin\s+to\s+)?$/i;
const untilThen = /^\s+(?:until|unless(?:\s+and\s+until)?)\s+(?!(?:now|then)\b)\w/i;
/** "was met as to", "will be satisfied on": not "is met when the award is granted to a retiree" */
const isSatisfied = pattern("i")`
  ^ [^.;,]{0,${NEAR}}? \b (?:was|were|is|are|been|be) \s+ (?:deemed\s+)? (?:met|satisfied) \s+ (?:as\s+to|with\s+respect\s+to|for|in|on|over|by)\b
`;
/** "taxes that arose when the units vested on May 1": the occasion of a payment. */
const whenVested = pattern("i")`\b (?:when|as|once|because) \s+ (?:[^;.,]|,(?=\d)){1,${NEAR}} $`;
/** "Shares were issued because units had vested" */
const becauseVested = /\bbecause\s+[^.;,]{1,60}\s(?:had|have)\s+$/i;
const ofTaxes = /\b(?:tax(?:es)?|withh\w+)\b/i;

/** "the right to receive shares if and when the units have vested": not when they vest. */
const ifAndWhen = pattern("i")`
  \b (?: if\s+and\s+when | when\s+and\s+if | when,?\s+as\s+and\s+if | if,\s+as\s+and\s+when | as\s+and\s+when ) \s+ (?:[\w'’-]+\s+){1,5} (?:have|has|are|is|become|becomes) \s+ (?:become\s+|been\s+)? $
`;

const conditionBefore = pattern("i")`
  \b (?:as|when|once|until|if|after|before) \s+ (?:and\s+(?:when|if)\s+)?
  (?:such\s+|the\s+|those\s+|these\s+|they\s+|it\s+)? (?:\w+\s+)? $
`;

/** "Vesting is subject to first patient dosed in the trial" */
const onEvent = pattern("i")`
  ^\s+ (?:of\s[^.;,]{2,${NEAR}}?\s)? is\s+ (?:subject\s+to|contingent\s+(?:up)?on|conditioned\s+(?:up)?on) \s (?:(?!\b(?:continu|servi|employ|remain|terms))[^.;]){0,${NEAR}}? \b (?:dosed|approval|clearance|milestones?|net\s+proceeds|closing|completion|consummation|enrollment|trading\s+(?:at|above|price)|(?:stock|share)\s+price|achievement|attainment) \b
`;

function ofVesting({ word, before, after, sentence: text, dates }: VestingWord): boolean {
  if (word === "vesting") {
    if (notThatDay.test(text)) return false;
    if (accelerates.test(before) || (isAccelerated.test(after) && !occasion.test(before) && !dealt.test(text)))
      return true;
    const dated = datedAs.exec(after) ?? (/\bdates?\s+of\s+$/i.test(before) ? dayNext.exec(after) : null);
    if (dated) return dates.some(({ start }) => start === text.length - after.length + dated[0].length);
    if (vestingNouns.test(after) || wasReported.test(after)) return false;
    if (/^\W*$/.test(before) && onEvent.test(after)) return true;
    if (isOfAll.test(before) && /^\s*of\s/i.test(after)) return true;
    if (/^\W*immediate\s+$/i.test(before) && /^\s*(?:[.;]|$|(?:up)?on\b)/i.test(after)) return true;
    if (conditionsMet.test(after)) return hasTerm(after, before, dates);
    if (/^\s*(?:conditions?|criteria)\b/i.test(after)) return false;
    if (/^\s*(?:periods?|schedules?|terms?)\b/i.test(after)) {
      return (
        scheduleOf.test(before.slice(-40)) ||
        (scheduleUntil.test(after) &&
          dates.length > 0 &&
          !/\b(?:during|within|in)\s+(?:[\w-]+\s+){0,2}$/i.test(before)) ||
        (/^\s*(?:schedule|terms?)\s*(?:(?:of|for)\s+[^;.]{1,80}?\s)?(?:is|are|:|of)/i.test(after) &&
          hasTerm(after, "", dates))
      );
    }
    if (/(?:(?:\w+|\d+)[\s-]year|ratable|cliff)\s+$/i.test(before) && !/\b(?:up)?on\s+(?:\S+\s+){1,3}$/i.test(before))
      return true;
    if (/\b(?:shares|units|stock|\w{2,4}s|awards?|grants?|options)\s+$/i.test(before) && dealt.test(before))
      return false;
    if (occasion.test(before)) {
      const isSubject = /\bsubject\s+to\s+(?:[\w-]+\s+)?$/i.test(before);
      const own = after.slice(0, 160).split(nextCount)[0] ?? "";
      return isSubject && hasTerm(own, "", dates) && !onlyService.test(after);
    }
    return hasTerm(after, /(?:^\W*|-based\s+)$/i.test(before) ? "" : before, dates);
  }
  if (word === "vested") {
    if (
      othersNot.test(after) ||
      ofOthers.test(before) ||
      inNumber.test(after) ||
      (dates.length === 0 && numberThat.test(before))
    )
      return false;
    if (restUnvested.test(after) && !dates.some(({ start }) => start >= text.length - after.length)) return false;
    if (becauseVested.test(before) && dates.length === 0) return false;
    if (ofThoseVested.test(before) && ofTaxes.test(before) && dealt.test(text)) return false;
    if (whenVested.test(before) && dealt.test(text) && ofTaxes.test(text)) return false;
    const isFully =
      (fully.test(before) && !stillNotFully.test(before)) || (fullyAfter.test(after) && !relative.test(before));
    if (isFully) return !/\b(?:upon|on|when|once)\s+(?:becoming\s+)?(?:fully|100%)\s+$/i.test(before);
    if (vestedThings.test(after) || namesUnits(before, after)) return false;
    if (noneOf.test(before) && !/^[^.;]*\b(?:until|before|unless|other)\b/i.test(after)) return false;
    if (isInDeal(before, after)) return true;
    if (haveAll.test(before) && /^\s*(?:[.;]|$|,?\s*(?:but|and\s+(?:will|are|is|shall))\b)/.test(after)) return true;
    if (allBefore.test(before) || (/^\W*$/.test(before) && /^\W*$/.test(after))) return true;
    if (
      /^\s*(?:[.;]|$|,?\s*(?:but|and\s+(?:will|are|is|shall))\b)/.test(after) &&
      !relative.test(before) &&
      /(?<!\d[\d,]*\s+(?:\w+\s+){0,2})\b(?:is|are|were)\s+$/i.test(before)
    )
      return true;
    if (relative.test(before) && (dealt.test(text) || wereUsed.test(after))) return false;
    if (
      /\b(?:once|when|if|until|unless|after|(?<!\b(?:regarded|treated|considered)\s)as)\s+$/i.test(before) ||
      ifAndWhen.test(before)
    )
      return false;
    if ((someOf.test(before) && /^\s*as\s+of\b/i.test(after)) || isCountIn(before, after)) return false;
    return (
      hasTerm(after, before, dates) &&
      !/^\s*(?:and|,)?\s*(?:[\d,]+|none|the\s+remain\w+)\b[^;]{0,60}\b(?:not|un)\s?vest/i.test(after)
    );
  }
  if (/\buntil\s+(?:it|they)\s+$/i.test(before) && /^\s+(?:in\s+full\s+)?(?:on|over|in|at|upon)\s/i.test(after))
    return hasTerm(after, "", dates);
  if (mustBefore.test(before)) return true;
  if (conditionBefore.test(before) && dates.length === 0) {
    return /\bif\b[^;]{0,200},\s*[^;]{0,80}$/i.test(before) && termBefore.test(before);
  }
  if (relative.test(before) && dealt.test(text) && /\b(?:at|upon)\b/i.test(after.slice(0, 12))) return false;
  return hasTerm(after, before, dates);
}

const onlyService = /^\s*(?:up)?on\s+(?:the\s+)?satisfaction\s+of\s+(?:\w+\s+)?(?:service|time|employment)/i;

const anyTimeAfter = pattern("i")`
  ^\s* (?:
    at\s+any\s+time | at\s+once | straight\s?away | immediately | in\s+(?:whole|installments|(?:\w+\s+)?(?:equal\s+)?(?:parts|portions|installments|tranches)) | commencing | beginning | starting |
    on\s+or\s+after | from | upon | as\s+of | in\s+full
  )
`;

/** "The conversion right may be exercised at any time" */
const otherRight = pattern("i")`
  \b (?:conversion|exchange|redemption|put|call|voting|repurchase) \s+ (?:rights?|privileges?|options?|features?) \s+ (?:[\w-]+\s+){0,3}? (?:may|can|could)\s+ $ |
  \b rights?\s+ (?:of|to) \s+ (?:conver\w+|exchange|redemption|redeem) \b [^.;,]{0,${NEAR}} \b (?:may|can|could)\s+ $
`;

function ofExercise({ word, before, after, sentence, dates }: VestingWord): boolean {
  if (/restrictions?$/.test(word) && dealt.test(sentence)) return false;
  if (countOf.test(before) && (othersNot.test(after) || restUnvested.test(after))) return false;
  if (
    /(?:lapse[sd]?|expire[sd]?|ends?|ended|removed|lifted|restricted|restrictions?|forfeitable|repurchase|repurchase\s(?:right|option)s?)$/.test(
      word,
    )
  )
    return ![before, word, after.slice(0, NEAR)].some((words) => lockUp.test(words)) && hasTerm(after, before, dates);
  if (/\bif\s+[^,;]{0,60}$/i.test(before) && dates.length === 0) return false;
  if (word === "be exercised") {
    if (!/\b(?:may|can|could)\s+(?:first\s+)?$/i.test(before) || otherRight.test(before)) return false;
    return anyTimeAfter.test(after) || dates.length > 0;
  }
  if (word === "exercise") return mayExercise.test(before) && dates.length > 0;
  const now = before.replace(/\bconvertible\s+(?:and|or|and\/or)\s+$/i, "");
  if (exercisableNow.test(now) && !/\band\s+$/i.test(now)) return true;
  if (/^\s*(?:and|or)\s+(?:will\s+)?vest/i.test(after)) return hasTerm(after, before, dates);
  if (notATerm.test(after) && !/\bvest\w*\s+and\s+$/i.test(before)) {
    if (from.test(after.slice(0, 320).split(ends)[0] ?? "")) return true;
    const isDatedAfter = dates.some(({ start }) => start >= sentence.length - after.length);
    return isDatedAfter && !until.test(after);
  }
  return (
    hasTerm(after, "", dates) ||
    onlyThen.test(before) ||
    (/\b(?:become|becomes|became)\s+(?:\w+\s+)?$/i.test(before) && hasTerm(after, before, dates))
  );
}
