import { isException, isOtherMovement } from "@/lib/footnotes/vocabulary/other-movements";
import { CLAUSE, lettersBefore, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { TransferKind } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";

/** A movement of securities in a sentence. */
export type Movement = { kind: TransferKind; span: Span };

/** Not done: about a later time, about what is allowed or forbidden, or a name that a plan or title gives to a transfer. */
const open = pattern("i")`
  \b (?:
    will | would | shall | should | may(?!\s+\d) | might | can | cannot | could | any | if | unless |
    (?<!\b(?:acquired|received|obtained)\s(?:by\s[^.;,]{3,60}\s)?)upon | until | without | intends?\s+to | expects?\s+to |
    agreed\s+to | obligated\s+to | required\s+to | rights?\s+to | limited\s+to | entitled\s+to | permitted |
    prohibit\w* | restrict\w* | permits | allows | authori[sz]es | contemplates | provides\s+for | requires | subject\s+to | subsequent | prior\s+to | future | other\s+than | except\w* |
    whether | generally | typically | usually | normally | ordinarily
  ) \s+ (?:[\w-]+\s+){0,3} $
`;
/** "on transfer to", "if the units are transferred": what would follow from a movement. */
const onAny = /\bon\s+(?:any\s+|an?\s+|such\s+)?$/i;
const passing = /^(?:transfer|convey|assign)/i;
const condition = pattern("i")`
  \b (?:if|unless|once|whether|in\s+the\s+event(?:\s+(?:that|of))?) \b [^,;.]{0,${CLAUSE}} $ |
  \b (?:before|when|whenever|until|as\s+soon\s+as) \s+ [^,;.]{0,${NEAR}} \b (?:is|are) \s+ (?:\w+ly\s+)? $
`;
const denied =
  /\b(?:no(?!\s+longer\s+(?:includes?|reports?|reflects?)\b)|not|never|none|nor|neither)\b(?:\s+[\w,.-]+){0,4}\s*$|\bto\s+be\s+(?:\w+\s+)?$/i;
/** About a number that the reported one does not include. */
const leftOut =
  /\b(?:exclud(?:es|ed|ing)|exclusive\s+of|not\s+(?:included?|including|reflect|reflecting))\b[^.;]{0,120}$/i;
/** "excludes 5,000 shares previously owned directly which were contributed to" */
const wasOwned =
  /\b(?:previously|formerly)\s+(?:\w+\s+){0,2}(?:owned|held|reported)\b[^.;]{0,40}\b(?:which|that)\s+(?:was|were|have\s+been|had\s+been)\s+(?:\w+ly\s+)?$/i;
/** "may not be sold, distributed to partners or otherwise transferred": further verbs of one that is open. */
const openList = pattern("i")`
  \b (?:may(?!\s+\d)|shall|will|would|could|can|cannot|must|might) \s+ (?:(?:not|only|be)\s+){0,3} (?!be\b)[a-z]+
  (?:(?!\b(?:was|were|has|have|had|is|are|who|which|he|she|it|they|on)\b)[^.;\d]){0,${CLAUSE}}? (?:,|\b(?:or|and)) \s+ (?:otherwise\s+|\w+ly\s+)? $
`;
const hasHappened = /\b(?:was|were|been|has|have|had)\s+(?:\w+ly\s+)?$/i;

/** The greatest distance of a condition from the movement. */
const FARTHEST = 320;

/** Whether the movement at a place in a sentence was done. */
export function isDone(sentence: string, at: number, denial = denied): boolean {
  const before = lettersBefore(sentence, at, NEAR);
  if (denial.test(before) || (leftOut.test(lettersBefore(sentence, at, SENTENCE)) && !wasOwned.test(before)))
    return false;
  if (condition.test(lettersBefore(sentence, at, CLAUSE))) return false;
  const far = sentence.slice(Math.max(0, at - FARTHEST), at);
  if (isOtherMovement(far, sentence.slice(at)) || isException(far, sentence.slice(at))) return false;
  if (openList.test(lettersBefore(sentence, at, SENTENCE))) return false;
  if (onAny.test(before) && passing.test(sentence.slice(at))) return false;
  return !open.test(before) || hasHappened.test(before);
}

/** "In 2019 he transferred 50,000 shares; those shares are not included here." */
export const notIncluded =
  /^\W*(?:those|these|such|the\s+transferred)\s+(?:shares|securities|units)\s+(?:are|were)\s+not\s+(?:included|reported|reflected|shown)\b/i;

export const asGift = /\b(?:gift(?:s|ed)?|donat\w+|charitable\s+contributions?)\b/i;

const divorce = pattern("i")`
  \b (?:
    divorced? | domestic\s+relations | marital\s+(?:settlement|separation|property|dissolution) |
    judgment\s+of\s+dissolution | dissolution\s+of\s+(?:(?:the|his|her|their)\s+)?(?:\w+\s+\w+['’]s\s+)?marriage |
    former\s+(?:spouse|wife|husband) | ex-(?:spouse|wife|husband) | qdro | separation\s+agreement |
    property\s+settlement
  ) \b
`;
const inheritance = pattern("i")`
  \b (?:
    inherit\w* | executors? | executrix | intestate\s+succession | as\s+(?:[\w'’]+\s+){0,4}?heirs? | bequest\w* | bequeath\w* | devised |
    (?:last\s+)?will\s+(?:and\s+testament|of\s+(?:the|his|her)) |
    (?:mother|father|parent|spouse|wife|husband|aunt|uncle|brother|sister|grand(?:mother|father)|decedent)['’]s\s+(?:last\s+)?will |
    intestate | laws?\s+of\s+descent | decedent | by\s+will\b |
    (?:up)?on\s+(?:the\s+death\s+of|(?:his|her|the\s+\w+['’]s|(?:his|her)\s+\w+['’]s)\s+death) | (?:by|from)\s+(?:the|his|her)\s+estate(?!\s+(?:plan|tax|of)) | to\s+(?:its|the|his|her)\s+heirs |
    death\s+of\s+(?:(?:his|her|the\s+reporting\s+person['’]s)\s+)?(?:late\s+)?(?:spouse|wife|husband|mother|father|parent|brother|sister|aunt|uncle|grandmother|grandfather|sibling) |
    beneficiary\s+of\s+(?:his|her)\s+(?:late|deceased)\s+\w+ | estate\s+of | (?:his|her|the\s+\w+['’]s|(?:grand)?(?:father|mother)['’]s|(?:aunt|uncle|parent|wife|husband|spouse|brother|sister|son|daughter)['’]s)\s+estate(?!\s+(?:planning|tax))
  ) \b
`;

/** Movements by operation of law, which are a kind of their own, whatever the other side. */
export function kindByLaw(words: string): TransferKind | null {
  if (divorce.test(words)) return "divorce";
  return inheritance.test(words) ? "inheritance" : null;
}

/** The place of the words for that law. */
export const causeByLaw = (words: string): RegExpExecArray | null => divorce.exec(words) ?? inheritance.exec(words);

const endOfParty = pattern("i")`
  [;] | \s\((?!["“]) | ,?\s+and\s+(?:includes?|then|subsequent\w*|the|is|was|were|he|she)\s |
  \s (?:
      to | into | from | by | for\s+(?:no|zero|estate|nil|the\s+purpose) | without | pursuant | under |
      on\s+(?:or\s+about\s+)?[A-Z\d] |
      in\s+(?:connection|satisfaction|exchange|accordance|an?|the|\w+\s+\d{4}) | effective | where |
      exempt(?!\s+(?:\w+\s+){0,3}(?:trusts?|GRATs?)\b) | that | which
    ) \s |
  ,\s* (?:
      (?:of|for|in|with|over)\s+(?:which|whom) | which | who | whose | exempt | for | without |
      and\s+(?:the|is|was|were|are|he|she) | as | in | on | an? | the
    ) \s
`;
/** The words that name a party, up to those for when, why or how. */
export const cut = (words: string): string => words.slice(0, endOfParty.exec(words)?.index ?? words.length).trimEnd();

/** "shares held by the Roe Trust were transferred to the Estate of Jane Roe": her estate inherits nothing. */
export const toEstate = /^(?:the\s+)?estate\s+of\s/i;
