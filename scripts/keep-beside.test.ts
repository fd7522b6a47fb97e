import { expect, test, vi } from "vitest";
import { keepBeside } from "./keep-beside";
import type { NodeProgram } from "./node-program";
import type { Shutdown, Stoppable } from "./shutdown";

/** Programs that end when the test says so, and a shutdown that only this test begins. */
function world() {
  const started: { end: (code: number) => void; stop: ReturnType<typeof vi.fn> }[] = [];
  const toStop: Stoppable[] = [];
  const shutdown = { isUnderWay: false, add: (one: Stoppable) => toStop.push(one) };
  const start = () => {
    let end: (code: number) => void = () => undefined;
    const ended = new Promise<number>((settle) => {
      end = settle;
    });
    const stop = vi.fn(async () => end(143));
    started.push({ end, stop });
    return { ended, stop, abandon() {} } as unknown as NodeProgram;
  };
  return { started, toStop, shutdown: shutdown as unknown as Shutdown, start };
}

test("a program that ends starts again, until it is not to start any more", async () => {
  const { started, shutdown, start } = world();
  const codes: unknown[] = [];
  keepBeside(shutdown, { start, pauseMs: 1, onEnd: (code) => codes.push(code) < 2 });
  started[0]?.end(7);
  await vi.waitFor(() => expect(started).toHaveLength(2));
  started[1]?.end(8);
  await vi.waitFor(() => expect(codes).toEqual([7, 8]));
  await new Promise((settle) => setTimeout(settle, 20));
  expect(started).toHaveLength(2);
});

test("a restart is not an end, and needs no pause", async () => {
  const { started, shutdown, start } = world();
  const onEnd = vi.fn(() => true);
  const kept = keepBeside(shutdown, { start, pauseMs: 60_000, onEnd });
  kept.restart();
  await vi.waitFor(() => expect(started).toHaveLength(2));
  expect(onEnd).not.toHaveBeenCalled();
});

test("what has nothing to do yet is asked again, and the shutdown stops what runs", async () => {
  const { started, toStop, shutdown, start } = world();
  let asked = 0;
  keepBeside(shutdown, { start: () => (++asked < 3 ? null : start()), pauseMs: 1, onEnd: () => true });
  await vi.waitFor(() => expect(started).toHaveLength(1));
  for (const one of toStop) await one.stop();
  expect(started[0]?.stop).toHaveBeenCalledOnce();
  await new Promise((settle) => setTimeout(settle, 20));
  expect(started).toHaveLength(1);
});
