import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import type { Stated, TransferKind } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import { distributions } from "./transfer-distributions";
import { transfersOf } from "./transfer-sides";
import { asGift, causeByLaw, isDone, kindByLaw, type Movement } from "./transfer-words";

const anyMovement = pattern("i")`
  transfer | distribut | contribut | convey | inherit | bequest | bequeath | divorce | domestic\ relations |
  marital | dissolution\ of | former\ spouse | form\ of | received | annuity | estate | retitl | re-titl |
  assign | deposited | moved | rolled | return | registered | will\ (?:of|and|or) | by\ will | journal |
  direct\ ownership | from\ (?:in)?direct | qdro | placed | funding | acquired\ from | death | released |
  reverted
`;

/**
 * Reads whether reported securities moved without a sale or gift. The first stated movement counts, if its other side is stated.
 */
export function readTransfer({ lower, sentences }: NoteText): Stated<{ kind: TransferKind }> | null {
  if (!anyMovement.test(lower)) return null;
  let unsaid: Movement | null = null;
  for (const { text, start } of sentences) {
    if (!anyMovement.test(text)) continue;
    for (const { kind, span } of movements(text)) {
      const found: Movement = { kind, span: [span[0] + start, span[1] + start] };
      if (kind !== "other") return stated(found);
      unsaid ??= found;
    }
  }
  return unsaid && stated(unsaid);
}

const stated = ({ kind, span }: Movement): Stated<{ kind: TransferKind }> => ({ value: { kind }, spans: [span] });

/** In the order of the text. */
function movements(sentence: string): Movement[] {
  const found = [...distributions(sentence), ...transfersOf(sentence), ...changesOfForm(sentence), ...byLaw(sentence)];
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

const changeOfForm = pattern("gi")`
  \b (?:chang(?:es?|ed|ing)|conversion) \s+ (?:in|of|to)? \s* (?:the\s+|its\s+|their\s+|only\s+)?
    (?:(?:form|nature|manner|character)\s+of\s+|form\s+to\s+)? (?:the\s+|(?:his|her)\s+)?
    (?:beneficial\s+|indirect\s+|record\s+)? (?:ownership|holding) \b (?:\s+form)? |
  \bfrom\s+(?:direct\s+to\s+indirect|indirect\s+to\s+direct)\b
`;
const isForm = /\b(?:form|nature|manner|character|direct)\b/i;

/** "A change in the form of beneficial ownership" */
function* changesOfForm(sentence: string): Generator<Movement> {
  for (const match of sentence.matchAll(changeOfForm)) {
    if (!isForm.test(match[0]) || !isDone(sentence, match.index)) continue;
    yield { kind: "other", span: [match.index, match.index + match[0].length] };
  }
}

const passing = pattern("gi")`
  \b (?:
    inherit(?:ed|ance) | QDRO | bequests? | bequeathed | devised |
    (?:acquired|received|passed|disposed|disposition|acquisition|awarded|divi(?:ded|sion)|allocated|split) \b
      (?=
        [^.;]{0,140}\b (?:
          divorce | domestic\s+relations | marital | dissolution\s+of | separation\s+agreement |
          property\s+settlement | (?:last\s+)?will\s+(?:and|of) | by\s+will\b | death\s+of | estate\s+of |
          intestate | bequest | inheritance
        )
      )
  ) \b
`;

/** Divorce and inheritance, without a word for a transfer. */
function* byLaw(sentence: string): Generator<Movement> {
  for (const match of sentence.matchAll(passing)) {
    const end = match.index + match[0].length;
    const words = sentence.slice(match.index, end + 160);
    if (!isDone(sentence, match.index) || asGift.test(words)) continue;
    const cause = causeByLaw(words);
    const kind = kindByLaw(words);
    if (!cause || !kind) continue;
    yield { kind, span: [match.index, Math.max(end, match.index + cause.index + cause[0].length)] };
  }
}
