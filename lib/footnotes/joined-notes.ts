import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";

/** A note as filed, in the document's order. The remarks come last, with the id `remarks`. */
export type FiledNote = { id: string | null; text: string };

/** A note, or several that EDGAR's length limit cut, to be read as one. */
export type JoinedNote<N extends FiledNote> = {
  notes: readonly N[];
  /** Without the marks of the cut: "(continued from footnote 2)". For a single note, its text. */
  text: string;
  /** The places in the notes of a span of the joined text. There is more than one if the span crosses a cut. */
  toNotes: (span: Span) => { note: N; span: Span }[];
};

const REMARKS = "remarks";
/**
 * EDGAR accepts 1,000 characters per note. Filers stop somewhat earlier, at the end of a word: in the filings we measured, after
 * 936 to 975 characters, not counting spaces at the ends.
 */
const NEAR_LIMIT = 900;

const continued = pattern()`cont(?:inued|inuation|inues|['’]?d|\.)`;
const place = pattern()`
  (?:the\s+)? (?:(?:previous|prior|preceding|next|following)\s+)? (?:
    (?:foot\s?-?notes?|notes?|fns?|f)\.?\s*\#?\s*\(?\s*(?<number>\d{1,3})\)? |
    (?<remarks>remarks?(?:\s+(?:section|below|above))?) | foot\s?-?notes? | notes? | above | below | page
  )
`;
/** "(continued from footnote 2)", "Footnote 2 (continued):", "[cont'd]" at the beginning. */
const comesFrom = pattern("i")`
  ^[\s("'“\[*.…–-]* (?:
      ${continued},?\s+(?:from|of)\s+${place} |
      (?:foot\s?-?note|note|fn)\s*\#?\s*\(?(?<own>\d{1,3})\)?,?\s*[-–(\[]*\s*${continued}
    ) [\s)\]:.…,*–-]* |
  ^\s*[(\[]\s*${continued}\s*[)\]][\s:.…–-]* | ^\s*${continued}\s*:\s*
`;
/** "(continued in footnote 3)", "… continued on next footnote", "[cont'd]" at the end. */
const goesTo = pattern("i")`
  [\s("'“\[*.…–-]*\b (?:footnote\s+|text\s+|note\s+)? ${continued} \s+ (?:in|on|to|at|under|with|as) \s+
    ${place} [\s)\]"”.…*–-]*$ |
  \s*[(\[]\s*${continued}\s*[)\]][\s.…–-]*$
`;
/** Any note that {@link goesTo} finds. Most notes have no such word, and this looks at each letter once. */
const mayContinue = /cont(?:in|['’]?d|\.)/i;

const endsSentence = /(?:[.!?:;]["”'’)\]]*|[.!?][)\]"”]*\s*\(\d+\))$/;
const cannotEnd =
  /(?:,|\b(?:the|an?|of|and|or|by|to|in|for|with|from|that|which|is|are|as|at|on|its|his|her|their)|[(“"])$/i;
const beginsInside = /^(?:[a-z,;)]|\W*(?:and|or|of|which|that)\b)/;

type Piece<N> = { note: N; at: number; from: number; length: number };

/** All notes in order, each once. Notes that continue each other are joined at the place of the first. */
export function joinedNotes<N extends FiledNote>(notes: readonly N[]): JoinedNote<N>[] {
  const next = links(notes);
  const isContinuation = new Set(next.values());
  return notes.flatMap((note, index) => {
    if (isContinuation.has(index)) return [];
    const chain: N[] = [note];
    for (let at = next.get(index); at !== undefined; at = next.get(at)) {
      const following = notes[at];
      if (following) chain.push(following);
    }
    return [join(chain)];
  });
}

/** By the index of a note, the index of the note that continues it. */
function links(notes: readonly FiledNote[]): Map<number, number> {
  const next = new Map<number, number>();
  const before = new Map<number, number>();
  const lastOf = (index: number): number => {
    const after = next.get(index);
    return after === undefined ? index : lastOf(after);
  };
  const link = (from: number, to: number) => {
    if (from < 0 || to < 0 || to >= notes.length || before.has(to)) return;
    const end = lastOf(from);
    if (end === to || lastOf(to) === end) return;
    next.set(end, to);
    before.set(to, end);
  };
  const named = (groups: RegExpExecArray["groups"], neighbour: number): number => {
    const number = groups?.number ?? groups?.own;
    const id = groups?.remarks ? REMARKS : number && `F${Number(number)}`;
    const at = id ? notes.findIndex((note) => note.id === id) : -1;
    return at < 0 ? neighbour : at;
  };
  for (const [index, { text }] of notes.entries()) {
    const from = comesFrom.exec(text);
    if (from) link(named(from.groups, index - 1), index);
  }
  for (const [index, { text }] of notes.entries()) {
    if (next.has(index)) continue;
    const to = mayContinue.test(text) ? goesTo.exec(text) : null;
    if (to) link(index, named(to.groups, index + 1));
    else if (isCut(text, notes[index + 1]?.text)) link(index, index + 1);
  }
  return next;
}

/** A note near the limit ends within a sentence, and the next one begins within a sentence. */
function isCut(text: string, following: string | undefined): boolean {
  const ending = text.trimEnd();
  if (following === undefined || ending.length < NEAR_LIMIT || endsSentence.test(ending)) return false;
  return cannotEnd.test(ending) || beginsInside.test(following.trimStart());
}

function join<N extends FiledNote>(notes: readonly N[]): JoinedNote<N> {
  const [only] = notes;
  if (only && notes.length === 1) {
    return { notes, text: only.text, toNotes: (span) => [{ note: only, span }] };
  }
  const pieces: Piece<N>[] = [];
  let text = "";
  for (const [index, note] of notes.entries()) {
    const start = index === 0 ? 0 : (comesFrom.exec(note.text)?.[0].length ?? 0);
    const end = index === notes.length - 1 ? note.text.length : (goesTo.exec(note.text)?.index ?? note.text.length);
    const part = note.text.slice(start, Math.max(start, end));
    const from = start + part.length - part.trimStart().length;
    const words = part.trim();
    if (text !== "") text += " ";
    pieces.push({ note, at: text.length, from, length: words.length });
    text += words;
  }
  const toNotes = ([start, end]: Span) =>
    pieces.flatMap(({ note, at, from, length }) => {
      const [first, last] = [Math.max(start, at), Math.min(end, at + length)];
      const span: Span = [first - at + from, last - at + from];
      return first < last ? [{ note, span }] : [];
    });
  return { notes, text, toNotes };
}
