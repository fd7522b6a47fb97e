import { CLAUSE, lettersBefore, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { furtherCounts } from "./further-holders";
import type { HeldNote } from "./held-note";
import { notThen, toInsider, tradedBy } from "./holding-words";
import type { FoundHolder } from "./named-holders";

const tradeOfSecurities = pattern("i")`
  \b (?:
    shares? | securities | stock | units? | options? | warrants? | notes? | sales? | purchases? |
    transactions? | trades? | adss? | rsus?
  ) \b[^.;]{0,${CLAUSE}}$
`;
/** Brokers who sell for insiders. */
const broker = pattern("i")`
  ^(?:(?!\s(?:from|in|out\s+of|through)\s+(?:an?|his|her|its|their|the)\s)[^,.;]){0,${NEAR}}\b (?:
    securities | brokerage | brokers? | stock\s+plan | plan\s+(?:services|administrator|agent) | fidelity |
    schwab | e\*trade | etrade | merrill | morgan\s+stanley | smith\s+barney | ubs | computershare | solium |
    shareworks | wells\s+fargo | equiniti | goldman\s+sachs | j\.?\s?p\.?\s?morgan | transfer\s+agent |
    administrator | bank | trust\s+company
  ) \b
`;
const coversTax = pattern("i")`
  ^ (?:[^.;]|\.(?!\s+[A-Z])){0,${SENTENCE}} \b
  (?:to\s+(?:cover|fund|satisfy|pay|meet)|in\s+order\s+to\s+(?:cover|fund|satisfy|pay|meet)|needed\s+(?:to|for))
  \b[^.;]{0,${CLAUSE}}\b (?:tax(?:es)?|withholding|exercise\s+price) \b
`;
const automatic = /\bautomatic(?:ally)?\b[^.;]{0,30}$/i;
const companyWas = pattern("i")`
  \b (?:issuer|company|corporation|registrant|business|target|inc\.?|corp\.?|llc|it|which) \s+
  (?:was|is|were|has\s+been|had\s+been|being|to\s+be|will\s+be) \s+$
`;
const sourceOf = pattern("i")`
  \b (?:
    gifts? | donations? | distributions? | transfers? | contributions? | plans? | elections? | payments? | loans? |
    decisions? | determinations? | grants? | splits? | subdivisions? | consolidations? | mergers? | reorgani[sz]ations? | recapitali[sz]ations? | spin-?offs?
  ) \b[^.;]{0,${NEAR}}$
`;

const isSale = /^(?:sold|sales?|made|effected|executed|disposed\s+of)$/i;
/** "the exercise by Roe Fund LP of warrants": the securities come after the holder. */
const ofSecurities = pattern("i")`
  ^ [^,;]{3,${NEAR}}? \s+ of \s+ (?:(?:its|the|these|an?|all)\s+)* (?:[\d,]+\s+)? (?:\w+\s+){0,2}? (?:warrants? | options? | shares | notes? | units | stock | debentures?) \b
`;
/** At the start of a sentence, or after a number. */
const startsSentence = /(?:^|[.;:)]\s+|\d\s+(?:(?:was|were)\s+)?)\(?$/;

/** "Any shares later acquired by the trust will be reported." */
const anyLater = /\bany\s+(?:\w+\s+){1,2}(?:later|subsequently|hereafter)\s+$/i;

/** "received from a trust managed by": not who received. */
const fromDescribed = /\bfrom\s(?:.*\s)?[a-z]\w*(?:ed|un)\s+by\s/i;
/** "a trust that owns 500 shares for the benefit of": how it holds them. */
const ofOwner = /\b(?:owns?|holds?|held|owned)\s+(?:[\d,]+\s+)?$/i;

/** "purchased by the Roe Trust" */
export function tradingHolders(note: HeldNote): FoundHolder[] {
  const { text } = note;
  return note.placesOf(tradedBy).flatMap((match) => {
    const [words, verb = "", preposition = ""] = match;
    const before = lettersBefore(text, match.index, SENTENCE);
    if (notThen.test(before) || anyLater.test(before) || fromDescribed.test(words)) return [];
    const start = match.index + words.length;
    const behind = text.slice(start, start + 300);
    if (
      !(/^(?:exercise|conversion)$/i.test(verb) && ofSecurities.test(behind)) &&
      !startsSentence.test(before) &&
      !/^(?:sales?|purchases?|shares|units)$/i.test(verb) &&
      !tradeOfSecurities.test(before)
    )
      return [];
    if (/^through$/i.test(preposition) && !/^(?:purchased|acquired|bought|received)$/i.test(verb)) return [];
    if (/^(?:made|effected|executed|shares|units)$/i.test(verb) && sourceOf.test(before)) return [];
    if (companyWas.test(before)) return [];
    if (isSale.test(verb) && (broker.test(behind) || coversTax.test(behind) || automatic.test(before))) return [];
    const list = note.lists.listAt(start, { allowShort: false });
    // "acquired through the savings plan": how, and not by whom
    if (
      /^through$/i.test(preposition) &&
      list?.holders.every((holder) => /\bplans?$|^40[13]\([kb]\)$/i.test(text.slice(holder.start, holder.end)))
    )
      return [];
    if (/^(?:shares|units)$/i.test(verb) && /^(?:for|on)\b/i.test(preposition) && ofOwner.test(before)) return [];
    if (list && toInsider.test(text.slice(list.end, list.end + NEAR))) return [];
    return list ? [...list.holders, ...furtherCounts(note, list.end)] : [];
  });
}
