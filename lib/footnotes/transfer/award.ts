import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { Award, Stated } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";

const between = pattern()`[^.;]{0,${SENTENCE}}?`;
const unit = pattern()`
  (?:restricted\ |performance(?:-based)?\ |deferred\ |phantom\ )*(?:stock|shares?)\ (?:units?|options?|awards?)(?:\ \(["“”\w\s]+\))? |
  restricted\ (?:stock|shares) | [rp]sus? | (?:equity|option|director|annual)\ (?:awards?|grants?)
`;
const inLieu = pattern("i")`
  \bin\ lieu\ of\b ${between} \b(?:cash|fees?|retainers?|compensation|salary|bonus(?:es)?)\b
`;
const granted = pattern("i")`
  \b(?:grant|award)\ of\ ${between} \b(?:${unit})(?!\w) | \b(?:${unit})\ ${between} \b(?:granted|awarded)\b |
  \b(?:granted|awarded)\ (?:to|under|pursuant)\b
`;
const settled = pattern("i")`\b(?:vesting|settlement)\ (?:and\ settlement\ )?of\b ${between} \b(?:${unit})(?!\w)`;
const forNothing = pattern("i")`\bfor\ no\ (?:additional\ |other\ |cash\ )?(?:consideration|payment)\b`;

/** What was bought, or exchanged in a merger, is no award, even if the words of one are near. A right to purchase is. */
const bought = pattern("i")`
  (?<!\b(?:rights?|options?|warrants?)\ to\ )\bpurchas(?:e|es|ed|ing)\b(?!\ price) | \b(?:subscription|private\ placement)\b
`;
const exchanged = pattern("i")`\b(?:merger|business\ combination|in\ exchange\ for|converted\ into)\b`;

/** "not a grant of", "no shares were granted", "may be granted" */
const denied = pattern(
  "i",
)`\b(?:not|never|may\ be|none)\b | \bno\ (?:\w+\ ){0,3}(?:shares|units|options|awards?|grants?)\b`;

/** Reads whether securities from the issuer were an award, pay or the settlement of an award, or cost nothing. */
export function readAward({ lower, sentences }: NoteText): Stated<Award> | null {
  if (!/\blieu\b|grant|award|vesting|settlement|for no /.test(lower)) return null;
  for (const { text, start } of sentences) {
    if (bought.test(text) || denied.test(text)) continue;
    const award = inLieu.exec(text) ?? (exchanged.test(text) ? null : (granted.exec(text) ?? settled.exec(text)));
    const found = award ?? forNothing.exec(text);
    if (!found) continue;
    const spans: Stated<Award>["spans"] = [[start + found.index, start + found.index + found[0].length]];
    return { value: award ? "award" : "no consideration", spans };
  }
  return null;
}
