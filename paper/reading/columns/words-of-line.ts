import type { SourceLine } from "@/paper/words/source-lines";

/** A word of a table's line. `value` is the word without the marks attached to it. */
export type TypedWord = { text: string; value: string; type: WordType; from: number; to: number; gap: number };

type WordType = "marks" | "date" | "money" | "number" | "letter" | "text";

const MARKS_ALONE = /^(\(\d{1,2}\)[,;]?)+$/;
const MARKS_BEHIND = /(\(\d{1,2}\)[,;]?)+$/;

/** Words of a line, with `$ 10.13` as one. `gap` is the number of spaces before a word. */
export function typedWords(line: SourceLine): TypedWord[] {
  const words: TypedWord[] = [];
  let end = 0;
  for (const found of line.text.matchAll(/-?\$ ?-?[\d,.]*\d\S*|\S+/g)) {
    const [text] = found;
    const value = MARKS_ALONE.test(text) ? "" : text.replace(MARKS_BEHIND, "").trim();
    words.push({
      text,
      value,
      type: typeOf(value),
      from: found.index,
      to: found.index + text.length,
      gap: found.index - end,
    });
    end = found.index + text.length;
  }
  return words;
}

function typeOf(value: string): WordType {
  if (value === "") return "marks";
  if (/^\d{1,2}\/\d{1,2}(?:[+-]\d{2}:\d{2}|Z)?\/\d{4}$/.test(value)) return "date";
  if (/^-?\$( ?-?[\d,]*\.?\d*)?$/.test(value)) return "money";
  if (/^-?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/.test(value) && /\d/.test(value)) return "number";
  return /^[A-Z](\/[A-Z])?[345]?$/.test(value) ? "letter" : "text";
}

/**
 * The words of a page's lines. If a narrow cell broke a price after the `$`, its number is below it at the same place, and is
 * money too.
 */
export function wordsOfLines(lines: SourceLine[]): TypedWord[][] {
  const words = lines.map(typedWords);
  words.forEach((line, at) => {
    for (const dollar of line.filter(({ text }) => text === "$" || text === "-$")) {
      for (const below of [...(words[at + 1] ?? []), ...(words[at + 2] ?? [])]) {
        const overlaps = below.from <= dollar.to + 1 && below.to >= dollar.from - 1;
        if (below.type === "number" && overlaps) {
          below.type = "money";
          break;
        }
      }
    }
  });
  return words;
}
