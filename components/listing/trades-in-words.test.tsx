import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { sumTrades } from "@/lib/series/trade-sums";
import { TradesInWords } from "./trades-in-words";

const none = sumTrades([]);

test("says in brackets what share of the sales was under a plan, and how many sold shares held indirectly", () => {
  const bought = { ...none.bought, rows: 1, shares: "10", value: "1000", indirect: 1 };
  const sold = { ...none.sold, rows: 4, shares: "100", value: "2000000", underPlan: "500000", indirect: 3 };
  const words = renderToStaticMarkup(<TradesInWords sums={{ ...none, bought, sold }} />).replace(/<[^>]*>/g, "");
  expect(words).toBe(
    "bought $1.0K in 1 purchase (of shares held indirectly) and sold $2.0M in 4 sales (25% of it under a 10b5-1 plan; 3 of shares held indirectly)",
  );
});

test("says of an issuer's insiders too that others held what they report", () => {
  const sold = { ...none.sold, rows: 3, shares: "100", value: "46400000", indirect: 3 };
  const who = { bought: "no insiders", sold: "one insider" };
  const words = renderToStaticMarkup(<TradesInWords sums={{ ...none, sold }} who={who} />).replace(/<[^>]*>/g, "");
  expect(words).toBe("one insider sold $46.4M in 3 sales (all of shares held indirectly)");
});
