import { clausesOf } from "@/lib/footnotes/vocabulary/clauses";
import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { MOST_IN_SENTENCE, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { Stated, TransferKind } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import { partyOf, sourceKind, targetKind } from "./transfer-party";
import { asGift, cut, isDone, kindByLaw, notIncluded } from "./transfer-words";

const securities = pattern()`shares? | stock | units? | securities | options? | warrants? | notes? | block | holdings? | they | them | these | position`;
const moving = pattern("gi")`
  \b (?:
    put(?!\s+(?:options?|rights?|contracts?)\b)(?<!\bshort\s+put) | placed | set\s+over | shared\s+out | shared\s+among | paid\s+out | parcel+ed\s+out | handed\s+(?:on|over|down|out) | dropped | rolled | carried\s+over | brought | shifted | signed\s+over | made\s+over | turned\s+over |
    moved | went | goes | came | passed | fell | reverted | conveyed | transferred | transfer | assigned | divided | apportioned | split(?=\s+(?:up\s+)?(?:among|between)) | re-?registered | retitled | re-?titled |
    contributed | distributed | delivered | returned | transmitted | released(?!\s+from\s+[^.;,]{0,${NEAR}}\b(?:repurchase|restrictions?|escrow|lock-?\s?up|pledge|forfeiture)\b) | allotted | allocated | withdrawn | drawn | journal+ed | lodged | settled(?<!-settled)
  ) \b
`;
const direction = pattern("gi")`
  \b (?<way>back\s+to|over\s+to|out\s+to|into\s+the\s+names?\s+of|in\s+the\s+names?\s+of|to\s+the\s+names?\s+of|in\s+trust\s+for|on\s+trust\s+for|to|into|in(?=\s+(?:an?|the|his|her|their|[A-Z])\b)|among|between|out\s+of|from|by) \s+ (?=\w)
`;
const sold = pattern("i")`
  \b (?: sold | sale | bought | esops? | 401 | plan | allocated\s+to\s+(?:the\s+reporting|him|her|his) | purchase[sd]? | price | for\s+cash | in\s+exchange | exchanged | merger | tax(?:es)? | withh\w+ | exercise[sd]? | plan | payment\s+of | \$\s?\d | loan | ownership\s+of\s+(?:the\s+)?(?:issuer|company) | pledge\w* | lender | broker\w* | escrow | custody | convert\w* | vest\w* | option | compensation | certificate | street\s+name | fund | account | swaps? | forward | counterpart\w* | put\s+options? | call\s+options? | turns?\s+into | becomes? | once ) \b
`;
const charity =
  /\b(?:charit\w*|universit\w*|college|school|church|hospital|museum|non-?profit|donor[\s-]advised|foundation)\b/i;
const proportion = /\bpro[\s-]*rata\b|\bin\s+proportion\b|\bproportionate(?:ly)?\b|\bin\s+kind\b/i;

/** "Held directly before March 1 and through the Roe Trust since", "owned with her husband; since May she has owned them alone" */
const heldThen = pattern("gi")`
  \b (?:held|owned|registered|titled) \s+ (?:[\w-]+\s+){0,3}? (?:before|until|through|up\s+to|prior\s+to|formerly|previously) \b [^.]{0,${NEAR}}? \b (?:and|but|;|now) \s+ (?:[\w-]+\s+){0,3}? (?:by|through|in|in\s+the\s+names?\s+of) \s+ (?<party>[^.;,]{3,${NEAR}}?) \s+ (?:since|thereafter|from\s+then|after\s+that|now|afterwards)\b
`;
const alone = pattern("gi")`
  \b (?:had\s+owned|had\s+held|owned|held) \b [^.;]{0,${NEAR}}? \b (?:together|jointly|in\s+common|with\s+(?:his|her)) \b [^.]{0,${CLAUSE}}? \b (?:since|now|from) \b [^.;]{0,${NEAR}}? \b (?:alone|sole(?:ly)?|(?:him|her)self) \b |
  \b (?:owned|held) \b [^.;]{0,${NEAR}}? \b (?:alone|sole(?:ly)?) \b [^.]{0,${CLAUSE}}? \b (?:since|now|from) \b [^.;]{0,${NEAR}}? \b (?:together|jointly|joint) \b
`;
const bySurvival = pattern("gi")`
  \b (?:surviv(?:or|orship|ing)|sole\s+owner) \b [^.;]{0,${CLAUSE}}? \b (?:died|death|deceased) \b | \b (?:died|death\s+of) \b [^.;]{0,${CLAUSE}}? \b (?:surviv(?:or|orship|ing)|sole\s+owner(?:ship)?) \b
`;

type Found = { kind: TransferKind; start: number; end: number };

export const mayMove =
  /\b(?:trust|grat|l\.?l\.?c|l\.?p\b|partner|member|spouse|wife|husband|son|daughter|child|joint|together|die[ds]|death|estate|company|holdings)/;

/** Movements of securities in words of any order, for notes in which no usual movement is found. */
export function readTransferByClause({ sentences }: NoteText): Stated<{ kind: TransferKind }> | null {
  for (const [index, sentence] of sentences.entries()) {
    const { text, start } = sentence;
    if (notIncluded.test(sentences[index + 1]?.text ?? "")) continue;
    for (const { index, 0: words, groups } of placesOf(text, heldThen)) {
      const kind = targetKind(partyOf(groups?.party ?? ""));
      if (kind) return stated({ kind, start: start + index, end: start + index + words.length });
    }
    for (const { index, 0: words } of placesOf(text, alone))
      return stated({ kind: "other", start: start + index, end: start + index + words.length });
    for (const { index, 0: words } of placesOf(text, bySurvival))
      return stated({ kind: "inheritance", start: start + index, end: start + index + words.length });
    for (const clause of clausesOf(sentence)) {
      if (clause.isOpen || clause.isDenied || clause.isElsewhere) continue;
      const found = movementIn(clause.text);
      if (found) return stated({ ...found, start: clause.start + found.start, end: clause.start + found.end });
    }
  }
  return null;
}

const stated = ({ kind, start, end }: Found): Stated<{ kind: TransferKind }> => ({
  value: { kind },
  spans: [[start, end]],
});

const ofSecurities = pattern("i")`\b (?:${securities}|[\d,]{3,}) \b`;

/** "The issuer placed the shares in a trust for its creditors" */
const byIssuer = /^\W*(?:the\s+)?(?:issuer|company|registrant|corporation)\s+(?:(?:has|had|also|then)\s+)*$/i;

/** "transferred his membership interest in Roe LLC": not the securities. */
const ofInterest =
  /^\s*(?:all\s+(?:of\s+)?)?(?:(?:the|an?|its|his|her|their)\s+)?(?:[\w%]+\s+)?(?:(?:membership|partnership|llc)\s+interests?|proceeds|cash|money)\b/i;

function movementIn(text: string): Found | null {
  for (const { index, 0: verb } of placesOf(text, moving, MOST_IN_SENTENCE)) {
    const end = index + verb.length;
    const after = lettersFrom(text, end, SENTENCE);
    const around = lettersBefore(text, index, CLAUSE) + verb + after;
    if (!ofSecurities.test(around) || sold.test(around) || asGift.test(around) || !isDone(text, index)) continue;
    if (byIssuer.test(text.slice(0, index)) || ofInterest.test(after) || /^\s*\$\s?\d/.test(after)) return null;
    for (const { index: at, 0: words, groups } of placesOf(after, direction)) {
      const from = at + words.length;
      const named = cut(after.slice(from, from + CLAUSE));
      const party = /\btrust\s+for\b/i.test(words) ? "trust" : partyOf(named);
      const way = (groups?.way ?? "").toLowerCase();
      if (charity.test(named)) return null;
      const span = { start: index, end: end + from + named.length };
      const law = kindByLaw(around);
      if (law) return { kind: law, ...span };
      if (party === "issuer") return null;
      if (/^(?:from|by|out of)$/.test(way)) {
        const kind = proportion.test(around) ? "distribution" : sourceKind(party);
        if (kind) return { kind, ...span };
        continue;
      }
      if (party === "joint") return { kind: "other", ...span };
      const kind = party === "owners" || proportion.test(around) ? "distribution" : targetKind(party);
      if (kind) return { kind, ...span };
    }
  }
  return null;
}
