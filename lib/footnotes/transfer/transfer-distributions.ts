import { ALL, MOST_IN_SENTENCE, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";
import { partyOf } from "./transfer-party";
import { asGift, cut, isDone, kindByLaw, type Movement } from "./transfer-words";

const distributing = pattern("gi")`
  \b (?:
    distribut(?:ed|ions?|es|ing) (?<!\bannuity\s\w+) |
    allocated(?=
      \s+ (?:pro\s+rata\s+)? (?:to|among) \s+ (?:its|the|their) \s+ (?:\w+\s+)? (?:partners|members|beneficiaries) \b
    ) |
    # "the allocation of its shares among the partners"
    (?:allocation|division|apportionment)(?=\s+of\s[^.;]{0,${NEAR}}?\b(?:shares|stock|units|securities|holdings)\b[^.;]{0,40}?\b(?:among|between)\s+(?:its|the|their)\s+(?:\w+\s+)?(?:partners|members|beneficiaries|(?:share|stock)holders)\b) |
    # "divided equally among the partners"
    (?:divided|apportioned|split|shared(?:\s+out)?|parcel+ed\s+out|paid\s+out|handed\s+out|allocated|assigned) (?<=\b(?:shares|stock|units|securities|holdings?|assets|position|block)\b(?:(?!\b(?:proceeds|profits?|cash|votes?|fees?|is|are|be)\b)[^.;]){0,${CLAUSE}} \w+(?:\s+out)?) (?=
      \s+ (?:up\s+)? (?:(?:equally|ratably|proportionately|proportionally|pro\s+rata|evenly|in\s+equal\s+(?:shares|parts)|in\s+kind|in\s+specie)\s+)? (?:among|amongst|between) \s+ (?:(?:its|the|their|all|of|two|three|four|five)\s+){0,3} (?:\w+\s+)?
      (?:partners|members|beneficiaries|(?:share|stock|unit)holders|heirs|legatees) \b
    )
  ) \b
`;
const proRata = /\bpro[\s-]*rata\b|\bin[\s-]kind\b/i;
const otherDistribution = pattern("i")`
  ^\s* (?:
      dates? | agreement | rights? | equivalents? | plan | compliance | yields? |
      of\s+(?:cash|proceeds|RSUs?|the\s+(?:cash|proceeds)) | cash(?!\s+and) | money | income
    ) \b |
  # "distributed the net proceeds to its members", "distributed the membership interests in Roe LLC"
  ^\s* (?:all\s+(?:of\s+)?)? (?:(?:the|its|his|her|their|any)\s+)? (?:
      (?:net\s+|sale\s+|cash\s+)*proceeds | (?:[\w%]+\s+)?(?:membership|partnership)\s+interests?
    ) \b |
  ^\s* (?:\w+\s+){0,6} (?:from|under|pursuant\s+to) \s+ (?:the\s+|an?\s+|his\s+|her\s+)? (?:(?!10b)[\w'’()&.-]+\s+){0,5}?
    (?:401|plan\b|deferr|account\b|retirement|IRA\b)
`;
const ofDividend = pattern("i")`
  \b (?:
    stock\s+dividend | split | dividends?(?:\s+(?:and|or))? | underwritten | secondary | public |
    vests?(?:\s+and)? | cash | liquidating\s+cash | in\s+the\s+form\s+of\s+a\s+\w+\s+dividend
  ) \s* (?:\w+\s+)? $
`;
/** "payable when the partnership pays distributions to its unitholders": in general, and not of these securities. */
const paysInGeneral = pattern("i")`
  \b (?:pays?|paying|makes?|declares?|quarterly|monthly|regular|amount\s+of|equal\s+to|entitled\s+to) \s+ (?:(?:the|any|all|its|cash|quarterly|regular|such)\s+){0,3} $
`;
const inGeneral =
  /^(?:\s+(?:from|by|to|of)\s[^.;,]{2,60}?)?\s+(?:are|is)\s+(?:\w+ly\s+)?(?:paid|payable|made|declared|permitted|subject|limited)\b/i;
/** "The deferred shares were distributed on his retirement" */
const ofDeferred =
  /\b(?:deferred|phantom|vested|restricted|rsus?|psus?|stock\s+units?)\b[^.;]{0,40}\b(?:was|were|been)\s+$/i;
/** "units were distributed to the reporting person in shares": they were settled. */
const inStock =
  /^\s+(?:to\s[^.;,]{2,40}?(?:,[^.;,]{2,40},)?\s)?,?\s*in\s+(?:the\s+form\s+of\s+)?(?:(?:shares|common)\b|(?:issuer|company)\s+stock\b)/i;
const ofPapers =
  /^\s+(?:(?:the|its|an?)\s+)?(?:\w+\s+){0,2}?(?:statements?|reports?|letters?|notices?|documents?|information|materials?|prospectus)\b/i;
/** "did not receive any of the shares that Roe Fund LP distributed": shares that the report does not show. */
const notReceived = pattern("i")`
  \b (?:(?:did|does|has|have)\s+not\s+receive[sd]?\s+(?:any|some)|received\s+none)(?:\s+of)? (?:\s+(?:the|these|those|such))? \s+
  (?:shares|securities|stock|units) \s+ (?:that|which) \s [^;]{0,${NEAR}} $
`;
const sideOfDistribution = /\b(?:by|from|to|among)\s+(?=(?<party>[^;]{2,110}))/gi;

/** Distributions by a fund, partnership, company or trust to its partners, members or beneficiaries, made or received. */
export function* distributions(sentence: string): Generator<Movement> {
  for (const match of placesOf(sentence, distributing, MOST_IN_SENTENCE)) {
    const end = match.index + match[0].length;
    const before = sentence.slice(0, match.index);
    const after = lettersFrom(sentence, end, SENTENCE);
    if (otherDistribution.test(after) || ofDividend.test(before) || !isDone(sentence, proRataStart(before))) continue;
    if (notReceived.test(before) || ofDeferred.test(before) || ofPapers.test(after)) continue;
    if (/^distributions$/i.test(match[0]) && (paysInGeneral.test(before) || inGeneral.test(after))) continue;
    if (asGift.test(before.slice(-60)) || asGift.test(after.slice(0, 60))) continue;
    const sides = Array.from(placesOf(after, sideOfDistribution, ALL), ({ groups, index, 0: words }) => {
      const named = cut(groups?.party ?? "");
      return { party: partyOf(named), end: end + index + words.length + named.length };
    }).filter(({ party }) => party !== "other");
    const isProRata = proRata.test(before.slice(-40)) || proRata.test(after.slice(0, 60));
    const [first] = sides;
    if (inStock.test(after)) continue;
    if (sides.some(({ party }) => party === "issuer") && !sides.some(({ party }) => party === "owners")) continue;
    if (!first && !isProRata && !asOwner.test(before) && !ofTrustAssets.test(after)) continue;
    const last = sides.find(({ party }) => party === "owners") ?? first;
    const span: Span = [receiptStart(before) ?? match.index, last?.end ?? end];
    const words = sentence.slice(Math.max(0, match.index - 120), end + 200);
    yield { kind: kindByLaw(words) ?? "distribution", span };
  }
}

/** "Distribution of trust assets" */
const ofTrustAssets =
  /^\s+of\s+(?:(?:the|its|all)\s+)*(?:trust|partnership|llc|company|estate)(?:['’]s)?\s+(?:assets|property|corpus|shares|holdings)\b/i;
const asOwner = /\bas\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:beneficiary|partner|member)\b/i;

const proRataStart = (before: string): number =>
  /(?:\b(?:pro[\s-]*rata|in[\s-]kind|liquidating|for|of|an?|the)\W+)+$/i.exec(before)?.index ?? before.length;

/** "Receipt of shares pursuant to a pro rata distribution" */
const receiptStart = (before: string): number | null =>
  /\b(?:recei(?:pt|ved)|acquir(?:ed|ed\s+upon)|acquisition|distribut\w+|transferr?ed)\b[^.;]{0,120}$/i.exec(before)
    ?.index ?? null;
