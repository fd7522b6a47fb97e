import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";
import { count, dollars, type FoundRatio, figures, MOST_RATIOS, principal, ratioAt, shares } from "./conversion-words";
import { securityIn } from "./converted-security";

/** "into 2.5 shares", "to receive, at settlement, one share": what is received, after the word that introduces it. */
const gets = pattern("gi")`
  \b (into|for|to|in|as|or|bec[ao]mes?|receives?|gets?|purchase|acquire|buy|issued|(?:delivery|issue|issuance|allotment)(?:\s+or\s+(?:delivery|issue|issuance|transfer))?(?:\s+to\s+[^,;.]{3,40}?)?\s+of|with(?<=\b(?:satisfied|settled)\s+with)|represent(?:s|ing)?)
  (?:\s*,[^,;]{0,${CLAUSE}}, | ,(?<=,\s+and\s[^,;]{3,40},))? \s+ (?:from\s+the\s+(?:company|issuer)\s+)? (?:(?:by\s+)?delivery\s+of\s+|the\s+form\s+of\s+|for\s+|in\s+)?
  (?:the\s+right\s+to\s+receive\s+|an?\s+(?:stock\s+)?option\s+to\s+(?:purchase|acquire)\s+)? (?:either\s+)? (?:\(\w{1,2}\)\s+)? (?:\$[\d,.]+\s+(?:in\s+cash\s*)?(?:,\s+without\s+interest\s*)?,?\s*(?:and|plus|or)\s+(?:\(\w{1,2}\)\s+)?)? (?:(?:approximately|about|roughly)\s+)?
  (?<![$€£]) ${shares}
`;
const FARTHEST = 180;
/** The verbs that may precede each of these words. */
const verbsBefore: readonly (readonly [words: RegExp, verb: RegExp])[] = [
  [
    /^(?:into|for|to|as)$/i,
    pattern("i")`
      \b (?:
        conver(?:t|si)\w* | exchang(?!e\s+(?:act|commission))\w* | re-?classif\w* | re-?designat\w* |
        turn(?:ed)?\s+in(?:to)? | tendered | swapped
      ) \b[^;]*$
    `,
  ],
  [
    /^to$/i,
    pattern("i")`
      \b (?:rights?|entitl(?:es?|ed|ing))
      (?:\s+(?:the\s+|its\s+)?(?:reporting\s+person|holder|owner|director|participant|executive|grantee))?
      (?:\s+thereof)? (?:\s*,[^,;]{2,${NEAR}},)? \s*$
    `,
  ],
  [/^bec[ao]mes?$/i, /$/],
  [/^or$/i, /\b(?:redeem\w*|redemption|exchang(?!e\s+(?:act|commission))\w*|settled?|settlement|payable)\b[^;]*$/i],
  [/^as$/i, /\b(?:settled?|paid|payable|distributed|delivered)\s*$/i],
  [/^(?:for|into|purchase|acquire|buy)$/i, /\b(?:exercisable|(?:may|can|could)\s+be\s+exercised)\b[^;]*$/i],
  [
    /^(?:receive|purchase|acquire|buy|issued|delivery)/i,
    /\b(?:rights?(?!\s+offering)|entitl(?:es?|ed|ing|ement)|(?:permits?|allows?|enables?)\s+(?:the|its)\s+(?:holder|owner))\b[^;]*$/i,
  ],
  [
    /^(?:receives?|gets?|issued)$/i,
    /\bfor\s+(?:each|every)\s+(?:[\w,-]+\s+){0,3}?(?:units?|rsus?|psus?|dsus?|rights?|warrants?)\b[^;.]*$/i,
  ],
  [
    /^(?:in|for|into|delivery|issue\s|issuance|allotment|with$)/i,
    pattern("i")`
      \b (?:
        settled?s? | settlement | redeem\w* | redemption | payable | paid | turned |
        (?:units?|rsus?|psus?|dsus?|rights?|shares?|equivalents?) \s+ (?:\w+\s+){1,3} (?:satisfied|discharged)
      ) \b [^;]{0,${NEAR}} $
    `,
  ],
];
const notFixed = pattern("i")`
  \b (?:up\s+to|as\s+(?:many|few)\s+as|(?:no|not)\s+(?:more|less|fewer)\s+than|between|from|at\s+least|maximum\s+of|minimum\s+of|zero\s+to|more\s+than|less\s+than) \s+
  (?:approximately\s+)? $
`;

const each = pattern("gi")`
  \b (?:each|every|(?<=(?:^|[,;:(])\s*)per) \s+ (?!
    anniversary | month | quarter | year | vesting | case | director | reporting | holder | member | date |
    day | trading | calendar | business | installment | person | time
  ) (?:(?:such|whole|outstanding|issued)\s+)* (?:${count}\s+)?
`;
const forEach = pattern("i")`^[^;]{0,${CLAUSE}}?\b (?:for|per) \s+ (?:each|every) \s+ (?:${count}\s+)?`;
const ofPrincipal = pattern("i")`^ ${dollars} \s+ (?:\w+\s+){0,3}? (?:${principal})`;
const forPrincipal = pattern("i")`^[^;$]{0,${NEAR}}?\b (?:per|for\s+(?:each|every)) \s+ ${dollars}`;
/** "Convertible into 4 shares each" */
const apiece = /^(?:\s+of\s+(?:[\w'’]+\s+){0,4}?[\w'’]+)?\s+each\b/i;
/** "into 0.9 shares of common stock per share of preferred": not the price per share. */
const perUnit = /^(?:(?!\bat\b|\bprice|\bvalue|\$)[^;.,]){0,60}?\bper\s+(?:share|unit|preferred)\b/i;
/** "Ten rights entitle the holder to": how many units are needed. */
const manyUnits = pattern("i")`
  (?:^|[.;,:]\s+|\b(?:and|in\s+which)\s+) (?!\d{3}|\d+,) ${count} \s+ (?:[\w-]+\s+){0,4}? (?:rights|warrants|units|adss?|shares)
  (?:\s+of\s+(?:[\w'’-]+\s+){0,4}?[\w'’-]+)? (?:\s+(?:and|plus)\s+\$[\d.]+)?
  \s+ (?:(?:will|shall|may|are|be|can|together|automatically)\s+){0,3}
  (?:entitled?|convert\w*|exercisable|exchang\w*|needed|required|necessary) \b[^;.]{0,${NEAR}}$
`;
/** "100 depositary shares convert into one share" */
const hundredUnits = pattern("i")`
  (?:^|[.;,:]\s+) (\d{3}) \s+ (?:[\w-]+\s+){0,3}? (?:rights|warrants|units|adss?|shares) \s+ (?:(?:will|shall|may|are|be|can)\s+){0,3} (?:entitle|convert\w*|exchang\w*) \b [^;.]{0,${NEAR}} $
`;
/** "Two ADSs represent one ordinary share" */
const manyReceipts = pattern("i")`
  (?:^|[.;,:(]\s*|\band\s+) (?!\d{3}|\d+,) ${count} \s+ (?:[\w-]+\s+){0,3}? (?:rights|units|adss|adrs|cdis|(?:depositary|subscription)\s+(?:shares|receipts)) \s* $
`;
/** "depositary shares, forty of which represent one share" */
const ofWhich = pattern("i")`\b ${count} \s+ of\s+(?:which|them) \s+ $`;
/** "Received in exchange for 5,000 shares": what was given, not what is received. */
const inExchange = /\b(?:received|acquired|issued|obtained)\s+(?:\w+\s+){0,4}?in\s+exchange\s*$/i;
/** "one share for each $1.00 by which the price exceeds the target" */
const byAmount =
  /^[^;.$]{0,40}\b(?:for|per)\s+(?:each|every)\s+\$[\d.,]+\s+(?:by\s+which|(?:of|in)\s+(?:increase|appreciation|excess))/i;
const oneUnit = /^\W*(?:an?|one|1)\s/i;

/** "one ADS representing ten shares", but not "from one ADS representing two shares to" */
const oneReceipt = pattern("i")`
  (?<!\bfrom\s+) \b (?:one|1|an|the) \s+ (?:new\s+)? (?:ad[sr]|american\s+depositary\s+share) \s* $
`;
const oldReceipt = pattern("i")`
  \bfrom\s+ (?:\w+\s+){1,2}? (?:ad[sr]s?|american\s+depositary\s+shares?) (?:\s*,)? (?:\s+to)? \s* $
`;
const depositary = /\b(?:[ag]d[sr]s?|cdis?|depositary\s+(?:shares?|receipts?))\b\W[^;]{0,40}$/i;

/** The verb that introduces what is received. */
function verbOf(text: string, at: number, [words, word = "", got = ""]: RegExpExecArray): number | null {
  if (/^represent/i.test(word)) {
    // "represents a 1/1,000th interest in a share": nothing is received.
    if (/\binterest\b/i.test(words)) return null;
    return figures(got) === "1" ||
      /\bright\s+to\s+receive\b/i.test(words) ||
      depositary.test(lettersBefore(text, at, CLAUSE))
      ? at
      : null;
  }
  const from = Math.max(0, at - FARTHEST);
  const before = text.slice(from, at);
  for (const [words, verb] of verbsBefore) {
    const found = words.test(word) ? verb.exec(before) : null;
    if (found) return from + found.index;
  }
  return null;
}

/** "Each unit converts into 2.5 shares": the number received for a unit, unless it belongs to the words of a rate. */
export function* receivedShares(text: string, atRates: readonly Span[]): Generator<FoundRatio> {
  for (const match of placesOf(text, gets, MOST_RATIOS)) {
    const [words, word = "", got = ""] = match;
    const end = match.index + words.length;
    const at = match.index + words.lastIndexOf(got);
    if (atRates.some(([from, to]) => from < match.index && match.index < to)) continue;
    if (figures(got) !== "1" && /^for$/i.test(word) && inExchange.test(text.slice(0, match.index))) continue;
    if (byAmount.test(text.slice(end))) continue;
    const verb = verbOf(text, match.index, match);
    if (verb === null || notFixed.test(lettersBefore(text, at, NEAR))) continue;
    const ahead = text.slice(Math.max(0, match.index - FARTHEST), match.index);
    if (oldReceipt.test(ahead)) continue;
    const unit = lastEach(text, match.index);
    const amount = unit ? ofPrincipal.exec(lettersFrom(text, unit.after, NEAR))?.[1] : undefined;
    const behind = lettersFrom(text, end, CLAUSE);
    const after = unit
      ? null
      : (forPrincipal.exec(behind) ?? forEach.exec(behind) ?? perUnit.exec(behind) ?? apiece.exec(behind));
    const isIntoOne = figures(got) === "1";
    const many = unit
      ? null
      : ((/^represent/i.test(word) ? manyReceipts.exec(ahead) : null) ??
        manyUnits.exec(ahead) ??
        ofWhich.exec(ahead) ??
        (isIntoOne ? hundredUnits.exec(ahead) : null));
    const isOne = isIntoOne || oneUnit.test(text) || oneReceipt.test(ahead);
    if (!unit && !after && !many && !isOne) continue;
    const per = unit?.count ?? amount ?? after?.[1] ?? many?.[1] ?? "1";
    yield* ratioAt(per, got, [unit?.index ?? verb, end], securityIn(lettersFrom(text, at, SENTENCE)));
  }
}

/** The last "each" before a place, and the number of units it counts: "each ten rights". */
function lastEach(text: string, before: number): { index: number; after: number; count: string | undefined } | null {
  const from = Math.max(0, before - 500);
  const match = [...placesOf(text.slice(from, before + 1), each, ALL)].at(-1);
  return match ? { index: from + match.index, after: from + match.index + match[0].length, count: match[1] } : null;
}
