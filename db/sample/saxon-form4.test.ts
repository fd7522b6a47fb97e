import { readFileSync } from "node:fs";
import Big from "big.js";
import { describe, expect, test } from "vitest";
import { saxonForm4 } from "@/db/sample/saxon-form4";
import { type DocumentNode, nodeAt } from "@/lib/edgar/ownership-document";

const { document, unread } = saxonForm4;

const at = (pointer: string): DocumentNode | undefined =>
  pointer
    .slice(1)
    .split("/")
    .reduce(
      (node: DocumentNode | undefined, key) => (Array.isArray(node) ? node[Number(key)] : nodeAt(node, [key])),
      document,
    );

const valueIn = (row: DocumentNode | undefined, group: string, name: string) =>
  String(nodeAt(row, [group, name, "value"]));

describe("the Saxon Form 4", () => {
  test("154,377 + 13,200 = 167,577; − 5,688 = 161,889; − 1,975 = 159,914", () => {
    const balances = document.nonDerivativeTable.map((row) => {
      const shares = Big(valueIn(row, "transactionAmounts", "transactionShares"));
      const following = valueIn(row, "postTransactionAmounts", "sharesOwnedFollowingTransaction");
      const acquired = valueIn(row, "transactionAmounts", "transactionAcquiredDisposedCode") === "A";
      return {
        before: Big(following)
          .minus(acquired ? shares : shares.neg())
          .toString(),
        following,
      };
    });
    expect(balances).toEqual([
      { before: "154377", following: "167577" },
      { before: "167577", following: "161889" },
      { before: "161889", following: "159914" },
    ]);
  });

  test("what is unread has its place, and nothing in it", () => {
    for (const pointer of unread) {
      expect([null, { value: null, footnotes: [] }], pointer).toContainEqual(at(pointer));
    }
  });

  test("every note reads as on the scan, without the scan's line breaks and numbers", () => {
    const scan = readFileSync(new URL("saxon-form4.txt", import.meta.url), "utf8")
      .replaceAll("\\$", "$")
      .replace(/\s*\n\s*\(3\)\s/, " ")
      .replaceAll(/\s+/g, " ");
    for (const { text } of document.footnotes) expect(scan).toContain(text);
  });

  test("every amount and date is on the scan", () => {
    const scan = readFileSync(new URL("saxon-form4.txt", import.meta.url), "utf8").replaceAll(",", "");
    const printed = JSON.stringify([document.nonDerivativeTable, document.derivativeTable])
      .match(/"value":"[\d.-]+"/g)
      ?.map((match) => match.slice(9, -1).replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$2/$3/$1"));
    expect(printed?.length).toBeGreaterThan(15);
    for (const text of printed ?? []) expect(scan).toContain(text);
  });
});
