import { expect, test } from "vitest";
import type { ListingCopy } from "@/db/copy/listing-copy";
import type { Question } from "@/db/copy/questions";
import { CopyServer } from "@/db/copy/serve-copy";

const question = (days: number): Question => ({
  ask: "facets",
  filter: [["delay-to", String(days)]],
  today: "2025-07-01",
  issuers: null,
  insiders: null,
  industries: null,
});

test.each(Array.from({ length: 12 }, (_, steps) => [steps]))(
  "two questions are answered at a time, and one that is asked %i steps after an answer takes no turn from one that waits",
  async (steps) => {
    const ends: (() => void)[] = [];
    let [running, most] = [0, 0];
    const copy = {
      held: { version: "1", asOf: 0 },
      ask: async () => {
        running++;
        most = Math.max(most, running);
        await new Promise<void>((settle) => ends.push(settle));
        running--;
        return { answer: null, version: "1", asOf: 0 };
      },
    } as unknown as ListingCopy;
    const server = new CopyServer(copy);
    const asked = [1, 2, 3].map((days) => server.answer(question(days)));
    await Promise.resolve();
    ends.shift()?.();
    for (let step = 0; step < steps; step++) await Promise.resolve();
    asked.push(server.answer(question(4)));
    while (running > 0) {
      ends.shift()?.();
      await new Promise((settle) => setTimeout(settle, 1));
    }
    await Promise.all(asked);
    expect(most).toBe(2);
  },
);
