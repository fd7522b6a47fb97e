/** Search words that a note must contain, and those that it must not contain, each as quoted in a sentence. */
type Alternative = { has: string[]; lacks: string[] };

const term = /(-?)(?:"([^"]*)"?|([^\s"]+))/g;

/** The alternatives separated by `or`. A term without a letter or digit asks for nothing. */
function alternatives(q: string): Alternative[] {
  const found: Alternative[] = [{ has: [], lacks: [] }];
  for (const [, sign, phrase, word = ""] of q.replace(/[“”„]/g, '"').matchAll(term)) {
    const text = (phrase ?? word).trim();
    if (phrase === undefined && sign === "" && word.toLowerCase() === "or") found.push({ has: [], lacks: [] });
    else if (/[\p{L}\p{N}]/u.test(text)) found.at(-1)?.[sign === "" ? "has" : "lacks"].push(quoted(text));
  }
  return found.filter(({ has, lacks }) => has.length + lacks.length > 0);
}

/** `vest*` is any word with this beginning. */
const quoted = (text: string) => `“${text.replace(/\*+$/, "…")}”`;

const joined = (terms: readonly string[], word: string) =>
  terms.length < 2 ? terms.join("") : `${terms.slice(0, -1).join(", ")} ${word} ${terms.at(-1)}`;

const told = ({ has, lacks }: Alternative) =>
  lacks.length === 0 ? joined(has, "and") : `${joined(has, "and")} but not ${joined(lacks, "or")}`;

/**
 * Describes what a search finds: `"weighted average" vest* -tax` gives “weighted average” and “vest…” but not “tax”. Null if some
 * alternative requires no words.
 */
export function describeWords(q: string): string | null {
  const asked = alternatives(q);
  if (asked.length === 0 || asked.some(({ has }) => has.length === 0)) return null;
  const isPlain = asked.every(({ has, lacks }) => has.length === 1 && lacks.length === 0);
  return isPlain ? joined(asked.map(told), "or") : asked.map(told).join(", or ");
}
