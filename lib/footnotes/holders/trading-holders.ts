import { withoutInnerStops } from "@/lib/footnotes/vocabulary/sentences";
import { CLAUSE, lettersBefore, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import { isLegalForm } from "@/lib/names/legal-forms";
import { pattern } from "@/lib/values/pattern";
import { furtherCounts } from "./further-holders";
import type { HeldNote } from "./held-note";
import { notThen, toInsider, tradedBy } from "./holding-words";
import type { FoundHolder } from "./named-holders";

const tradeOfSecurities = pattern("i")`
  \b (?:
    shares? | securities | stock | units? | options? | warrants? | notes? | sales? | purchases? |
    transactions? | trades? | adss? | rsus? | (?:swaps?|forwards?|put|call|option|purchase)(?:\s+contracts?)?
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
  ^ [^.;]{0,${SENTENCE}} \b
  (?:to\s+(?:cover|fund|satisfy|pay|meet)|in\s+order\s+to\s+(?:cover|fund|satisfy|pay|meet)|needed\s+(?:to|for))
  \b[^.;]{0,${CLAUSE}}\b (?:tax(?:es)?|withholding|exercise\s+price) \b
`;
/** "automatically effected by the Roe Trust pursuant to its plan" */
const underOwnPlan = /^(?:[^.;]|\.\s[\d,]){3,200}?\b(?:pursuant\s+to|under|in\s+accordance\s+with)\s+(?:its|their)\s/i;
const automatic = /\bautomatic(?:ally)?\b[^.;]{0,30}$/i;
const companyWas = pattern("i")`
  \b (?:issuer|company|corporation|registrant|business|target|inc\.?|corp\.?|llc|it|(?<!\b(?:shares|securities|units|stock|warrants|options|notes),?\s+)which) \s+
  (?:was|is|were|has\s+been|had\s+been|being|to\s+be|will\s+be) \s+$
`;
const sourceOf = pattern("i")`
  \b (?:
    gifts? | donations? | distributions? | transfers? | contributions? | plans? | elections? | payments? | loans? |
    decisions? | determinations? | grants? | splits? | subdivisions? | consolidations? | mergers? | reorgani[sz]ations? | recapitali[sz]ations? | spin-?offs?
  ) \b[^.;]{0,${NEAR}}$
`;

const isSale = /^(?:sold|sales?|made|effected|executed|conducted|carried\s+out|disposed\s+of)$/i;
/** "the exercise by Roe Fund LP of warrants": the securities come after the holder. */
const ofSecurities = pattern("i")`
  ^ (?:[^,;]|,\s+(?=L\.?\s?L?\.?\s?[PC]\b|Inc|Ltd)){3,${NEAR}}? \s+ of \s+ (?:(?:its|the|these|an?|all)\s+)* (?:[\d,]+\s+)? (?:\w+\s+){0,2}? (?:warrants? | options? | shares | notes? | units | stock | debentures? | holdings? | position) \b
`;
/** "may be purchased", "to be sold" */
const mayTrade =
  /\b(?:not|no|nor|neither|than|may|will|would|shall|should|could|might|can|must|to)\s+(?:(?:an?|any|the)\s+)?(?:\w+\s+)?(?:be\s+)?$/i;
const ofTraded =
  /^(?:of\s+)?(?:(?:the|these|those|such|an?|all|its|[\d,]+)\s+){0,3}(?:\w+\s+){0,3}?(?:shares?|securities|stock|units?|options?|warrants?|notes?|debentures?|ads)\b/i;
/** Those named after these words did something else. */
const otherWord = pattern()`
  by | which | that | who | whose | where | pursuant | agreement | plan | merger | issued | offered | held | owned | managed | controlled | advised | sponsored | underwritten | determined | approved | required |
  paid | made | received | transferred | distributed | contributed | if | upon | unless | will | may | broker | dealer | subsidiary | and\s+(?:is|was|are|were|has|have|had|then) | 10b5-1 | means
`;
const participle = pattern()`\w+ed | \w+able | \w+(?<!t)en | run | led | set | made | known | followed | virtue | accompanied`;
const ownVehicle = /^(?:iras?|trusts?|grats?|foundation|estate)$/;
const isFundWord = (word: string): boolean =>
  (isLegalForm(word) && !mayBeIssuer.test(word)) ||
  /^(?:funds?|partners|trusts?|ventures|foundation|estate|grats?|investors|holdings)$/.test(word);
const mayBeIssuer = /^(?:corp|corporation|co|company|bancorp|na)$/;

/** At the start of a sentence, or after a number. */
const startsSentence = /(?:^|[.;:)]\s+|\d\s+(?:(?:was|were)\s+)?)\(?(?:(?:ind|d)irectly\s+)?$/i;

/** "Any shares later acquired by the trust will be reported." */
const anyLater = /\bany\s+(?:\w+\s+){1,2}(?:later|subsequently|hereafter)\s+$/i;

/** "received from a trust managed by": not who received. */
const fromDescribed = /\bfrom\s(?:.*\s)?[a-z]\w*(?:ed|un)\s+by\s/i;
/** "sold at prices determined by": not who sold. */
const setBy = /\b(?:determined|set|fixed|negotiated|established|approved|calculated|agreed|quoted|offered)\s+by\s+$/i;
/** "voting power over the shares is exercised by" */
const ofPower = /\b(?:power|control|discretion|authority)\b[^.;]{0,120}\b(?:is|are|may\s+be)\s+$/i;
/** "may be purchased by" */
const mayBeTraded = /\b(?:may|will|would|shall|should|could|might|can|must)\s+(?:\w+\s+)?be\s+$/i;
/** "a trust that owns 500 shares for the benefit of": how it holds them. */
const ofOwner = /\b(?:owns?|holds?|held|owned)\s+(?:[\d,]+\s+)?$/i;

/** "purchased in the offering at the public offering price by Roe Fund LP": whatever the words between, if no other act is named. */
const farBefore = pattern("gi")`
  \b (?<verb>purchased|acquired|bought|sold|subscribed\s+for|exercised|converted|tendered|disposed\s+of|sales?|purchases?|acquisitions?|exercise|conversion|disposition) \s
  (?<between> (?: (?!\b(?:${otherWord})\b)(?:[^.;]|\.\d) ){3,${CLAUSE}}? ) ,? (?<!\b(?:${participle}) ,?) \s by\s+ (?=(?:the\s+)?(?:[A-Z\d]|\([ia1]\)))
`;

/** A fund or trust with a name, far behind the word for the trade. */
function farTraders(note: HeldNote): FoundHolder[] {
  const { text } = note;
  return note.placesOf(farBefore).flatMap(({ index, 0: words, groups }) => {
    const before = lettersBefore(text, index, SENTENCE);
    if (notThen.test(before) || anyLater.test(before) || companyWas.test(before) || mayTrade.test(before)) return [];
    if (!tradeOfSecurities.test(before) && !startsSentence.test(before) && !ofTraded.test(groups?.between ?? ""))
      return [];
    const start = index + words.length;
    const behind = withoutInnerStops(text.slice(start, start + 300));
    if (isSale.test(groups?.verb ?? "") && (broker.test(behind) || coversTax.test(behind) || automatic.test(before)))
      return [];
    if (isSale.test(groups?.verb ?? "") && /\btax|\bwithholding/i.test(groups?.between ?? "")) return [];
    const list = note.lists.listAt(start, { allowShort: false });
    if (!list || toInsider.test(text.slice(list.end, list.end + NEAR))) return [];
    return list.holders.filter(
      ({ isUnnamed, relation, words }) =>
        relation !== null || (isUnnamed ? ownVehicle.test(words.at(-1) ?? "") : words.some(isFundWord)),
    );
  });
}

/** "purchased by the Roe Trust" */
export function tradingHolders(note: HeldNote): FoundHolder[] {
  const { text } = note;
  return note
    .placesOf(tradedBy)
    .flatMap((match) => {
      const [words, verb = "", preposition = ""] = match;
      const before = lettersBefore(text, match.index, SENTENCE);
      if (notThen.test(before) || anyLater.test(before) || fromDescribed.test(words)) return [];
      if (setBy.test(words) || mayBeTraded.test(before)) return [];
      if (/\bfractional\b/i.test(before)) return [];
      if (/^exercised$/i.test(verb) && ofPower.test(before)) return [];
      const start = match.index + words.length;
      const behind = withoutInnerStops(text.slice(start, start + 300));
      if (
        !(
          /^(?:exercise|conversion|exchange|disposition|redemption|subscription|tender|acquisition)$/i.test(verb) &&
          ofSecurities.test(behind)
        ) &&
        !startsSentence.test(before) &&
        !/^(?:sales?|purchases?|shares|units)$/i.test(verb) &&
        !tradeOfSecurities.test(before)
      )
        return [];
      if (/^through$/i.test(preposition) && !/^(?:purchased|acquired|bought|received)$/i.test(verb)) return [];
      if (/^(?:made|effected|executed|conducted|carried\s+out|shares|units)$/i.test(verb) && sourceOf.test(before))
        return [];
      if (companyWas.test(before)) return [];
      const isAutomatic = automatic.test(before) && !underOwnPlan.test(behind);
      if (isSale.test(verb) && (broker.test(behind) || coversTax.test(behind) || isAutomatic)) return [];
      const list = note.lists.listAt(start, { allowShort: underOwnPlan.test(behind) });
      // "acquired through the savings plan": how, and not by whom
      if (
        /^through$/i.test(preposition) &&
        list?.holders.every((holder) => /\bplans?$|^40[13]\([kb]\)$/i.test(text.slice(holder.start, holder.end)))
      )
        return [];
      if (/^(?:shares|units)$/i.test(verb) && /^(?:for|on)\b/i.test(preposition) && ofOwner.test(before)) return [];
      if (list && toInsider.test(text.slice(list.end, list.end + NEAR))) return [];
      return list ? [...list.holders, ...furtherCounts(note, list.end)] : [];
    })
    .concat(farTraders(note));
}
