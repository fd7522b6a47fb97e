import type { Span } from "@/lib/record/stated-spans";
import { placesOf } from "./places-of";

/** More than any note has of the same words. */
const MOST = 2_000;

/** A text in other words, which knows where each of its letters was. */
export class RewrittenText {
  private constructor(
    readonly text: string,
    /** For each letter, where the words that it replaces begin and end. Null if nothing was replaced. */
    private readonly places: { starts: readonly number[]; ends: readonly number[] } | null,
    /** All in capitals, so that other words are too: readers of names ask whether capitals carry a meaning. */
    private readonly inCapitals: boolean,
  ) {}

  static of(text: string): RewrittenText {
    return new RewrittenText(text, null, !/[a-z]{2}/.test(text));
  }

  /** Replaces what a global pattern matches. Words that stay the same at either end keep their places. */
  replace(pattern: RegExp, by: string | ((match: RegExpExecArray) => string)): RewrittenText {
    const { text } = this;
    pattern.lastIndex = 0;
    // Most patterns match nothing in most notes.
    if (!pattern.test(text)) return this;
    let rewritten = "";
    const starts: number[] = [];
    const ends: number[] = [];
    let at = 0;
    const place = (start: number, end: number) => {
      starts.push(start);
      ends.push(end);
    };
    /** In one piece: a text put together letter by letter is slow to search. */
    const keep = (until: number) => {
      rewritten += text.slice(at, until);
      for (; at < until; at++) place(this.startOf(at), this.endOf(at));
    };
    for (const match of placesOf(text, pattern, MOST)) {
      const words = match[0];
      const said = typeof by === "string" ? by : by(match);
      const instead = this.inCapitals ? said.toUpperCase() : said;
      if (instead === words) continue;
      const same = sameAtStart(words, instead);
      const sameBehind = sameAtEnd(words.slice(same), instead.slice(same));
      keep(match.index + same);
      const until = match.index + words.length - sameBehind;
      const start = this.startOf(at);
      const end = until > at ? this.endOf(until - 1) : start;
      const other = instead.slice(same, instead.length - sameBehind);
      rewritten += other;
      for (let letter = 0; letter < other.length; letter++) place(start, end);
      // The same letters, though perhaps as capitals.
      rewritten += instead.slice(instead.length - sameBehind);
      for (at = until; at < until + sameBehind; at++) place(this.startOf(at), this.endOf(at));
    }
    if (at === 0 && rewritten === "") return this;
    keep(text.length);
    return new RewrittenText(rewritten, { starts, ends }, this.inCapitals);
  }

  /** Where words of this text are in the text as filed. */
  toFiled([start, end]: Span): Span {
    return [this.startOf(start), this.endOf(end - 1)];
  }

  private startOf(at: number): number {
    return this.places === null ? at : (this.places.starts[at] ?? this.places.ends.at(-1) ?? 0);
  }

  private endOf(at: number): number {
    return this.places === null ? at + 1 : (this.places.ends[at] ?? 0);
  }
}

function sameAtStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function sameAtEnd(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && lower(one, length) === lower(other, length)) length++;
  return length;
}

const lower = (text: string, fromEnd: number): string | undefined => text.at(-1 - fromEnd)?.toLowerCase();
