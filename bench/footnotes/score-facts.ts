import { FACT_NAMES } from "@/lib/footnotes/fact-names";
import type { PublishedFacts } from "@/lib/footnotes/published-facts";
import { publishedFacts } from "@/lib/footnotes/published-facts";
import { readFacts } from "@/lib/footnotes/read-facts";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";

/** A footnote as labelled by a person, and as read by the program. */
export type ReadNote = { text: string; label: PublishedFacts; found: PublishedFacts };

/** A value that only one of the two has, or that both have but from different words. */
export type Miss = { key: string; note: number; kind: "missing" | "wrong"; value: string; span: Span | null };

export type FactScore = {
  key: string;
  /** The number of values labelled, values found, and values found that are right. */
  labelled: number;
  found: number;
  right: number;
  /** Footnotes with a value labelled or found, and those among them without a miss. */
  notes: number;
  notesRight: number;
};

export type Scores = {
  facts: FactScore[];
  notes: number;
  /** Footnotes in which every fact is right. */
  notesRight: number;
  /** Of the holders whose name is right: how many, and how many of the right kind. */
  holderKinds: { holders: number; right: number };
  misses: Miss[];
};

/** The share, or null if there is nothing to divide by. */
export const shareFound = (part: number, of: number): number | null => (of === 0 ? null : part / of);
export const precision = ({ right, found }: FactScore) => shareFound(right, found);
export const recall = ({ right, labelled }: FactScore) => shareFound(right, labelled);

/** One value of one fact: what is compared, and where it is stated. */
type Pair = { value: string; spans: Span[]; kind: unknown };

/** Compares values and their spans, fact by fact. Schedules, roles and what is received are not compared. */
export function scoreFacts(notes: readonly ReadNote[]): Scores {
  const known = FACT_NAMES.map(({ key }) => key);
  const others = notes.flatMap(({ label, found }) => [...Object.keys(label.facts), ...Object.keys(found.facts)]);
  const facts = [...new Set([...known, ...others])].map(
    (key): FactScore => ({ key, labelled: 0, found: 0, right: 0, notes: 0, notesRight: 0 }),
  );
  const scores: Scores = {
    facts,
    notes: notes.length,
    notesRight: 0,
    holderKinds: { holders: 0, right: 0 },
    misses: [],
  };
  for (const [index, { label, found }] of notes.entries()) {
    const before = scores.misses.length;
    for (const score of facts) scoreNote(scores, score, index, pairs(score.key, label), pairs(score.key, found));
    if (scores.misses.length === before) scores.notesRight++;
  }
  return scores;
}

function scoreNote(scores: Scores, score: FactScore, note: number, labelled: Pair[], found: Pair[]) {
  if (labelled.length + found.length === 0) return;
  const open = [...labelled];
  const wrong = found.filter((pair) => {
    const at = open.findIndex(({ value, spans }) => value === pair.value && overlap(spans, pair.spans));
    const [match] = at < 0 ? [] : open.splice(at, 1);
    if (match && score.key === "holder") {
      scores.holderKinds.holders++;
      if (match.kind === pair.kind) scores.holderKinds.right++;
    }
    return !match;
  });
  const miss = (kind: Miss["kind"]) => (pair: Pair) =>
    scores.misses.push({ key: score.key, note, kind, value: pair.value, span: pair.spans[0] ?? null });
  open.forEach(miss("missing"));
  wrong.forEach(miss("wrong"));
  score.labelled += labelled.length;
  score.found += found.length;
  score.right += found.length - wrong.length;
  score.notes++;
  if (open.length + wrong.length === 0) score.notesRight++;
}

const overlap = (some: Span[], others: Span[]): boolean =>
  some.some(([start, end]) => others.some((other) => start < other[1] && other[0] < end));

/** Each element of a list is a value with its own span. Anything else is one value. */
function pairs(key: string, { facts, spans }: PublishedFacts): Pair[] {
  const fact = facts[key];
  if (fact === undefined) return [];
  const all = spans[key] ?? [];
  const values = Array.isArray(fact) ? fact : [fact];
  return values.map((value, index) => ({
    value: JSON.stringify(compared(key, value)),
    spans: Array.isArray(fact) ? all.slice(index, index + 1) : all,
    kind: fieldsOf(value).kind,
  }));
}

const LEFT_OUT = ["schedule", "role", "of"];

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};

function compared(key: string, value: unknown): unknown {
  if (typeof value !== "object") return folded(value);
  const fields = fieldsOf(value);
  if (key === "holder") return bareName(String(fields.name));
  return Object.keys(fields)
    .filter((name) => !LEFT_OUT.includes(name))
    .sort()
    .map((name) => {
      const field = fields[name];
      return [name, Array.isArray(field) ? field.map(folded).sort() : folded(field)];
    });
}

const folded = (value: unknown): unknown =>
  typeof value === "string" ? value.toLowerCase().replace(/\s+/g, " ").trim() : value;

const leadingWord = /^(?:the|an?|his|her|its|their)\s+/;
const trustDate = pattern()`
  ,?\s*\(? (?:
    u\/?a\/?d | u\/?t\/?d | u\/?d\/?t | u\/?a | u\/?t | d\/?t\/?d | dtd | dated |
    under\s+(?:an?\s+)?(?:(?:trust|declaration\s+of\s+trust)\s+)?agreement\s+dated
  ) \.? (?:\s+as\s+of)? \s+[\w ,./-]*\d{2,4}\)?$
`;

/** A name without its article, the date of a trust, and punctuation at the end. */
function bareName(name: string): string {
  const trim = (text: string) => text.replace(/[\s.,;:]+$/, "");
  return trim(trim(String(folded(name)).replace(leadingWord, "")).replace(trustDate, ""));
}

/** Where the words of each fact first occur in a footnote. A person finds words more easily than offsets. */
const spansOf = (text: string, words: Record<string, string[]>): Record<string, Span[]> =>
  Object.fromEntries(
    Object.entries(words).map(([key, all]) => [
      key,
      all.map((each): Span => {
        const start = text.indexOf(each);
        if (start < 0) throw new Error(`“${each}” is not in the footnote “${text}”.`);
        const before = [...text.slice(0, start)].length;
        return [before, before + [...each].length];
      }),
    ]),
  );

/** Footnotes labelled by hand, from JSON lines: all of them, or every other line. */
export const labelledNotes = (content: string, which?: "odd" | "even"): ReadNote[] =>
  content
    .split("\n")
    .filter((line, index) => line.trim() !== "" && (which === undefined || (index % 2 === 0) === (which === "odd")))
    .map((line) => {
      const { text, facts, words, spans = spansOf(text, words) } = JSON.parse(line);
      return { text, label: { facts, spans }, found: publishedFacts(text, readFacts(text)) };
    });
