import { expect, test } from "vitest";
import type { Implausible } from "@/lib/record/implausible";
import { tradeEvents } from "@/lib/series/trade-events";
import { rowForTest } from "@/testing/row-for-test";
import { tradeReadout } from "./trade-readout";

const sale = (line: number, transactionShares: string) =>
  rowForTest({
    line,
    transactionDate: "2025-06-10",
    transactionCode: "S",
    acquiredDisposedCode: "D",
    transactionShares,
    pricePerShare: "2",
  });

const lostPoint: Implausible = {
  field: "transactionShares",
  reason: "balances",
  cause: "decimal point",
  comparedWith: { amount: "300", times: "100", trades: null, footnoteId: null },
};

test("a sum of trades leaves out the shares and value of an implausible one, and says so: 100 + 200", () => {
  const faulty = sale(3, "30000");
  const rows = [sale(1, "100"), sale(2, "200"), { ...faulty, derived: { ...faulty.derived, implausible: lostPoint } }];
  const [event, ...others] = tradeEvents(rows);
  if (!event) throw new Error();
  const { parts } = tradeReadout(
    { events: [event, ...others], day: event.day, value: "600", radius: 5 },
    { group: "sale", label: "Sale", codes: "S", summedBy: "day", marks: [], count: 3, value: "600", valueMissing: 1 },
    new Map(),
    { insider: "Ingrid Tollefsen", issuer: null, rowHref: () => "", tradesHref: () => "" },
  );
  expect(parts.map(({ text }) => text).slice(0, 4)).toEqual(["3 trades", "−300 Common Stock", "$600", "1 implausible"]);
});
