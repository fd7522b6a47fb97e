import { expect, test } from "vitest";
import { PlaceTable } from "@/db/copy/place-table";
import { diceOf } from "@/testing/dice";

test("each of many pairs has one place, in the order in which they come", () => {
  const roll = diceOf(5);
  const table = new PlaceTable();
  const known = new Map<string, number>();
  // Far more pairs than there is room for at first. Many come again.
  for (let n = 0; n < 50_000; n++) {
    const first = Math.floor(roll() * 400) - 200;
    const second = Math.floor(roll() * 100) * 2 ** 20 - Math.floor(roll() * 5);
    const key = `${first} ${second}`;
    const place = known.get(key) ?? known.size;
    known.set(key, place);
    expect(table.of(first, second)).toBe(place);
  }
  expect(table.length).toBe(known.size);
  expect(known.size).toBeGreaterThan(10_000);
  for (const [key, place] of known) expect(`${table.firstOf(place)} ${table.secondOf(place)}`).toBe(key);
});

test("pairs whose hashes are the same have places of their own", () => {
  const table = new PlaceTable();
  // What one number of each of these pairs adds to the hash, the other takes away.
  let inverse = 1;
  for (let n = 0; n < 5; n++) inverse = Math.imul(inverse, 2 - Math.imul(0x9e3779b1, inverse));
  const secondOf = (first: number) => Math.imul(inverse, Math.imul(first, 0x85ebca6b));
  // Only pairs whose slots are in the same part.
  const firsts = Array.from({ length: 1_000_000 }, (_, at) => at).filter(
    (first) => ((secondOf(first) >> 6) & 1023) === 5,
  );
  const places = () => firsts.map((first) => table.of(first, secondOf(first)));
  expect(places()).toEqual(firsts.map((_, place) => place));
  expect(places()).toEqual(firsts.map((_, place) => place));
  expect(table.length).toBeGreaterThan(500);
});
