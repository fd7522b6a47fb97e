import { expect, test } from "vitest";
import type { ClassMasks } from "@/db/copy/class-masks";
import { ClassSets } from "@/db/copy/class-sets";
import { WORDS } from "@/db/copy/facet-classes";
import { diceOf } from "@/testing/dice";

/** Masks in which each class counts for some bits. */
const masksOf = (bitsOf: (number: number) => number[]) =>
  ({
    word: (number: number, word: number) =>
      bitsOf(number).reduce((bits, bit) => (bit >> 5 === word ? bits | (1 << (bit & 31)) : bits), 0),
  }) as ClassMasks;

/** How many filings count for each bit: those whose classes have it. */
function countBits(filings: readonly number[][], bitsOf: (number: number) => number[]): number[] {
  const counts = Array.from({ length: WORDS * 32 }, () => 0);
  for (const classes of filings)
    for (const bit of new Set(classes.flatMap(bitsOf))) counts[bit] = (counts[bit] as number) + 1;
  return counts;
}

/** The same by sets. */
function countBySets(filings: readonly number[][], masks: ClassMasks): number[] {
  const sets = new ClassSets();
  const counts = Array.from({ length: WORDS * 32 }, () => 0);
  const add = (word: number, bits: number, count: number) => {
    for (let bit = 0; bit < 32; bit++)
      if (((bits >>> bit) & 1) === 1) counts[word * 32 + bit] = (counts[word * 32 + bit] as number) + count;
  };
  for (const [first = 0, ...others] of filings) {
    const set = others.reduce((known, other) => sets.with(known, other), -first);
    if (set > 0) sets.countFilings(set, 1);
    else for (let word = 0; word < WORDS; word++) add(word, masks.word(-set, word), 1);
  }
  sets.addFilings(masks, add);
  return counts;
}

test("each filing counts once for each bit of its classes", () => {
  const roll = diceOf(3);
  const bits = Array.from({ length: 300 }, () =>
    Array.from({ length: 1 + Math.floor(roll() * 4) }, () => Math.floor(roll() * WORDS * 32)),
  );
  const bitsOf = (number: number) => bits[number] as number[];
  const filings = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 1 + Math.floor(roll() * 4) }, () => 1 + Math.floor(roll() * 299)),
  );
  expect(countBySets(filings, masksOf(bitsOf))).toEqual(countBits(filings, bitsOf));
});

test("a set is counted however many there are before it, each larger than the one that it was made from", () => {
  const bitsOf = (number: number) => [number];
  const numbers = Array.from({ length: 60 }, (_, at) => at + 1);
  const filings = numbers.flatMap((one) => numbers.flatMap((other) => (one === other ? [] : [[one, other]])));
  expect(countBySets(filings, masksOf(bitsOf))).toEqual(countBits(filings, bitsOf));
});

test("a class that a set has already does not change it", () => {
  const sets = new ClassSets();
  const both = sets.with(-1, 2);
  expect(both).toBeGreaterThan(0);
  expect([sets.with(both, 1), sets.with(both, 2), sets.with(-1, 1)]).toEqual([both, both, -1]);
  const all = sets.with(both, 3);
  expect([1, 2, 3].map((ofClass) => sets.with(all, ofClass))).toEqual([all, all, all]);
});

test("filings that are removed count no longer, and a set without filings still leads to those that have more", () => {
  const masks = masksOf((number) => [number]);
  const sets = new ClassSets();
  const both = sets.with(-1, 2);
  sets.countFilings(both, 2);
  sets.countFilings(sets.with(both, 3), 5);
  sets.countFilings(both, -2);
  const counts = new Map<number, number>();
  sets.addFilings(masks, (word, bits, filings) => {
    for (let bit = 0; bit < 32; bit++)
      if ((bits >>> bit) & 1) counts.set(word * 32 + bit, (counts.get(word * 32 + bit) ?? 0) + filings);
  });
  expect(counts).toEqual(
    new Map([
      [1, 5],
      [2, 5],
      [3, 5],
    ]),
  );
});
