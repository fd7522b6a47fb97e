import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { realClock } from "@/db/edgar/clock";
import { requestSlots } from "@/db/edgar/request-slots";
import { connect } from "@/db/server/client";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

// A busy machine may be slow.
vi.setConfig({ testTimeout: 30_000 });

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("two processes at full speed share one slot per 150 ms", async () => {
  const other = connect(database.url);
  const times: number[] = [];
  const ask = async (slots: ReturnType<typeof requestSlots>) => {
    for (let i = 0; i < 6; i++) {
      await slots.take();
      times.push(performance.now());
    }
  };
  await Promise.all([ask(requestSlots(database.pool)), ask(requestSlots(other.pool))]);
  await other.end();
  times.sort((a, b) => a - b);
  expect(times).toHaveLength(12);
  expect((times[11] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(11 * 150 - 110);
});

test("a process that was delayed does not catch up with a burst", async () => {
  const slots = requestSlots(database.pool);
  const times: number[] = [];
  const turns = Array.from({ length: 6 }, () => slots.take().then(() => times.push(performance.now())));
  await turns[0];
  const blockedUntil = performance.now() + 500;
  while (performance.now() < blockedUntil);
  await Promise.all(turns);
  const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
  for (const gap of gaps) expect(gap).toBeGreaterThan(40);
  expect(gaps.filter((gap) => gap < 140).length).toBeLessThanOrEqual(1);
});

test("a pause stops every process, and is reported once", async () => {
  const other = connect(database.url);
  const tell = vi.fn();
  await requestSlots(database.pool).pause(400, "EDGAR asks for fewer requests (429)");
  const started = performance.now();
  const slots = requestSlots(other.pool, { intervalMs: 1, tell });
  await Promise.all([slots.take(), slots.take()]);
  await other.end();
  expect(performance.now() - started).toBeGreaterThan(380);
  expect(tell.mock.calls).toEqual([
    [{ kind: "paused", until: expect.any(Date), reason: "EDGAR asks for fewer requests (429)" }],
  ]);
});

test("an interruption ends the wait", async () => {
  await requestSlots(database.pool).pause(60_000, "held back");
  const interrupt = new AbortController();
  const slots = requestSlots(database.pool, { clock: realClock });
  const turn = slots.take(interrupt.signal);
  setTimeout(() => interrupt.abort(), 20);
  await expect(turn).rejects.toThrow(/abort/i);
});
