import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseError } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { diskTrouble, diskTroubleIn, isDiskFull } from "./disk-trouble";

const errno = (code: string, syscall: string, path?: string) =>
  Object.assign(new Error(`${code}: …, ${syscall}`), { code, errno: -1, syscall, path });

const ofDatabase = (code: string, message: string) => Object.assign(new DatabaseError(message, 1, "error"), { code });

test.each([
  ["ENOSPC", "the disk is full. Free some space there and try again."],
  ["EDQUOT", "the disk quota is used up. Free some space there and try again."],
  ["EROFS", "the file system is read-only. Make it writable, or set DATA_DIR to a folder that is."],
  ["EIO", "the disk reports an error. Look at the machine's log and check the disk before you continue."],
])("%s names the file, or the folder if the error names none", (code, words) => {
  const error = errno(code, "open", "/srv/data/postgres.json");
  expect(diskTrouble(error)).toBe(`/srv/data/postgres.json could not be written: ${words}`);
  expect(diskTrouble(new Error("wrapped", { cause: error }))).toBe(diskTrouble(error));
  expect(diskTrouble(errno(code, "write"), "/srv/data")).toBe(`/srv/data could not be written: ${words}`);
});

test("a missing permission names the user, and what was tried", () => {
  expect(diskTrouble(errno("EACCES", "mkdir", "/srv/data"))).toMatch(
    /^\/srv\/data could not be written: the user \S+ has no permission\.$/,
  );
  expect(diskTrouble(errno("EACCES", "open", "/srv/x"))).toMatch(/^\/srv\/x could not be opened: /);
});

test("a full or broken disk of the database is reported in the same words", () => {
  const full = ofDatabase("53100", 'could not extend file "base/16384/16500": No space left on device');
  expect(diskTrouble(new Error("Failed query", { cause: full }))).toBe(
    'The database could not be written: the disk is full (could not extend file "base/16384/16500": No space left on device). Free some space there and try again.',
  );
  expect(diskTrouble(ofDatabase("58030", "could not read block 7"))).toContain("the disk reports an error");
});

test("other errors are left alone", () => {
  expect(diskTrouble(errno("ENOENT", "open", "/srv/x"))).toBeNull();
  expect(diskTrouble(errno("EACCES", "listen"))).toBeNull();
  expect(diskTrouble(ofDatabase("23505", "duplicate key"))).toBeNull();
  expect(diskTrouble("ENOSPC")).toBeNull();
  expect(diskTroubleIn("Type error in page.tsx", ".next")).toBeNull();
});

test("a full disk ends a run, because no later file could be stored; a file that may not be read is refused alone", () => {
  expect(isConnectionLoss(errno("ENOSPC", "write"))).toBe(true);
  expect(isConnectionLoss(ofDatabase("58030", "could not write block 7"))).toBe(true);
  expect(isConnectionLoss(errno("EACCES", "open", "/srv/form.xml"))).toBe(false);
  expect(isDiskFull(new Error("wrapped", { cause: errno("ENOSPC", "write") }))).toBe(true);
  expect(isDiskFull(errno("EROFS", "open", "/srv/x"))).toBe(false);
});

/** A separate disk needs root, and the right to mount. */
function mount(folder: string, options: string): boolean {
  return spawnSync("mount", ["-t", "tmpfs", "-o", options, "section16-test", folder], { stdio: "ignore" }).status === 0;
}

const mayMount = (() => {
  if (process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), "section16-mount-"));
  const mounted = mount(folder, "size=1m");
  if (mounted) spawnSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return mounted;
})();

describe.skipIf(!mayMount)("on a disk of its own (skipped where none can be mounted)", () => {
  let disk: string;
  beforeAll(() => {
    disk = mkdtempSync(join(tmpdir(), "section16-disk-"));
  });
  afterAll(() => rmSync(disk, { recursive: true }));

  async function onDisk<T>(options: string, work: () => Promise<T>): Promise<T> {
    expect(mount(disk, options)).toBe(true);
    chmodSync(disk, 0o755);
    try {
      return await work();
    } finally {
      spawnSync("umount", ["--lazy", disk]);
    }
  }

  /** Without enough space for a database. Each command ends before it reads anything. */
  async function commandsSay(words: RegExp) {
    for (const args of [["scripts/start.mjs", "dev"], ["db/command/derive.ts"], ["scripts/reset.ts"]]) {
      const { code, said } = await run(args);
      expect(said.trim()).toMatch(words);
      expect(code).toBe(3);
    }
  }

  function run(args: string[]) {
    const env = { ...process.env, DATABASE_URL: "", DATA_DIR: disk, PORT: "3248" };
    const child = spawn(process.execPath, ["--import", "tsx", ...args], { env, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    return new Promise<{ code: number | null; said: string }>((settle) => {
      child.on("close", (code) => settle({ code, said }));
    });
  }

  test("a full one is reported in one sentence, with exit code 3", async () => {
    await onDisk("size=4m", () =>
      commandsSay(/^\S*section16-disk\S* could not be written: the disk is full\. [^\n]*$/),
    );
  });

  test("so is one without space for a single file", async () => {
    await onDisk("nr_inodes=1", () =>
      commandsSay(/^\S*section16-disk\S* could not be written: the disk is full\. [^\n]*$/),
    );
  });

  test("so is a read-only one, even if a killed start has left its lock", async () => {
    await onDisk("size=4m", async () => {
      mkdirSync(join(disk, "postgres"));
      // The number of a running process, so that the lock does not look stale.
      writeFileSync(join(disk, "starting.lock"), String(process.pid));
      expect(spawnSync("mount", ["-o", "remount,ro", disk]).status).toBe(0);
      await commandsSay(/^\S*section16-disk\S* could not be written: the file system is read-only\. [^\n]*$/);
    });
  });
});
