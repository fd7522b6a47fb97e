const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after a failed attempt we try again, as Standard Webhooks recommends. After the tenth we do not. */
const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

export const MOST_TRIES = WAITS.length + 1;

/** Up to this share of the wait is added at random, so that messages that failed together are not sent again together. */
const JITTER = 0.1;
const LONGEST_WAIT = 24 * HOUR;

type FailedTry = {
  /** How many attempts have failed, including this one. */
  tries: number;
  /** Milliseconds, as `Date.now()` has them. */
  at: number;
  /** When the receiver allows the next attempt, in milliseconds, or null if it did not say. */
  notBefore?: number | null;
  /** From 0 up to 1. */
  random: number;
};

/** When to try again, in milliseconds, or null if there were enough attempts. A receiver may ask for at most a day. */
export function nextTryAt({ tries, at, notBefore = null, random }: FailedTry): number | null {
  const wait = WAITS[tries - 1];
  if (wait === undefined) return null;
  const asked = Math.min((notBefore ?? at) - at, LONGEST_WAIT);
  return at + Math.round(Math.max(wait, asked) * (1 + JITTER * random));
}

/** The moment that a `Retry-After` header names, in milliseconds, or null if it names none. */
export function retryAfter(header: string | undefined, at: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return at + Number(text) * SECOND;
  // Date.parse reads almost anything, but an HTTP date begins with a weekday and ends with GMT.
  const date = /^[A-Z][a-z]{2}, .* GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : date;
}
