import { placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";

/** What is done with securities, by its words: who is named beside them holds, trades, receives or gives the securities. */
type Act = "held" | "traded" | "moved" | "stays";

const acts = pattern("gi")`
  \b (?:
    (?<held>
      holds? | held | holding | holdings | owns? | owned | owning | owners? | ownership | registered | titled | titles? | kept | keeps | carried | recorded | booked | standing | stands? |
      custody | belongs? | belonging | belonged | property | possession | hands
    ) |
    (?<traded>
      bought | buys? | purchas(?:e[sd]?|ing) | buyers? | sold | sells? | sales? | sellers? | acquir(?:e[sd]?|ing) | acquisitions? | exercis(?:e[sd]?|ing) | converted | conversion | subscri\w+ |
      obtained | traded | disposed | disposal | dispositions? | received | receives | taken\s+up
    ) |
    (?<moved>
      transfer\w* | gave | given | gifts? | gifted | donat\w+ | deliver\w* | issue[sd]? | issuance | credited | allocated | allotted | passe[sd] | went | assigned | contribut\w+ | conveyed |
      distribut\w+ | deposited | placed | put | settled | awarded | returned | moved | left | bequeathed | set\s+over | turned\s+over | handed | sent | paid | payable | released
    ) |
    (?<stays>remain(?:s|ed|ing)? | stay(?:s|ed)? | rests? | rested | lies | lay | lodged | parked | vested | sits? | are | is | were | was)
  ) \b
`;

/** The last act that words name. */
export function lastAct(words: string): { act: Act; word: string; after: string } | null {
  const last = [...placesOf(words, acts)].at(-1);
  if (!last) return null;
  const [act] = Object.entries(last.groups ?? {}).find(([, word]) => word !== undefined) ?? [];
  return {
    act: act === "held" || act === "traded" || act === "moved" ? act : "stays",
    word: last[0].toLowerCase(),
    after: words.slice(last.index + last[0].length),
  };
}

export const securities = pattern("i")`
  \b (?:shares? | stock | securities | units? | options? | warrants? | notes? | debentures? | adss? | rsus? | holdings? | position | stake | block | amount | balance | line | row | number | total) \b
`;
const money = pattern()`proceeds | cash | fees? | salary | profits? | premium | loan | commission | rent | compensation | dividends? | royalt\w+ | interest | power | control | rights? | votes?`;
export const ofMoney = pattern("i")`\b (?:${money}) \b`;

const adverb = pattern()`
  \w+ly | also | then | now | still | already | alone | itself | himself | herself | themselves | each | both | in\s+turn | has | have | had | did | does | together | once | since | again | first | later | thereupon | all | too
`;
const notObject = pattern()`(?:an?|the)\s+(?:\d+%|majority|interests?|minority)|interests?\b|\d[\d.]*\s*%|voting\b|power\b|control\b|no\b|none\b|nothing\b`;
const objectNoun = pattern()`
  shares? | stock | securities | units | options? | warrants? | notes? | debentures? | adss? | rsus? | them | it | these | those | all | some | half | rest | balance | remainder | position | stake | both | everything
`;
const object = pattern()`(?= (?:\s+(?!${notObject})[\w'’$,.()/-]+){0,7}? \s+ (?:${objectNoun} | [\d,]{3,}(?!\s*%)) \b )`;
const gets = pattern()`
  (?:
    holds? | held | owns? | owned | possess(?:es|ed) | keeps? | kept | retain(?:s|ed) | bought | buys | purchased | purchases | acquire[sd]? | obtained | got | took(?:\s+up)? | subscribed\s+for | received |
    inherited | sold | sells | disposed\s+of | exercised | converted | exchanged | tendered | surrendered | redeemed | paid\s+for | continues?\s+to\s+(?:hold|own)
  ) \b
`;
const isHolder = pattern()`
  (?:is|are|was|were|became|becomes|remains?|remained|has\s+been|have\s+been|being) \s+ (?:(?:${adverb}|the|an?|its|their|of|these|his)\s+)* (?:(?:sole|only|record|registered|legal|direct|beneficial|true|actual|present|real|outright|joint|nominal)\s+(?:and\s+)?)*
  (?:owners?|holders?|buyers?|purchasers?|sellers?|recipients?|transferees?|acquirers?|stockholders?|shareholders?)
`;
const isGiven = pattern()`
  (?:was|were|(?:has|have|had)\s+been) \s+ (?:\w+ly\s+)? (?:given|awarded|issued|granted|allotted|delivered|left|allocated|credited\s+with|paid) \b
`;
const hasTitle = pattern()`
  (?:has|have|had) \s+ (?:legal\s+|record\s+|sole\s+)? (?:title\s+to|ownership\s+of|custody\s+of|possession\s+of|any\s+interest\s+in) \b
`;
/** "holds the shares", "is the owner", "was issued the warrants": what the subject of a clause does if it is a holder. */
export const holds = pattern("i")`
  ^ (?:\s*\([^()]*\))* \s*,?\s* (?:(?:that|which|who)\s+)? (?:(?:${adverb})\s+)* (?:
    (?:${gets}|${isGiven}|${hasTitle}) ${object} |
    ${isHolder} \b (?=\s*(?:[.,;)]|$|of\s+(?:record|(?:all\s+)?(?:the|these|those|them|it|this|such|\d)|all|\d)|here\b|in\s+(?:this|each|both)\b|and\s|on\s))
  )
`;
/** Whether a clause may contain such an act at all. What comes after it may be cut off where `holds` is asked. */
export const mayHold = pattern("i")`
  (?:${gets}|${isGiven}|${hasTitle}) (?= (?:\s+(?!${notObject})[\w'’$,.()/-]+){0,7}? \s+ (?:${objectNoun} | [\d,]{3,}) ) | ${isHolder}
`;
export const givesAway = pattern("i")`
  ^ [^.;]{0,${NEAR}} \b (?:to|into) \s+ (?:the\s+reporting\s+person|him|her|it)\b |
  # "surrendered 500 founder shares for no consideration"
  ^ [^.;]{0,${NEAR}} \b surrendered \b [^.;]{0,${CLAUSE}} \b (?:(?:for\s+no|without(?:\s+any)?)\s+(?:additional\s+)?(?:consideration|payment) | cancel\w+ | forfeit\w+) \b
`;
