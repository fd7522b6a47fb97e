import { expect, test } from "vitest";
import { LEFT_OUT, NOT_SUMMED, PURCHASE, SALE } from "@/db/copy/facet-classes";
import { bitsOf, GroupParties, PartiesOfRoles } from "@/db/copy/group-parties";
import { TradingPairs } from "@/db/copy/trading-pairs";
import { blockOf } from "@/testing/trade-block";

/** Pairs from 1 on: each of two issuers with each of three owners, and with one that is not known. */
function pairsOf(): TradingPairs {
  const parties = new TradingPairs();
  const [issuers, owners] = [
    [70n, 70n, 70n, 70n, 80n, 80n, 80n, 80n],
    [5n, 6n, 7n, -1n, 5n, 6n, 7n, -1n],
  ];
  parties.add([
    {
      numbers: Int32Array.from(issuers, (_, at) => at + 1),
      issuers: BigInt64Array.from(issuers),
      owners: BigInt64Array.from(owners),
    },
  ]);
  return parties;
}

test("each party of a group counts once, and an owner without a CIK does not", () => {
  const parties = pairsOf();
  const group = new GroupParties(parties.issuers.ciks.length, parties.owners.ciks.length);
  const counts = () => [group.issuers, group.insiders, group.buyers, group.sellers];
  group.add(1, parties, bitsOf(PURCHASE));
  group.add(1, parties, bitsOf(PURCHASE));
  expect(counts()).toEqual([1, 1, 1, 0]);
  group.add(2, parties, bitsOf(SALE));
  group.add(3, parties, bitsOf(LEFT_OUT));
  expect(counts()).toEqual([1, 3, 1, 1]);
  group.add(4, parties, bitsOf(SALE));
  group.add(5, parties, bitsOf(NOT_SUMMED));
  expect(counts()).toEqual([2, 3, 1, 1]);
  // Each owner has bits of their own.
  for (const pair of [5, 6, 7]) group.add(pair, parties, bitsOf(SALE));
  expect(counts()).toEqual([2, 3, 1, 3]);
  for (const pair of [1, 2, 3]) group.add(pair, parties, bitsOf(PURCHASE));
  expect(counts()).toEqual([2, 3, 3, 3]);
});

test("a party counts once in each role in which it traded", () => {
  const parties = new PartiesOfRoles(pairsOf());
  const [director, officer, both] = [1, 2, 3];
  parties.add(
    blockOf(
      { pair: 1, group: both, summedAs: PURCHASE },
      { pair: 5, group: director, summedAs: SALE },
      { pair: 2, group: officer, summedAs: NOT_SUMMED },
      { pair: 4, group: director, summedAs: SALE },
    ),
  );
  const { issuers, insiders, buyers, sellers } = parties.count();
  const inRole = (role: number) => [issuers, insiders, buyers, sellers].map((count) => count(role));
  expect(inRole(0)).toEqual([2, 1, 1, 1]);
  expect(inRole(1)).toEqual([1, 2, 1, 0]);
  expect(inRole(2)).toEqual([0, 0, 0, 0]);
});
