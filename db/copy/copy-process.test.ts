import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { askCopy } from "@/db/copy/ask-copy";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
let folder: string;
const processes: ChildProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase("owner");
  folder = mkdtempSync(join(tmpdir(), "section16-one-writer-"));
});
afterAll(async () => {
  await Promise.all(processes.map(killed));
  vi.unstubAllEnvs();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const socketOf = (name: string) => join(folder, `${name}.sock`);

/** A process with the copy in the folder, which answers on a socket of its own. */
function start(name: string): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "db/copy/copy-process.ts"], {
    stdio: "ignore",
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      SECTION16_COPY_FOLDER: folder,
      SECTION16_COPY_SOCKET: socketOf(name),
      SECTION16_COPY_MEMORY: "200",
    },
  });
  processes.push(child);
  return child;
}

async function killed(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

const answering = (name: string) =>
  vi.waitFor(
    async () => {
      vi.stubEnv("SECTION16_COPY_SOCKET", socketOf(name));
      const state = await askCopy({ ask: "state" }, 1_000);
      if (state === null) throw new Error(`${name} does not answer yet.`);
      return state;
    },
    { timeout: 60_000, interval: 200 },
  );

test("one process writes the copy, and when it is killed, the one that waits has what it had", async () => {
  const first = start("first");
  const { version, answer } = await answering("first");
  const second = start("second");
  expect(await answering("first")).toMatchObject({ version, answer });
  expect(existsSync(socketOf("second"))).toBe(false);
  await killed(first);
  expect(await answering("second")).toMatchObject({ version, answer: { filledAt: answer.filledAt } });
  expect(second.exitCode).toBeNull();
}, 150_000);
