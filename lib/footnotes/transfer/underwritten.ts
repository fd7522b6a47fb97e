import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { Stated } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";

/** Words between a sale and those who bought, or the offering. */
const between = pattern()`[^.;]{0,${SENTENCE}}?`;
const offering = pattern()`
  to\ (?:the\ )?(?:several\ |representatives?\ of\ (?:the\ )?(?:several\ )?)?underwriters? |
  underwritten\ (?:[\w-]+\ ){0,3}offering | underwriting\ agreement
`;
const soldToUnderwriters = pattern("i")`
  \b(?:sold|sales?|sell|selling|dispos(?:ed|ition))\b${between}\b(?:${offering})\b
`;
/** The price of a sale to underwriters is net of what they keep. */
const netOfDiscount = pattern("i")`
  \b(?:prices?|proceeds|net)\b${between}\bunderwrit(?:ing|ers?['’]?)\ (?:discounts?|commissions?|fees?)\b
`;
/** Not a sale by the owner: one by the issuer, one that may still happen, and a lock-up, which forbids selling. */
const notThis = pattern("i")`
  \b(?:(?:issuer|company|corporation)['’]s\ (?:own\ )?sale | (?:issuer|company)\ sold | not\ (?:been\ )?sold |
  did\ not\ sell | may\ (?:be\ sold|sell) | lock-?\ ?up)\b
`;

/** Reads whether reported securities were sold in an underwritten offering. */
export function readUnderwritten({ lower, sentences }: NoteText): Stated<true> | null {
  if (!lower.includes("underwrit")) return null;
  for (const { text, start } of sentences) {
    const found = soldToUnderwriters.exec(text) ?? netOfDiscount.exec(text);
    if (!found || notThis.test(text)) continue;
    return { value: true, spans: [[start + found.index, start + found.index + found[0].length]] };
  }
  return null;
}
