import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import type { Stated, Surrender } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";

const surrendered = pattern("i")`\b(?:was|were|been)\ (?:[a-z]+ly\ )?(redeemed|forfeited)\b`;
/** Of a condition, of other securities, or of an earlier time. */
const notThis =
  /\b(?:if|unless|until|assuming|not|never|no|may (?:be|have)|would|could|future|previously|prior|other|unvested|balance)\b/i;

/** Reads whether reported securities were redeemed by the issuer, or forfeited. */
export function readSurrender({ lower, sentences }: NoteText): Stated<Surrender> | null {
  if (!/redeemed|forfeited/.test(lower)) return null;
  for (const { text, start } of sentences) {
    const found = notThis.test(text) ? null : surrendered.exec(text);
    if (!found) continue;
    const value = found[1]?.toLowerCase() === "redeemed" ? "redeemed" : "forfeited";
    return { value, spans: [[start + found.index, start + found.index + found[0].length]] };
  }
  return null;
}
