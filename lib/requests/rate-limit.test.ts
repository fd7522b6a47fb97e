import { expect, test } from "vitest";
import { RateLimit } from "./rate-limit";

test("lets a client make its requests of a minute at once, and then one whenever the next is due", () => {
  const limit = new RateLimit(3);
  expect([0, 0, 0, 0].map((now) => limit.take("a", now))).toEqual([null, null, null, 20]);
  // Three a minute is one in 20 seconds.
  expect(limit.take("a", 19_000)).toBe(1);
  expect(limit.take("a", 20_000)).toBeNull();
  expect(limit.take("a", 20_000)).toBe(20);
});

test("counts each client by itself, and a full minute restores everything", () => {
  const limit = new RateLimit(1);
  expect([limit.take("a", 0), limit.take("b", 0), limit.take("a", 1), limit.take("a", 60_000)]).toEqual([
    null,
    null,
    60,
    null,
  ]);
});

test("clients beyond the most it remembers share one allowance, until others have been quiet for a minute", () => {
  const limit = new RateLimit(1, 2);
  expect([limit.take("a", 0), limit.take("b", 0), limit.take("c", 0), limit.take("d", 0)]).toEqual([
    null,
    null,
    null,
    60,
  ]);
  expect([limit.take("e", 60_000), limit.take("f", 60_000), limit.take("g", 60_000)]).toEqual([null, null, null]);
  expect(limit.take("h", 60_000)).toBe(60);
});

test("a clock that is set back gives nothing away", () => {
  const limit = new RateLimit(1);
  expect([limit.take("a", 100_000), limit.take("a", 0), limit.take("a", 159_999)]).toEqual([null, 60, 1]);
});
