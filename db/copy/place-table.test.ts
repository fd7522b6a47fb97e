import { expect, test } from "vitest";
import { PlaceTable } from "@/db/copy/place-table";
import { diceOf } from "@/fuzz/dice";

test("each of many pairs has one place, in the order in which they come", () => {
  const roll = diceOf(5);
  const table = new PlaceTable();
  const known = new Map<string, number>();
  // Far more pairs than there is room for at first. Many come again.
  for (let n = 0; n < 50_000; n++) {
    const first = Math.floor(roll() * 400) - 200;
    const second = Math.floor(roll() * 100) * 2 ** 24 + Math.floor(roll() * 5);
    const key = `${first} ${second}`;
    const place = known.get(key) ?? known.size;
    known.set(key, place);
    expect(table.of(first, second)).toBe(place);
  }
  expect(table.length).toBe(known.size);
  expect(known.size).toBeGreaterThan(10_000);
  for (const [key, place] of known) expect(table.secondOf(place)).toBe(Number(key.split(" ")[1]));
});

test("pairs whose hashes are the same have places of their own", () => {
  const table = new PlaceTable();
  // Only the lowest 32 bits of the second number are in the hash.
  const seconds = Array.from({ length: 3_000 }, (_, at) => at * 2 ** 32);
  const places = () => seconds.map((second) => table.of(7, second));
  const first = places();
  expect(first).toEqual(seconds.map((_, at) => at));
  expect(places()).toEqual(first);
  expect(table.length).toBe(3_000);
});
