import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Client } from "pg";
import type { GeneratedQuarter } from "@/testing/dataset-generator";

export const secondsSince = (started: number) => (performance.now() - started) / 1000;
export const sumOf = (numbers: number[]) => numbers.reduce((total, value) => total + value, 0);
const rowsOf = (made: GeneratedQuarter) =>
  made.filings + made.owners + made.transactions + made.holdings + made.footnotes + made.signatures;

/** Runs in a separate process, so that its memory is not counted as the loader's. */
export async function generate(folder: string, quarters: number, filings: number): Promise<GeneratedQuarter[]> {
  const started = performance.now();
  const made: GeneratedQuarter[] = [];
  const child = runProgram(["bench/dataset-generate.ts", folder, String(quarters), String(filings)]);
  for await (const line of createInterface({ input: child.stdout })) made.push(JSON.parse(line));
  await ended(child);
  const bytes = sumOf(made.map((quarter) => quarter.bytes));
  console.log(
    `Data sets: ${made.length} quarters made up in ${secondsSince(started).toFixed(0)} s: ${sumOf(made.map(rowsOf)).toLocaleString("en")} rows, ${(bytes / 1e9).toFixed(1)} GB unpacked`,
  );
  return made;
}

export const runProgram = (args: string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, ["--import", "tsx", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });

export const ended = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    const end = (code: number | null) => (code === 0 ? resolve() : reject(new Error(`ended with code ${code}`)));
    if (child.exitCode !== null) end(child.exitCode);
    else child.once("exit", end);
  });

type QuarterEvent = { kind: string; seconds: number; rows: number; stored: number };
type Loaded = { seconds: number; events: QuarterEvent[]; peakMegabytes: number };

/** Loads archives with the command that users run, and measures its memory. */
export async function ingest(url: string, paths: string[]): Promise<Loaded> {
  const started = performance.now();
  const child = runProgram(["db/command/ingest.ts", "--json", ...paths], { DATABASE_URL: url });
  let peakMegabytes = 0;
  const watch = setInterval(() => {
    peakMegabytes = Math.max(peakMegabytes, peakOf(child.pid ?? 0));
  }, 200);
  const events: QuarterEvent[] = [];
  for await (const line of createInterface({ input: child.stdout })) events.push(JSON.parse(line));
  await ended(child).finally(() => clearInterval(watch));
  return { seconds: secondsSince(started), events, peakMegabytes };
}

/** The peak memory of a process, where Linux reports it. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export const databaseNamed = (url: string, name: string) => {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
};

export async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
