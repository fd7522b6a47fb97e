import { expect, test } from "vitest";
import { lastDigestAt } from "@/lib/alerts/digest-time";

const last = (rate: "daily" | "weekly", now: string) => new Date(lastDigestAt(rate, Date.parse(now))).toISOString();

test("a daily digest is due at 7 in the morning in New York", () => {
  // Winter: 12:00 UTC. November 27, 2026 is a Friday.
  expect(last("daily", "2026-11-27T12:00:00Z")).toBe("2026-11-27T12:00:00.000Z");
  expect(last("daily", "2026-11-27T11:59:59Z")).toBe("2026-11-26T12:00:00.000Z");
  // At 1:00 UTC it is still the day before in New York.
  expect(last("daily", "2026-11-28T01:00:00Z")).toBe("2026-11-27T12:00:00.000Z");
});

test("the time is that of the clock when it changes", () => {
  // Clocks went forward on March 8, 2026, and back on November 1.
  expect(last("daily", "2026-03-07T20:00:00Z")).toBe("2026-03-07T12:00:00.000Z");
  expect(last("daily", "2026-03-08T20:00:00Z")).toBe("2026-03-08T11:00:00.000Z");
  expect(last("daily", "2026-11-01T11:30:00Z")).toBe("2026-10-31T11:00:00.000Z");
  expect(last("daily", "2026-11-01T12:00:00Z")).toBe("2026-11-01T12:00:00.000Z");
});

test("a weekly digest is due on Monday at 7", () => {
  // Monday, November 23.
  expect(last("weekly", "2026-11-23T12:00:00Z")).toBe("2026-11-23T12:00:00.000Z");
  expect(last("weekly", "2026-11-29T23:00:00Z")).toBe("2026-11-23T12:00:00.000Z");
  expect(last("weekly", "2026-11-23T11:59:00Z")).toBe("2026-11-16T12:00:00.000Z");
});
