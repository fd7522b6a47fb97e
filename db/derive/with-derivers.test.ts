import type { Pool } from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import { startDeriver } from "@/db/derive/deriver";
import type { Order } from "@/db/derive/do-order";
import { withDerivers } from "@/db/derive/with-derivers";

vi.mock("@/db/derive/deriver", () => ({
  startDeriver: vi.fn(() => ({ derive: async () => 1, stop() {}, end() {} })),
}));

beforeEach(() => vi.mocked(startDeriver).mockClear());

const pool = { options: { connectionString: "postgres://nobody@127.0.0.1:1/none" } } as Pool;
const order: Order = { kind: "in place", issuerCiks: ["1"], onlyWaiting: false };

const doAll = async (...rounds: Order[][]) => {
  let done = 0;
  await withDerivers(pool, { inProcesses: true, signal: new AbortController().signal }, async (doOrders) => {
    for (const orders of rounds) await doOrders(orders, { onDone: (_, filings) => (done += filings) });
  });
  return { done, started: vi.mocked(startDeriver).mock.calls.length };
};

test("starts no process without an order, and no more than there are orders", async () => {
  expect(await doAll([])).toEqual({ done: 0, started: 0 });
  expect(await doAll([order])).toEqual({ done: 1, started: 1 });
});

test("uses the same processes for further orders", async () => {
  expect(await doAll([order], [], [order])).toEqual({ done: 2, started: 1 });
});
