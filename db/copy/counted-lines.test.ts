import { expect, test } from "vitest";
import type { ClassMasks } from "@/db/copy/class-masks";
import { CountedLines } from "@/db/copy/counted-lines";
import { NUMBERS } from "@/db/copy/line-ranges";
import type { LineTally } from "@/db/copy/line-tally";
import type { LinePart, Read } from "@/db/copy/read-lines";
import { wantedLines } from "@/db/copy/wanted-lines";
import { diceOf } from "@/testing/dice";

const CLASSES = 40;

const NOTHING_SHARED: Read["shared"] = {
  pairs: [],
  reports: new Int32Array(0),
  areFirst: new Uint8Array(0),
  exactValues: [],
  farDays: [],
};

/** Filings with numbers from one on, each with some lines, and some lines of other owners. */
function partOf(roll: () => number, firstLine: number, firstFiling: number, filings: number): LinePart {
  const lines: { filing: number; owner: number; class: number }[] = [];
  for (let filing = firstFiling; filing < firstFiling + filings; filing++)
    for (let line = 0; line <= roll() * 4; line++)
      for (let owner = 1; owner <= 1 + roll() * 1.2; owner++)
        lines.push({ filing, owner, class: 1 + Math.floor(roll() * (CLASSES - 1)) });
  return {
    numbers: Int32Array.from(lines, (_, at) => firstLine + at),
    filings: BigInt64Array.from(lines, ({ filing }) => BigInt(filing)),
    times: new Int32Array(lines.length),
    classes: Int32Array.from(lines, (line) => line.class),
    ownerPositions: Int16Array.from(lines, ({ owner }) => owner),
    industries: new Int16Array(lines.length),
    pairs: new Int32Array(lines.length).fill(1),
    values: new Float64Array(lines.length),
    by: Object.fromEntries(NUMBERS.map((name) => [name, new Int16Array(lines.length)])) as LinePart["by"],
  };
}

/** Each class counts for a bit of its own. */
const MASKS = {
  word: (number: number, word: number) => (number >> 5 === word ? 1 << (number & 31) : 0),
} as ClassMasks;

const countsOf = (tally: LineTally) => {
  const count = tally.count(MASKS);
  return Array.from({ length: CLASSES - 1 }, (_, at) => count(at + 1));
};

test("lines are found and counted by class while filings come and go, far more than there is room for at first", () => {
  const roll = diceOf(11);
  const lines = new CountedLines();
  const known: { number: number; filing: bigint; owner: number; class: number }[] = [];
  let [line, filing] = [0, 1];
  for (let step = 0; step < 8; step++) {
    const goes = new Set([...new Set(known.map((one) => one.filing))].filter(() => roll() < 0.1));
    const gone = Int32Array.from(
      known.filter((one) => goes.has(one.filing)),
      ({ number }) => number,
    );
    known.splice(0, known.length, ...known.filter((one) => !goes.has(one.filing)));
    const part = partOf(roll, line, filing, 10_000);
    for (const [at, number] of part.numbers.entries())
      known.push({
        number,
        filing: part.filings[at] as bigint,
        owner: part.ownerPositions[at] as number,
        class: part.classes[at] as number,
      });
    lines.replace(gone.reverse(), { parts: [part], shared: NOTHING_SHARED }, String(step));
    [line, filing] = [line + part.numbers.length, filing + 10_000];
    for (const ofEveryOwner of [false, true]) {
      const wanted = wantedLines(CLASSES, (number) => number % 3 === 0, ofEveryOwner);
      // Each part is in the memory of the one before.
      const found = Array.from(lines.within(wanted, []), (numbers) => [...numbers]).flat();
      const isFound = (one: (typeof known)[number]) => one.class % 3 === 0 && (ofEveryOwner || one.owner === 1);
      expect(found).toEqual(known.filter(isFound).map(({ number }) => number));
    }
  }
  const counted = known.filter(({ owner }) => owner === 1);
  const tally = countsOf(lines.tally);
  for (const [at, { trades, filings }] of tally.entries()) {
    const ofClass = counted.filter((one) => one.class === at + 1);
    expect([trades, filings]).toEqual([ofClass.length, new Set(ofClass.map((one) => one.filing)).size]);
  }
  expect(line).toBeGreaterThan(200_000);
});
