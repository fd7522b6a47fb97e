import { expect, it } from "vitest";
import { Turns } from "./turns";

const PATIENT = { atOnce: 2, waiting: 10, patience: 60_000 };

it("lets two work at once, and the others in the order of arrival", async () => {
  const turns = new Turns(PATIENT);
  const [first, second] = [await turns.take(), await turns.take()];
  const begun: string[] = [];
  const take = async (name: string) => {
    const turn = await turns.take();
    begun.push(name);
    return turn;
  };
  const [third, fourth] = [take("third"), take("fourth")];
  await Promise.resolve();
  expect(begun).toEqual([]);
  second?.end();
  (await third)?.end();
  first?.end();
  (await fourth)?.end();
  expect(begun).toEqual(["third", "fourth"]);
});

it("frees a turn only once, even if it is ended twice", async () => {
  const turns = new Turns({ ...PATIENT, atOnce: 1, patience: 20 });
  const turn = await turns.take();
  turn?.end();
  turn?.end();
  expect(await turns.take()).not.toBeNull();
  expect(await turns.take()).toBeNull();
});

it("refuses a caller who would wait too long, or behind too many", async () => {
  const turns = new Turns({ atOnce: 1, waiting: 1, patience: 20 });
  await turns.take();
  const second = turns.take();
  expect(await turns.take()).toBeNull();
  expect(await second).toBeNull();
});

it("skips a reader who left while waiting", async () => {
  const turns = new Turns({ ...PATIENT, atOnce: 1 });
  const first = await turns.take();
  const gone = new AbortController();
  const second = turns.take(gone.signal);
  const third = turns.take();
  gone.abort();
  expect(await second).toBeNull();
  first?.end();
  expect(await third).not.toBeNull();
});
