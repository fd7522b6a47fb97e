import { expect, test } from "vitest";
import { NOTHING_DERIVED, UNDERIVED_FILING } from "@/lib/record/derived-filing";
import { entryForTest } from "@/testing/entry-for-test";
import { lineThatTraded } from "./line-that-traded";

const place = (holdingLine: string, linePosition: number) => ({ ...NOTHING_DERIVED, holdingLine, linePosition });

test("is the line in which most shares were traded, at its last row in the filing", () => {
  const entry = entryForTest([
    { transactionCode: "S", transactionShares: "60" },
    { transactionCode: "S", transactionShares: "100" },
    { transactionCode: "S", transactionShares: "60" },
    { kind: "holding", sharesOwnedFollowing: "9000" },
  ]);
  const rows = {
    "I-1": place("direct", 8),
    "I-2": place("trust", 2),
    "I-3": place("direct", 7),
    "I-4": place("other", 1),
  };
  // 60 + 60 direct against 100 in the trust. Row 1 comes after row 3 on the line.
  expect(lineThatTraded({ ...entry, derived: { ...UNDERIVED_FILING, rows } })).toBe("0000000001-25-000001#I-1");
});

test("is none if no transaction of Table I states a balance", () => {
  const entry = entryForTest([{ tableNumber: "II", transactionCode: "M" }, { kind: "holding" }]);
  const rows = { "II-1": place("option", 1), "I-2": place("direct", 1) };
  expect(lineThatTraded({ ...entry, derived: { ...UNDERIVED_FILING, rows } })).toBeNull();
});
