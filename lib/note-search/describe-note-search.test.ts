import { expect, test } from "vitest";
import { FACT_GROUPS } from "@/lib/footnotes/fact-groups";
import { FACT_NAMES } from "@/lib/footnotes/fact-names";
import { describeAsked, noteHeadline, noteSearchTitle } from "./describe-note-search";

const exactly = (count: number) => ({ count, countAtLeast: count });
const GIFT = { key: "gift", value: "charity" };
const RANGE = { key: "price_ranges", value: null };

test("every fact is in one group", () => {
  const grouped = FACT_GROUPS.flatMap(({ facts }) => facts.map(({ name }) => name));
  expect(grouped.toSorted()).toEqual(FACT_NAMES.map(({ name }) => name).toSorted());
});

test("the headline combines words, facts, filters and the count", () => {
  const words = { q: '"weighted average"', facts: [] };
  expect(noteHeadline(words, "", exactly(1204))).toBe("1,204 footnotes contain “weighted average”");
  expect(noteHeadline(words, "filed June 9–12, 2025", exactly(1))).toBe(
    "1 footnote contains “weighted average”, filed June 9–12, 2025",
  );
  expect(noteHeadline(words, "", { count: null, countAtLeast: 10_000 })).toBe(
    "More than 10,000 footnotes contain “weighted average”",
  );
  expect(noteHeadline({ ...words, facts: [RANGE] }, "code S", exactly(0))).toBe(
    "No footnote contains “weighted average” and gives a price range, code S",
  );
  expect(noteHeadline({ q: "", facts: [RANGE, GIFT] }, "", exactly(12))).toBe(
    "12 footnotes give a price range or mention a gift (to a charity)",
  );
  expect(noteHeadline({ q: "", facts: [] }, "issuer Kestrel", exactly(7))).toBe("7 footnotes: issuer Kestrel");
});

test("words that a note need not contain are quoted as asked", () => {
  expect(describeAsked({ q: "-tax", facts: [] })).toBe("match “-tax”");
});

test("several facts are kept separate from the words", () => {
  expect(describeAsked({ q: "stock", facts: [RANGE, GIFT] })).toBe(
    "contain “stock”, and give a price range or mention a gift (to a charity)",
  );
});

test("a page is named after its search", () => {
  expect(noteSearchTitle({ q: "", facts: [] }, "")).toBe("Footnotes");
  expect(noteSearchTitle({ q: "trust", facts: [] }, "code G")).toBe("Footnotes that contain “trust”, code G");
  expect(noteSearchTitle({ q: "", facts: [] }, "code G")).toBe("Footnotes: code G");
});
