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
  ) {}

  static of(text: string): RewrittenText {
    return new RewrittenText(text, null);
  }

  /** Replaces what a global pattern matches. Words that stay the same at either end keep their places. */
  replace(pattern: RegExp, by: string | ((match: RegExpExecArray) => string)): RewrittenText {
    const { text } = this;
    let rewritten = "";
    const starts: number[] = [];
    const ends: number[] = [];
    let at = 0;
    const keep = (until: number) => {
      for (; at < until; at++) {
        const [start, end] = this.toFiled([at, at + 1]);
        starts.push(start);
        ends.push(end);
        rewritten += text[at];
      }
    };
    for (const match of placesOf(text, pattern, MOST)) {
      const words = match[0];
      const instead = typeof by === "string" ? by : by(match);
      if (instead === words) continue;
      const same = sameAtStart(words, instead);
      const sameBehind = sameAtEnd(words.slice(same), instead.slice(same));
      keep(match.index + same);
      const until = match.index + words.length - sameBehind;
      const [start, end] =
        until > at ? this.toFiled([at, until]) : [this.toFiled([at, at + 1])[0], this.toFiled([at, at + 1])[0]];
      for (const letter of instead.slice(same, instead.length - sameBehind)) {
        rewritten += letter;
        starts.push(start);
        ends.push(end);
      }
      at = until;
      // The same letters, though perhaps as capitals.
      for (const letter of instead.slice(instead.length - sameBehind)) {
        const [start, end] = this.toFiled([at, ++at]);
        rewritten += letter;
        starts.push(start);
        ends.push(end);
      }
    }
    if (at === 0 && rewritten === "") return this;
    keep(text.length);
    return new RewrittenText(rewritten, { starts, ends });
  }

  /** Where words of this text are in the text as filed. */
  toFiled([start, end]: Span): Span {
    if (this.places === null) return [start, end];
    const { starts, ends } = this.places;
    return [starts[start] ?? ends.at(-1) ?? 0, ends[end - 1] ?? 0];
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
