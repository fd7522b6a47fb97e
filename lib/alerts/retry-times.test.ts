import { describe, expect, test } from "vitest";
import { MOST_TRIES, nextTryAt, retryAfter } from "@/lib/alerts/retry-times";

const AT = Date.UTC(2026, 10, 27, 12);
const SECOND = 1_000;
const HOUR = 3_600_000;

describe("the next try", () => {
  test("follows after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h; after ten tries there is none", () => {
    const waits = Array.from({ length: MOST_TRIES }, (_, index) => {
      const next = nextTryAt({ tries: index + 1, at: AT, random: 0 });
      return next === null ? null : (next - AT) / SECOND;
    });
    expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, null]);
  });

  test("comes up to a tenth later, at random", () => {
    // Half of a tenth of 2 h is 6 min.
    expect(nextTryAt({ tries: 4, at: AT, random: 0.5 })).toBe(AT + 2 * HOUR + 360 * SECOND);
  });

  test("waits as long as the receiver asks, but no less than planned and no more than a day", () => {
    const wait = (tries: number, asked: number) => {
      const next = nextTryAt({ tries, at: AT, notBefore: AT + asked, random: 0 });
      return next === null ? null : next - AT;
    };
    expect(wait(1, HOUR)).toBe(HOUR);
    expect(wait(3, SECOND)).toBe(HOUR / 2);
    expect(wait(1, 400 * HOUR)).toBe(24 * HOUR);
    expect(wait(MOST_TRIES, HOUR)).toBeNull();
  });
});

describe("Retry-After", () => {
  test("is a number of seconds or a date", () => {
    expect(retryAfter("120", AT)).toBe(AT + 120 * SECOND);
    expect(retryAfter("Fri, 27 Nov 2026 13:00:00 GMT", AT)).toBe(AT + HOUR);
  });

  test("is ignored if it is neither", () => {
    expect([undefined, "", "soon", "-5", "1.5", "1e9", "Fri, soon GMT"].map((h) => retryAfter(h, AT))).toEqual(
      Array(7).fill(null),
    );
  });
});
