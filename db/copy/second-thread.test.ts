import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { countFacets } from "@/db/copy/count-facets";
import { CountedLines } from "@/db/copy/counted-lines";
import type { ListingCopy } from "@/db/copy/listing-copy";
import { readFilter } from "@/db/copy/questions";
import { type LinePart, type Read, readAllParts } from "@/db/copy/read-lines";
import { SecondThread } from "@/db/copy/second-thread";
import { createCopiedListing, storeIndustries } from "@/testing/copied-listing";
import { diceOf } from "@/testing/dice";
import { type Asked, NOBODY, randomListing, TODAY } from "@/testing/random-listing";

/** So many times the same filings: enough lines for two halves. */
const TIMES = 60;

const { putFiling, anyFilter } = randomListing(diceOf(18));

let made: Awaited<ReturnType<typeof createCopiedListing>>;
let copy: ListingCopy;

beforeAll(async () => {
  made = await createCopiedListing(putFiling, storeIndustries);
  ({ copy } = made);
});
afterAll(() => made.end(copy));

const NOTHING: Read["shared"] = {
  pairs: [],
  reports: new Int32Array(0),
  areFirst: new Uint8Array(0),
  exactValues: [],
  farDays: [],
};

/** The same lines with other numbers, in other filings. */
const again = (part: LinePart, time: number, lines: number): LinePart => ({
  ...part,
  numbers: part.numbers.map((number) => number + time * lines),
  filings: part.filings.map((filing) => filing + BigInt(time)),
});

/** Asks about many lines: of the process alone, and of both threads. */
async function onManyLines(
  ask: (given: {
    lines: CountedLines;
    first: LinePart[];
    alone: (asked: Asked) => ReturnType<typeof countFacets>;
    together: (asked: Asked, thread: SecondThread) => ReturnType<typeof countFacets>;
    half: (asked: Asked) => ReturnType<typeof countFacets>;
  }) => Promise<void>,
) {
  await copy.ask(async (connection, _, classes, held) => {
    const first = await readAllParts(connection, 0);
    const { length } = held();
    const lines = new CountedLines();
    const times = Array.from({ length: TIMES }, (_, time) => time);
    const parts = times.flatMap((time) => first.map((part) => again(part, time, length)));
    lines.replace(new Int32Array(0), { parts, shared: NOTHING }, "1");
    const read = (asked: Asked) => readFilter({ ...asked, filter: asked.params, today: TODAY });
    await ask({
      lines,
      first,
      alone: (asked) => countFacets(connection, classes, lines, read(asked)),
      together: (asked, thread) => thread.countFacets(connection, classes, lines, read(asked)),
      half: (asked) => countFacets(connection, classes, lines, read(asked), 1),
    });
    // The copy is asked again if this returns something for another version.
    return null;
  });
}

const ALL: Asked = { params: [], ...NOBODY };
const SOME: Asked = { params: [["shares-from", "100"]], ...NOBODY };

const posted = vi.spyOn(Worker.prototype, "postMessage");

/** A thread that has started. */
async function startedThread(together: (asked: Asked, thread: SecondThread) => Promise<unknown>) {
  const thread = new SecondThread(0);
  await vi.waitFor(
    async () => {
      posted.mockClear();
      await together(SOME, thread);
      expect(posted).toHaveBeenCalledOnce();
    },
    { timeout: 30_000, interval: 50 },
  );
  return thread;
}

test("two threads count what one counts, each about half of it, also after lines were replaced", async () => {
  await onManyLines(async ({ lines, first, alone, together, half }) => {
    const thread = await startedThread(together);
    const { found } = await alone(ALL);
    const ofHalf = (await half(SOME)).found.trades / (await alone(SOME)).found.trades;
    expect(ofHalf).toBeGreaterThan(0.2);
    expect(ofHalf).toBeLessThan(0.8);
    for (let n = 0; n < 100; n++) {
      const asked = anyFilter();
      expect(await together(asked, thread), JSON.stringify(asked)).toEqual(await alone(asked));
    }
    expect(posted.mock.calls.length).toBeGreaterThan(30);
    const [part] = first as [LinePart];
    lines.replace(part.numbers.slice(), { parts: [again(part, 1, lines.length)], shared: NOTHING }, "2");
    expect((await alone(ALL)).found).toEqual(found);
    for (const asked of [ALL, SOME]) expect(await together(asked, thread)).toEqual(await alone(asked));
    await thread.stop();
  });
});

test("if the thread ends while it counts, the process counts its half too, and the next question starts another one", async () => {
  await onManyLines(async ({ alone, together }) => {
    const thread = await startedThread(together);
    const counting = together(SOME, thread);
    await thread.stop();
    expect(await counting).toEqual(await alone(SOME));
    expect(await together(SOME, thread)).toEqual(await alone(SOME));
    await thread.stop();
  });
});

test("with one processor, or few lines, the process counts alone", async () => {
  await onManyLines(async ({ lines, alone, together }) => {
    posted.mockClear();
    for (const thread of [new SecondThread(Number.POSITIVE_INFINITY), new SecondThread(lines.length * 2)])
      expect(await together(SOME, thread)).toEqual(await alone(SOME));
    expect(posted).not.toHaveBeenCalled();
  });
});
