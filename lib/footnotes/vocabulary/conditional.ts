import { CLAUSE, SENTENCE } from "@/lib/footnotes/vocabulary/words";
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
  ^[^.;]{0,${CLAUSE}}? (?<!\b(?:which|whom|that|person|owner|he|she|they)\s) \b (?:would|will|shall|may|might|could|can) \s+
  (?:not\s+|also\s+|automatically\s+)? (?!(?:be\s+)?deemed|beneficially)\w
`;
/** "Class B shares convert when transferred": what the terms of a security say. */
const asTerms = pattern("i")`
  \b (?:converts?|convertible) \b [^;]{0,${SENTENCE}}? \b (?:when|if|once|upon|on|in\s+the\s+event) \b [^;]{0,${SENTENCE}} $
`;

const becomes = pattern("i")`^[^.;]{0,${CLAUSE}}? \b (?:automatically\s+)? (?:becomes?|converts?|turns?\s+into) \b`;

/** Whether a sentence mentions a movement only to say what would follow from it. The words are those before and after it. */
export const isConditional = (before: string, after: string): boolean =>
  asTerms.test(before) ||
  (inGeneral.test(before) && wouldHave.test(after)) ||
  (ofKind.test(before) && (wouldHave.test(after) || becomes.test(after)));
