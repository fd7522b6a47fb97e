import { CLAUSE, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";

/** "Any", "A", "Each such": the subject of a sentence about transfers in general. */
const inGeneral = /(?:^|[.;:]\s+)\W*(?:an?|any|each|every|such|all|no)\s+(?:[\w-]+\s+){0,2}$/i;
/** "A Class F share that is given away or" */
const ofKind = pattern("i")`
  (?:^|[.;:]\s+)\W* (?:(?:an?|any|each|every|such|all|no)\s+)? (?:[\w-]+\s+){0,4}? (?:shares?|units?|stock) \s+
  (?:of\s+(?:[\w-]+\s+){1,4}?)? (?:that|which|when|once|if) \s+ (?:(?:it|they)\s+)? (?:is|are|has\s+been|have\s+been) \s+
  (?:[\w-]+\s+(?:away\s+)?(?:or|and)\s+)? (?:otherwise\s+)? $
`;
const wouldHave = pattern("i")`
  ^[^.;]{0,${CLAUSE}}? (?<!\b(?:which|whom|that|person|owner|he|she|they|by|his|her|last|['’]s)\s) \b (?:would|will|shall|may(?!\s+\d)|might|could|can) \s+
  (?:not\s+|also\s+|automatically\s+)? (?!(?:be\s+)?deemed|beneficially)\w
`;
/** "Class B shares convert when transferred": what the terms of a security say. */
const asTerms = pattern("i")`
  \b (?:converts?|convertible) \b [^;]{0,${SENTENCE}}? \b (?:when|if|once|upon|on|in\s+the\s+event) \b [^;]{0,${SENTENCE}} $
`;

const becomes = pattern("i")`^[^.;]{0,${CLAUSE}}? \b (?:automatically\s+)? (?:becomes?|converts?|turns?\s+into) \b`;

/** "As previously reported, …", "In a transfer reported on a Form 4 filed in May, …": on another form. */
const reportedBefore = pattern("i")`
  (?:^|[.;]\s+)\W* (?:as|in\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}?(?:transactions?|transfers?)) \s+
  (?:(?:was|were|has\s+been|have\s+been)\s+)? (?:
    (?:previously|earlier|already)\s+(?:reported|disclosed|described) |
    reported\s+(?:earlier|previously|(?:on|in)\s+(?:an?|the|his|her)\s+(?:[\w-]+\s+){0,2}?forms?\s+[345])
  ) \b (?:[^.;]|\.\d){0,${SENTENCE}} $
`;

/** "Transfers to the trust are planned for later in the year" */
const isPlanned = pattern("i")`
  ^[^.;]{0,${CLAUSE}}? \b (?:is|are|was|were) \s+ (?:(?:now|also|currently|still)\s+)?
  (?:planned|expected|anticipated|intended|proposed|contemplated|scheduled|permitted|allowed|prohibited) (?=\s+(?:for|in|to|on|by|later|next|within|at|if|only|under|without|unless)\b|\s*[.,;])
`;
/** "was reported on a Form 5 and is mentioned here only because" */
const wasReported = pattern("i")`
  ^[^.;]{0,${CLAUSE}}? \b (?:was|were|has\s+been|have\s+been) \s+ (?:(?:previously|separately|already|timely|earlier|also|duly)\s+)* reported \s+ (?:(?:previously|separately|earlier|late)\s+)? (?:on|in)\s+ (?:an?|his|her|the|its)\s+ (?:(?:separate|earlier|prior|previous|timely|late|\d{4})\s+){0,2} (?:form|report) \b
`;
/** "The transfer to the trust reported earlier did not take place" */
const notTaken = pattern(
  "i",
)`^[^.;]{0,${CLAUSE}}? \b (?:did|has|had)\s+not\s+(?:in\s+fact\s+)? (?:taken?\s+place|occur(?:red)?|happen(?:ed)?) \b | ^[^.;]{0,${CLAUSE}}? \b (?:was|were)\s+ (?:\w+\s+but\s+)? not\s+ (?:in\s+fact\s+)? (?:made|completed|effected|carried\s+out) \b (?!\s+(?:for|by|at|in|with|under|pursuant|on)\b)`;
const ofAnother =
  /\b(?:not\s+(?:(?:the\s+)?(?:shares|securities|stock)\s+of\s+the\s+(?:issuer|company)|(?:the\s+)?(?:issuer|company)['’]s\s+(?:shares|securities|stock)))\b[^.;]{0,60}$/i;

/** Whether a sentence mentions a movement of another form, or only what would follow from one. The words are those around it. */
export const isOtherMovement = (before: string, after: string): boolean =>
  reportedBefore.test(before) ||
  isPlanned.test(after) ||
  wasReported.test(after) ||
  notTaken.test(after) ||
  ofAnother.test(before) ||
  asTerms.test(before) ||
  (inGeneral.test(before) && wouldHave.test(after)) ||
  (ofKind.test(before) && (wouldHave.test(after) || becomes.test(after)));

/** "has agreed not to sell the shares, except for": what the words allow may never be done. */
const exception = pattern()`
  \b (?:
    not\s+to | (?:may|shall|can|could|will|must)\s*not | (?:prohibit|restrict|preclud|barr|prevent)\w* | lock-?\s?up\b | market\s+stand-?off
  ) \b [^.;]{0,${SENTENCE}} \b (?:except\w* | other\s+than | save | apart\s+from | exclud\w+ | permit\w* | allow\w* | carve-?outs?) \b [^.;\d]{0,${NEAR}}
`;
/** "gifts and transfers to", but not "500 shares transferred to" */
const inGeneralWords = pattern()`(?:transfers|contributions|assignments|distributions|conveyances|gifts)`;
const upToException = pattern("i")`${exception} $`;
const isGeneral = pattern("i")`^ ${inGeneralWords} \b`;
const withException = pattern("i")`${exception} \b ${inGeneralWords} \b`;

/** Whether a movement is only an exception that a lock-up or another restriction makes. The words begin with the movement. */
export const isException = (before: string, words: string): boolean =>
  isGeneral.test(words) && upToException.test(before);

/** Whether words make such exceptions. */
export const makesException = (words: string): boolean => withException.test(words);
