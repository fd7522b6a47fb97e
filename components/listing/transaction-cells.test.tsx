import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { transactionLines } from "@/lib/lists/transaction-lines";
import { entryForTest } from "@/testing/entry-for-test";
import { Value } from "./transaction-cells";

const SALE = {
  transactionCode: "S",
  acquiredDisposedCode: "D",
  transactionDate: "2025-06-10",
  transactionShares: "100",
  pricePerShare: "10.00",
} as const;

test("on phones, the price below the value says that it is an average", () => {
  const entry = entryForTest([SALE]);
  const price = { isAverage: true, range: null, footnoteId: "F1" };
  const trade = { plan: null, currency: null, covers: [], price };
  const [filed, average] = transactionLines([{ entry, rows: entry.rows }]).flatMap((line) =>
    [line, { ...line, derived: { ...line.derived, trade } }].map((each) =>
      renderToStaticMarkup(<Value line={each} />).replaceAll(/<[^>]*>/g, " "),
    ),
  );
  expect(filed).toContain("−100 at $10.00");
  expect(average).toContain("−100 at avg $10.00");
});
