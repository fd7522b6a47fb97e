import { type Words, wordsAt } from "./words";

const LONGEST = 2_000;
/** ", subject to continued service through each vesting date": these words belong to the whole list. */
const condition = /,?\s+(?:subject\s+to|provided|in\s+each\s+case)\b/;

/**
 * Sentences, each joined with the items of its list: "25% on January 1, 2012; 25% on January 1, 2013". An item follows a
 * semicolon and has no verb of its own, unless its mark says that it is one.
 */
export function withLists(
  text: string,
  sentences: readonly Words[],
  verb: RegExp,
  item?: RegExp,
  marked?: RegExp,
): Words[] {
  return sentences.reduce<Words[]>((joined, sentence) => {
    const last = joined.at(-1);
    if (
      last?.text.endsWith(";") &&
      last.text.length < LONGEST &&
      verb.test(last.text.toLowerCase()) &&
      (marked?.test(sentence.text) || !verb.test(sentence.text.toLowerCase().split(condition)[0] ?? "")) &&
      (item?.test(sentence.text) ?? true)
    ) {
      joined[joined.length - 1] = wordsAt(text, last.start, sentence.end);
    } else joined.push(sentence);
    return joined;
  }, []);
}
