import { CLAUSE, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";

/** "approved a split, subject to stockholder approval", "the split that the board has proposed" */
const isProposed = pattern("i")`
  ^ [^;]{0,${CLAUSE}}? \b (?:
    (?:subject\s+to|pending|conditional\s+(?:up)?on|contingent\s+(?:up)?on) \s+ (?:the\s+)?
      (?:receipt\s+of\s+|obtaining\s+)? (?:the\s+)? (?:(?:stock|share)holders?['’]?\s+|regulatory\s+)?(?:approval|vote|consent)\b |
    (?:that|which)\s+(?:the\s+)?(?:[\w'’]+\s+){1,5}?(?:(?:has|have|had)\s+(?:proposed|recommended)|proposes|recommends)\b
  )
`;
/** "will vote on a split", "recommended a split", "intends to effect a split" */
const toBeDone = pattern("i")`
  \b (?:
    (?:vote|votes|voting|consider(?:s|ing)?)\s+(?:up)?on | (?:has\s+|have\s+)?recommend(?:s|ed) | proposes? |
    (?:intends?|plans|expects?|anticipates?|proposes?)\s+to\s+(?:effect|implement|complete|carry\s+out)
  ) \s+ (?:an?|the|its) \s+ (?:[\w-]+\s+){0,3} $
`;
/** "has announced a split that is to be distributed in August", "declared a split payable on July 3; the numbers are not adjusted for it" */
const isAnnounced = /\b(?:announced|declared|approved|authori[sz]ed)\s+(?:an?|its|the)\s+(?:[\w-]+\s+){0,3}$/i;
/** "A 2-for-1 split was approved and will take effect on June 1." */
const wasAnnounced = /^[^.;,]{0,60}?\b(?:was|has\s+been)\s+(?:announced|declared|approved|authori[sz]ed)\b/i;
const comes = pattern("i")`
  ^ [^.;]{0,${CLAUSE}}? \b (?: to\s+be | will(?:\s+be)? | (?:is|are)\s+(?:expected|scheduled|anticipated) | expected\s+to | scheduled\s+(?:for|to) ) \b
`;
const isPayable = /^[^.;]{0,120}?\bpayable\b/i;
const isAdjusted = /\badjusted\b|\bgives?\s+effect\b|\breflects?\b/i;
const isNotAdjusted = pattern("i")`
  \b (?:not|never|without) \b [^.;]{0,${NEAR}} \b (?:adjust\w*|reflect\w*|restated|gives?\s+effect) \b | \b before \s+ the\s+ (?:reverse\s+)? split \b
`;
const wasDone =
  /\b(?:obtained|received|effected|became\s+effective|took\s+effect|was\s+effective|effective\s+(?:on|as\s+of)|paid|distributed|completed)\b/i;

/** A split that is announced and to come. Numbers that are adjusted for it say that it counts. */
function isOnlyToCome(after: string, next: string): boolean {
  const said = `${after} ${next}`;
  const isNot = isNotAdjusted.test(said);
  return (isNot && isPayable.test(after)) || (comes.test(after) && (isNot || !isAdjusted.test(said)));
}

/**
 * Whether a split is only proposed, or announced and to come.
 *
 * @param next the words of the sentences that follow
 */
export const isToCome = (sentence: string, before: string, after: string, next: string): boolean =>
  toBeDone.test(before) ||
  (isProposed.test(after) && !wasDone.test(sentence)) ||
  (isAnnounced.test(before) && isOnlyToCome(after, next)) ||
  (wasAnnounced.test(after) && isOnlyToCome(after, next));
