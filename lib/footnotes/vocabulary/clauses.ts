import { pattern } from "@/lib/values/pattern";
import { isOtherMovement, makesException } from "./other-movements";
import { MOST_SENTENCES, placesOf } from "./places-of";
import { CLAUSE, SENTENCE, type Words, wordsAt } from "./words";

/** A part of a sentence with a verb of its own, and what is true of all that it says. */
export type Clause = Words & {
  /** The words that join it to the one before: "because", "and". */
  joint: string;
  /** It says that something is not so. */
  isDenied: boolean;
  /** It says what will, would or may be so. */
  isOpen: boolean;
  /** It is about another transaction, or another report. */
  isElsewhere: boolean;
};

const subject = pattern()`
  (?:the|this|that|these|those|it|he|she|they|his|her|its|their|an?|each|all|both|none|no|neither|another|some|\p{Lu}[\p{L}.&'’-]*|\d[\d,]*)
`;
/** Where a clause ends and another begins. */
const joints = pattern("gu")`
  ; \s+ (?:(?:and|but|or)\s+)? | \s+[-–—]{1,2}\s+ |
  ,?\s+ (?:
    because | whereas | while | although | though | so\s+that | whereupon | after\s+which | (?:up)?on\s+which | in\s+which\s+case |
    if | unless | until | provided\s+that | when | once | since (?=\s+(?:the|he|she|it|they|his|her)\b)
  ) \s+ |
  , \s+ (?:and|but|so|yet|or|for|as) \s+ (?=${subject}\s)
`;

const denied = pattern("i")`
  \b (?: not | never | no\s+longer | none | nobody | neither | nor | cannot | hardly | untrue | false | denie[sd] ) \b |
  \b no\s (?!consideration|payment|longer|cost|value) | n['’]t \b |
  \b (?: fail(?:s|ed)? | ceased? | declined? | refused? ) \s+to \b | \b (?: rather\s+than | instead\s+of ) \b
`;
const openVerb = pattern("i")`
  \b (?:will|would|shall|should|might|could|can|may(?!\s+\d)) \b (?!\s+be\s+(?:deemed|considered|regarded|said)) |
  \b (?:intends?|expects?|plans|agreed|agrees|pledged|promised|proposes?|proposed|entitled|obliged|required|permitted|allowed|free) \s+ to \b |
  \b to\s+be\b | \b(?:is|are)\s+(?:generally|typically|usually|normally|ordinarily)\b | \b(?:planned|expected|anticipated|intended|proposed|contemplated|alleged|attempted)\b | \bsubject\s+to\s+(?:the\s+)?(?:approval|completion) |
  \b (?: whether | assuming | in\s+case | in\s+the\s+event ) \b | \b that\s+(?:\w+\s+){1,4} be \b (?!\s+(?:deemed|considered|regarded|said)) | \b (?: proposals? | requests? | offers? | rumou?rs? ) \s+ (?: that | to | under | says? ) \b
`;
const openJoint = /\b(?:if|unless|until|provided)\b/i;
const elsewhere = pattern("i")`
  \b (?:previously|formerly|once|used\s+to|no\s+longer|until\s+(?:he|she|it|they)|(?:earlier|original)\s+(?:report|form|filing|transaction)|prior\s+(?:report|form|filing)|another\s+(?:report|form|filing|director|officer|executive|insider|issuer)|(?:other|separate)\s+(?:report|form|filing)s? | (?:reported|shown)\s+(?:separately|elsewhere)) \b |
  \b (?:exclud(?:es?|ed|ing)|left\s+out|not\s+(?:included|reported|shown|reflected|counted)|do(?:es)?\s+not\s+(?:include|reflect|count)) \b
`;

/** "was reported on a Form 5", "is mentioned here only because": the whole sentence is about something else. */
const onOther = pattern("i")`
  \b (?:was|were|has\s+been|have\s+been) \s+ (?:\w+ly\s+)? reported \s+ (?:on|in) \s+ (?:an?|his|her|the|its) \s+ (?:[\w-]+\s+){0,2}? (?:form|report)\b | \bmentioned\s+here\s+only\b
`;

const known = new WeakMap<Words, readonly Clause[]>();

/** The clauses of a sentence. Several readers ask for them. */
export function clausesOf(sentence: Words): readonly Clause[] {
  const before = known.get(sentence);
  if (before) return before;
  const clauses = findClauses(sentence);
  known.set(sentence, clauses);
  return clauses;
}

function findClauses({ text, start }: Words): Clause[] {
  const isOfOther = onOther.test(text);
  const found: Clause[] = [];
  let from = 0;
  let joint = "";
  const add = (until: number) => {
    if (text.slice(from, until).trim() === "") return;
    const words = text.slice(from, until);
    found.push({
      ...wordsAt(text, from, until),
      text: words,
      start: start + from,
      end: start + until,
      joint,
      isDenied: denied.test(words),
      isOpen:
        openVerb.test(words) ||
        openJoint.test(joint) ||
        /^\W*(?:if|unless|should|had)\b/i.test(words) ||
        makesException(words),
      isElsewhere:
        isOfOther ||
        elsewhere.test(words) ||
        isOtherMovement(text.slice(Math.max(0, from - SENTENCE), from), words.slice(0, CLAUSE)),
    });
  };
  for (const { index, 0: words } of placesOf(text, joints, MOST_SENTENCES)) {
    add(index);
    from = index + words.length;
    joint = words.trim().toLowerCase();
  }
  add(text.length);
  return found;
}

/** Whether a clause denies what it says from a place on: "the total never contained" before "500 RSUs". */
export function isDeniedAt(sentence: Words, at: number): boolean {
  const clause = clausesOf(sentence).find(({ start, end }) => start <= at && at < end);
  return clause !== undefined && denied.test(clause.text.slice(0, at - clause.start));
}
