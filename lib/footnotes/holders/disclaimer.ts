import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { MOST_SENTENCES } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, NEAR, SENTENCE, type Words } from "@/lib/footnotes/vocabulary/words";
import type { Disclaimer, Stated } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";

/** In order of precedence. */
const KINDS = ["except_pecuniary_interest", "full", "no_admission"] as const;

/**
 * Reads whether a note disclaims ownership of the securities, and to what extent, or says that the report is not an admission.
 */
export function readDisclaimer({ lower, sentences }: NoteText): Stated<Disclaimer> | null {
  if (!mayDisclaim.test(lower)) return null;
  const found = sentences
    .slice(0, MOST_SENTENCES)
    .flatMap((sentence, index) => disclaimerIn(sentence, sentences[index - 1]?.text ?? "") ?? []);
  const value = KINDS.find((kind) => found.some((each) => each.kind === kind));
  if (value === undefined) return null;
  return { value, spans: found.filter(({ kind }) => kind === value).map(({ start, end }) => [start, end]) };
}

const mayDisclaim =
  /disclaim|den(?:y|ies)\b|disavow|renounce|claims? (?:no )?beneficial|admi(?:ssion|t)|acknowledg|conced/;

type Found = { kind: Disclaimer; start: number; end: number };

/** "owns them beneficially" */
const ownBeneficially = pattern()`own(?:s|ed|ing)?\s+(?:[\w'’-]+\s+){0,6}?beneficially`;
/** Words allowed between the verb and "ownership": "any and all direct or indirect beneficial". */
const ofOwnership = pattern("i")`
  \b (?:
    disclaim(?:s|ed|ing|er)? | disavow(?:s|ed|ing|al)? | renounc(?:es?|ed|ing) | den(?:y|ies)(?=\s+(?:(?:any|all|being|that)\s+)?(?:\w+\s+)?(?:beneficial(?:ly)?|ownership)\b) |
    claims?(?=\s+beneficial\s+ownership\b[^;]{0,${CLAUSE}}\bonly\b|\s+no\s+beneficial\s+ownership\b)
  ) \b (?<between>[^;]{0,${CLAUSE}}?) \b
  (?:beneficial(?:ly)?\s+(?:owner(?:ship|s)?|own(?:ed|s|ing)?|interests?)|ownership|${ownBeneficially}) \b
`;
const ownershipIs = pattern("i")`
  \bownership\s+(?:\w+\s+)?disclaimed\b |
  \bownership\b[^;]{0,${SENTENCE}}?\b(?:is|are|was|were|being|be|been)\s+(?:\w+\s+){0,2}disclaimed\b
`;
const persons = pattern()`(?:he|she|it|they|(?:the|each|such)\s+(?:of\s+the\s+)?reporting\s+persons?)`;
/** "may be deemed to share beneficial ownership, but disclaims it": the ownership named before. */
const ofSuch = pattern("i")`
  \b(?:beneficial(?:ly)?\s+own(?:ership|ers?|ed|s)?|${ownBeneficially})\b [^;]{0,${CLAUSE}}? \b (?:
    (?:disclaim(?:s|ed|ing)?|disavow(?:s|ed|ing)?) \s+ (?:
        it\b | (?:any\s+)?(?:that|this|such|the\s+same) (?:\s+(?:beneficial\s+)?ownership)? (?=\s*(?:[,.]|except|$))
      ) |
    (?:which|(?:status|attribution)\s+(?:that|which)) \s+ ${persons} \s+ (?:\w+ly\s+)? disclaims?
  ) \b
`;
/** "Beneficial ownership may be attributed to her. She disclaims it" */
const disclaimsIt = pattern("i")`
  ^\W* (?: ${persons} \s+ (?:\w+ly\s+)? disclaims? \s+ (?:it|this|that|the\s+same) \b (?=\s*(?:[,.;]|except|save|other|beyond|$)) | (?:this|that|it) \s+ ${persons} \s+ disclaims? \b )
`;
const isOfOwnership = pattern(
  "i",
)`\b (?: beneficial(?:ly)?\s+own(?:ership|ers?|ed|s)? | ${ownBeneficially} ) \b (?![^.;]*\b(?:group|10\s*%|ten\s+percent)\b)`;
const otherObject = /\b(?:group|member(?:ship)?)\b(?!.*\b(?:and|or|also|further|disclaims?)\b)/i;
/** "a disclaimer of warranties" */
const ofDuty = /^\s*(?:of\s+)?(?:any\s+|all\s+)?(?:warrant|liabilit|responsib|obligation|dut(?:y|ies))/i;
const negated = pattern("i")`
  \b(?:not|no\s+longer|never|without|nor|would|might)\s+(?:\w+\s+)?$ |
  \bnot\s+(?:be\s+)?(?:construed|deemed|considered|interpreted|taken)\s+(?:as\s+|to\s+be\s+)?(?:an?\s+)?$
`;

const interest = pattern()`interests? | share(?!s) | ownership | benefits? | stake | percentage | rights`;
const beyondInterest = pattern("i")`
  \b(?:except|with\s+the\s+exception\s+of|other(?:wise)?\s+than|save|(?:but\s+)?only(?=\s+to\s+the\s+extent)|but\s+only|apart\s+from|excluding|unless)\b[^;]{0,${SENTENCE}}?\b${interest} |
  \b(?:in|as\s+to|of|for)\s+which\b[^;]{0,${NEAR}}?\b(?:no|not|neither)\b[^;]{0,${NEAR}}?\b${interest} |
  \ball\s+(?:but|save)\b[^;]{0,${SENTENCE}}?\b${interest} |
  \b(?:in\s+excess\s+of|beyond|greater\s+than|over\s+and\s+above|exceed(?:s|ing)?)\b[^;]{0,${CLAUSE}}?\b${interest} |
  \binterests?\b[^;]{0,${NEAR}}?\bexcepted\b |
  \bdoes\s+not\s+(?:extend\s+to|cover|apply\s+to)\b[^;]{0,${NEAR}}?\b${interest} |
  \bto\s+the\s+extent\b[^;]{0,${SENTENCE}}?\b
    (?:exceeds?|in\s+excess|greater\s+than|(?:no|not|without|lacks?)\b[^;]{0,${NEAR}}?) \b[^;]{0,${NEAR}}?\b
    (?:pecuniary|economic|proportionate|partnership|financial)? \s* ${interest}
`;
/** "Except to the extent of his pecuniary interest, the reporting person" */
const exceptFirst = pattern("i")`
  (?: ^\W*(?:continued\b[^()]{0,${NEAR}}\)\s*|\d{1,2}[.)]\s+)? | [.!?;]\s+ ) (?:except|other\s+than|to\s+the\s+extent|beyond|apart\s+from|save)\b[^;]{0,240} $ |
  # "Each of them, beyond its pecuniary interest,"
  ,\s+ (?:except|other\s+than|beyond|apart\s+from|save)\b[^;,]{0,${CLAUSE}} ,\s+ $ |
  \bonly\s+to\s+the\s+extent\b [^;]{0,${CLAUSE}} \band\s+(?:he\s+|she\s+|it\s+)? otherwise\s+ $
`;
/** "who has no pecuniary interest in most of them, disclaims ownership save to the extent that he has one" */
const asFarAs =
  /\b(?:except|save|other\s+than)\s+to\s+the\s+extent\s+(?:that\s+)?(?:he|she|it|they)\s+ha(?:s|ve)\s+(?:one|any|it|such)\b/i;
const namesInterest = /\binterests?\b/i;
const onlyInterest = pattern("i")`\b only\s+to\s+the\s+extent\b [^;]{0,${CLAUSE}}? \b ${interest}`;
const beneficial = /\bbenefici/i;
/** "Withdraws the disclaimer made in earlier reports" */
const withdrawn = /\b(?:withdr[ae]ws?|revokes?|rescinds?|retracts?)\s+(?:the|his|her|its|their|any)\s+(?:\w+\s+)?$/i;
const isWithdrawn = /^[^.;]*\b(?:is|are|was|were)\s+(?:hereby\s+|now\s+)?(?:withdrawn|revoked|rescinded|retracted)\b/i;
/** "Only to the extent of her interest does she claim beneficial ownership" */
const claimsOnly = pattern("i")`
  \b only\s+ (?:to\s+the\s+extent\s+of|as\s+to|for) \b [^;]{0,${CLAUSE}}? \b ${interest} \b [^;]{0,${NEAR}}? \b claims? \b [^;]{0,${NEAR}}? \b beneficial(?:ly)?\s+own\w* \b
`;
/** "Previously disclaimed": he may own them now, unless he also disclaims. */
const inThePast = /\b(?:previously|formerly|earlier|in\s+the\s+past|had)\s+(?:\w+\s+)?$/i;
const againDisclaims = /\bdisclaim/i;
const noAdmission = pattern("i")`
  \b (?:not|neither|nor|no|nothing|never) \b[^;]{0,260}?\b
  (?:admi(?:ssion|ts?|tted|tting)|acknowledg(?:e?ment|e|es|ing)|conce(?:de[sd]?|ding|ssion))
  \b[^;]{0,300}?\b(?:beneficial(?:ly)? \s+ (?:own|interest)|${ownBeneficially}) |
  \bno\s+beneficial\s+(?:ownership|interest)\b[^;]{0,${NEAR}}\b(?:is|are|was)\s+(?:\w+ly\s+)?(?:admitted|acknowledged|conceded)\b
`;

/** "does not admit that he is a beneficial owner of more than 10% of the class": no word about the reported securities. */
const ofClass = pattern("i")`
  \bbeneficial(?:ly)? \s+ own\w* \s+ (?:of\s+)? (?:(?:more\s+than|over|in\s+excess\s+of|greater\s+than|at\s+least|an?)\s+)? (?:10|ten)(?:\s*\(10\))? \s* (?:%|percent\b) |
  \b (?:10|ten)(?:\s*\(10\))? \s* (?:%|percent) \s+ beneficial\s+owner
`;
const alsoOfShares =
  /\b(?:or|and|nor)\b[^.;]*\b(?:any|all|the|such|these|those)\s+(?:\w+\s+)?(?:shares|securities)\b|\bbeneficial\w*\b.*\bbeneficial/i;

function disclaimerIn(sentence: Words, previous: string): Found | null {
  const { text, start } = sentence;
  const at = (from: number, to: number, kind: Disclaimer): Found => ({ kind, start: start + from, end: start + to });
  const only = claimsOnly.exec(text);
  if (only) return at(only.index, only.index + only[0].length, "except_pecuniary_interest");
  const words = disclaiming(text) ?? (isOfOwnership.test(previous) ? disclaimingIt(text) : null);
  if (words) {
    const [from, to] = words;
    const beyond =
      beyondInterest.exec(text.slice(from)) ??
      (namesInterest.test(text.slice(0, from)) ? asFarAs.exec(text.slice(from)) : null);
    if (beyond)
      return at(from, from + Math.max(to - from, beyond.index + beyond[0].length), "except_pecuniary_interest");
    const before = text.slice(0, from);
    const leading = exceptFirst.test(before) ? (beyondInterest.exec(before) ?? onlyInterest.exec(before)) : null;
    return leading ? at(leading.index, to, "except_pecuniary_interest") : at(from, to, "full");
  }
  const none = beneficial.test(text) ? noAdmission.exec(text) : null;
  const isOfClass = none && ofClass.test(text.slice(none.index)) && !alsoOfShares.test(text.slice(none.index));
  return none && !isOfClass ? at(none.index, none.index + none[0].length, "no_admission") : null;
}

function disclaimingIt(text: string): [from: number, to: number] | null {
  const it = disclaimsIt.exec(text);
  return it && [it.index, it.index + it[0].length];
}

function disclaiming(text: string): [from: number, to: number] | null {
  const match = ofOwnership.exec(text);
  const { between = "" } = match?.groups ?? {};
  const isPast = match && inThePast.test(text.slice(0, match.index)) && !againDisclaims.test(between);
  if (
    match &&
    !isPast &&
    !withdrawn.test(text.slice(0, match.index)) &&
    !isWithdrawn.test(text.slice(match.index)) &&
    !otherObject.test(between) &&
    !ofDuty.test(between) &&
    !negated.test(text.slice(0, match.index))
  ) {
    return [match.index, match.index + match[0].length];
  }
  const such = ofSuch.exec(text);
  if (such) return [such.index, such.index + such[0].length];
  const passive = ownershipIs.exec(text);
  if (!passive) return null;
  const ahead = text.slice(0, passive.index + passive[0].length - "disclaimed".length);
  if (negated.test(ahead) || inThePast.test(ahead)) return null;
  return [passive.index, passive.index + passive[0].length];
}
