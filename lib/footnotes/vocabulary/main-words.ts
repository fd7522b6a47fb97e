import { pattern } from "@/lib/values/pattern";
import type { RewrittenText } from "./rewritten-text";
import { applyRules, type WordRule } from "./word-rules";
import { CLAUSE, NEAR } from "./words";

/**
 * A note with the main words of its clauses alone: without what is set apart between commas, and with each verb behind its subject.
 * "The trust, as before, is the owner" becomes "The trust is the owner", and "It was the trust that sold" becomes "The trust sold".
 */
export const inMainWords = (plain: RewrittenText): RewrittenText => applyRules(plain, MAIN_RULES);

/** What is denied, and what is counted, is not an aside. */
const plainWords = pattern()`(?:(?!\b(?:not|no|never|nor|neither|none|but|and|or)\b|\d[\d,]*\s+(?:shares|units)|;|,\s|\.\s)[\s\S]){1,${CLAUSE}}?`;

/** The words with which an aside begins. */
const asideBegins = pattern()`
  as(?!\s+(?:to|trustee|custodian|follows|co-trustee|sole)\b) | at | by(?=\s+(?:then|now|virtue|reason|operation|agreement|its|law)\b) | being | having | if | in(?!\s+the\s+names?\b) | on(?!\s+behalf\b) | when | where |
  while | with(?!\s+(?:his|her)\s+(?:wife|husband|spouse)\b) | without | under(?!\s+(?:a|the|his|her)\s+(?:rule|10b5)) | pursuant | however | therefore | instead | likewise | also | too | already | now |
  formerly | then | once | though | although | to\s+the\s+extent | subject\s+to | according\s+to | like | unlike | such\s+as | which(?=\s+[a-z]) |
  who(?=\s+[a-z]) | (?:of|for|in|over)\s+(?:which|whom) | whose | because | since | after | before | following | upon | until | including | together | directly |
  indirectly | an?(?=\s+[a-z]) | the(?=\s+[a-z]) | its | his(?=\s+(?:own|sole|alma|former|employer)\b) | formed | organi[sz]ed | established | created | named | dated | all\s+of\s+(?:which|whom) | each\s+of\s+(?:which|whom) | both\s+of\s+(?:which|whom) | one\s+of
`;

const verbNext = pattern()`
  (?:(?:also|then|now|each|both|still|has|have|had|did|does|may|will|shall)\s+)? (?:
    is | are | was | were | became | remains? | holds? | held | owns? | owned | bought | purchased | acquired | sold | received | exercised | converts? | converted | vests? | vested | transferred |
    disclaims? | put | gave | took | got | becomes? | keeps? | kept | sells | buys | used | exchanged | withheld | surrendered | made | contributed | distributed | by | to | in | at
  ) \b
`;

const notCleft = pattern()`
  (?!(?:not|expected|anticipated|intended|planned|possible|likely|only|under|pursuant|understood|agreed|to|in|by|on|for|from)\b)
`;
const finite = pattern()`
  (?:\w+ly\s+|has\s+|have\s+|had\s+)?(?:holds?|owns?|owned|held|sold|bought|purchased|acquired|made|received|gave|exercised|transferred|paid|took|put)\b
`;

const relative = pattern()`(?:that|who|which)\s+`;

/** What comes before the words of a rule is looked at last: at every letter of the note it would take most of the time. */
export const MAIN_RULES: readonly WordRule[] = [
  // "The trust, as before, is the owner"
  [pattern("gi")`,\s+ (?:${asideBegins})\b ${plainWords} ,(?=\s+${verbNext})`, "", [", "]],
  // "the shares - 720 in number - were used"
  [
    pattern("gi")`\s+[-–—]{1,2}\s+ (?:(?!\b(?:not|no)\b|[.;])[^–—]){2,${NEAR}}? \s+[-–—]{1,2}(?=\s+${verbNext})`,
    "",
    [" -", " –", " —"],
  ],
  // "It was the trust that sold", "it is his wife who owns": two rules, so that the name keeps its place
  [
    pattern("g")`${relative} (?=${finite}) (?<=\b[Ii]t\s+(?:is|was)\s+ ${notCleft} [^,;.]{3,${NEAR}}?\s${relative})`,
    "",
    ["it is", "it was"],
  ],
  [pattern("g")`\b[Ii]t\s+(?:is|was)\s+ (?=${notCleft} [^,;.]{3,${NEAR}}?\s${finite})`, "", ["it is", "it was"]],
  // "The one that bought these shares is the Roe Trust"
  [
    /\bis the (?:one|party|person|entity) (?:that|who|which) (?=(?:holds?|owns?|owned|held|sold|bought|purchased|acquired|made|received)\b)/gi,
    "",
    ["is the one", "is the party", "is the person", "is the entity"],
  ],
  // "What each holder gets is a share": "each holder gets a share"
  [
    /(?<=^|[.;]\s{1,3})What (?=[^,;.]{2,120}?\s(?:gets?|receives?|received)\b[^,;.]{0,60}?\s(?:is|are|was|were) )/g,
    "",
    ["what "],
  ],
  [
    /(?:is|are) (?=an? |one |\d)(?<=^[^,;.]{2,120}?\s(?:gets?|receives?|received)\b[^,;.]{0,60}?\s(?:is|are) )/g,
    "",
    ["get", "receive"],
  ],
  // "Nobody but the reporting person's wife has"
  [
    /\b(?:nobody|no one|none|no person) (?:but|except|other than|save) (?=(?:the|his|her|an?|[A-Z]))/gi,
    "",
    ["nobody", "no one", "none", "no person"],
  ],
  // "bought the notes, and Roe II, L.P. the warrants": the verb is said once
  [
    pattern("gu")`
      \s (?=(?:the\s+)?(?:others?|rest|warrants|options|notes|shares|balance|[\d,]+)\b)
      (?<=\b(?<verb>bought|purchased|acquired|sold|holds|hold|owns|own|received|exercised|owned|held) \s+ (?:the|these|those|[\d,]+)\s[^;.]{2,${NEAR}}? ,?\s+and\s+
        (?:the\s+|his\s+|her\s+)?\p{Lu}[^;]{2,${NEAR}}?(?:Trust|Fund|L\.?P\.|LP|LLC|L\.L\.C\.|Inc\.|Ltd\.|Foundation|[IVX]+),?\s)
    `,
    ({ groups }) => ` ${groups?.verb} `,
    ["and "],
  ],
];
