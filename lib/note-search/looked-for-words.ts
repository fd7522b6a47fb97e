import { LONGEST_QUERY } from "@/lib/filters/search-query";

/** A part of a search in notes. */
export type LookedFor =
  /** Words, phrases, minus and `or` between them, which PostgreSQL reads. */
  | { kind: "words"; text: string }
  /** Any word with this beginning, or no such word. */
  | { kind: "beginning"; word: string; isExcluded: boolean };

/** A phrase up to its second quote or the end, or the text between spaces, each with any minus before it. */
const TERM = /-*"[^"]*"?|[^\s"]+/g;
const BEGINNING = /^(-*)([^*"]*[\p{L}\p{N}][^*"]*)\*+$/u;

/**
 * Reads a query as alternatives, each with parts that must all match; empty for an empty query. PostgreSQL's web search syntax
 * does not support beginnings of words (`vest*`). So only a query with such beginnings is split here, at them and at `or`;
 * everything else is left unchanged. An asterisk in quotes is ignored.
 */
export function lookedForWords(q: string): LookedFor[][] {
  const text = Array.from(q.normalize("NFC").replace(/\p{C}+/gu, " "))
    .slice(0, LONGEST_QUERY)
    .join("")
    .replace(/[“”„]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
  if (text === "") return [];
  const terms = (text.match(TERM) ?? []).map(withoutSlashes);
  if (!terms.some((term) => BEGINNING.test(term))) return [[{ kind: "words", text: terms.join(" ") }]];
  const alternatives: LookedFor[][] = [[]];
  for (const term of terms) {
    const parts = alternatives.at(-1) ?? [];
    if (/^or$/i.test(term)) alternatives.push([]);
    else addTerm(parts, term);
  }
  return alternatives.filter((parts) => parts.length > 0);
}

function addTerm(parts: LookedFor[], term: string) {
  const [, minus, word] = BEGINNING.exec(term) ?? [];
  const last = parts.at(-1);
  if (minus !== undefined && word !== undefined) {
    parts.push({ kind: "beginning", word, isExcluded: minus.length % 2 === 1 });
  } else if (last?.kind === "words") last.text += ` ${term}`;
  else parts.push({ kind: "words", text: term });
}

/**
 * Notes are searched with a slash as a space, so `and/or` is two consecutive words. The same applies to `<`, which begins markup.
 */
function withoutSlashes(term: string): string {
  if (!/[/<]/.test(term)) return term;
  const blank = term.replace(/[/<]/g, " ");
  if (/["*]/.test(term)) return blank;
  const [minus = ""] = /^-*/.exec(term) ?? [];
  return `${minus}"${blank.slice(minus.length)}"`;
}
