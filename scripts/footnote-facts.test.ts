import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readLines } from "./read-lines";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What the command answers, line by line, and its exit code. */
async function footnoteFacts(input: string): Promise<{ lines: unknown[]; exitCode: number | null }> {
  const child = spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", "scripts/footnote-facts.ts"], { cwd: root });
  child.stdin.end(input);
  const ended = new Promise<number | null>((settle) => child.on("close", settle));
  const lines: unknown[] = [];
  for await (const line of readLines(child.stdout.setEncoding("utf8"))) lines.push(JSON.parse(line));
  return { lines, exitCode: await ended };
}

test("answers one line for each note, in order; a bad line gives its error instead", async () => {
  const notes = [
    { text: "The price is a weighted average price.", id: "F1" },
    { text: "" },
    { text: 5 },
    { text: "😀\u2028A weighted average price." },
  ];
  const input = [...notes.map((note) => JSON.stringify(note)), "{"].join("\n");
  const { lines, exitCode } = await footnoteFacts(input);
  const average = (span: [number, number]) => ({
    facts: { weighted_average: true },
    spans: { weighted_average: [span] },
  });
  expect(lines).toEqual([
    average([15, 37]),
    { facts: {}, spans: {} },
    { error: 'This line is not an object with a "text" that is a string.' },
    average([4, 26]),
    { error: "This line is not JSON." },
  ]);
  expect(exitCode).toBe(1);
});

test("answers many notes in order, with exit code 0", async () => {
  const count = 20_000;
  const input = Array.from({ length: count }, (_, index) =>
    JSON.stringify({ text: `${"-".repeat(index % 50)} average price` }),
  );
  const { lines, exitCode } = await footnoteFacts(`${input.join("\n")}\n`);
  expect(lines).toHaveLength(count);
  expect(lines[149]).toEqual({ facts: { weighted_average: true }, spans: { weighted_average: [[50, 63]] } });
  expect(exitCode).toBe(0);
});
