import { pattern } from "@/lib/values/pattern";
import type { HeldNote } from "./held-note";
import type { FoundHolder } from "./named-holders";

/**
 * "held by the executive deferred compensation plan for the benefit of Ms. Roe": such a plan holds shares only
 * if the note says for whom. Otherwise it is the plan under which units are credited.
 */
const held = pattern("gi")`
  \b (?:shares|stock|securities) \s+ (?:[\w-]+\s+){0,3}? (?:held|owned|kept) \s+ (?:(?:of\s+record|directly|indirectly|beneficially)\s+)? (?:by|in) \s+ (?:(?:the|an?|its)\s+)?
  (?<name>(?:[\w.&'’-]+\s+){0,6}? (?:deferred\s+compensation|deferral|deferred\s+fee) \s+ plan (?:\s+for\s+(?:[\w-]+\s+){0,2}directors)?)
  (?=,?\s+ for\s+ (?:the\s+(?:sole\s+|exclusive\s+)?(?:benefit|account)\s+of\s | (?:the\s+reporting\s+person['’]s|his|her)\s+(?:benefit|account)\b))
`;

export const deferralPlans = (note: HeldNote): FoundHolder[] =>
  note.placesOf(held).map(({ index, 0: words, groups }) => {
    const start = index + words.lastIndexOf(groups?.name ?? "");
    return { start, end: index + words.length, words: ["plan"], isUnnamed: true, relation: null };
  });
