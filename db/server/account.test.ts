import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readerSetting } from "@/db/paper/lesser-reader";
import { runApart } from "@/db/paper/run-apart";
import { handOverFolders, insteadOfRoot, unreadableFile } from "@/db/server/account";
import { runNode } from "@/scripts/node-program";

const isRoot = process.getuid?.() === 0;
const PROJECT = process.cwd();
const { PATH, NODE_ENV } = process.env;
const ENVIRONMENT = { PATH, NODE_ENV };

/** Everything that identifies a process. */
const WHO = `
  const status = require("node:fs").readFileSync("/proc/self/status", "utf8");
  console.log(JSON.stringify(["Uid", "Gid", "Groups"].map((name) => status.match(new RegExp(name + ":(.*)"))[1].trim().split(/\\s+/))));
`;

describe.skipIf(!isRoot)("started as root (skipped for other users)", () => {
  let folder: string;
  let closed: string;
  const { account } = insteadOfRoot(PROJECT, tmpdir());
  const lesser = account ?? { uid: 0, gid: 0 };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "section16-account-"));
    chmodSync(folder, 0o755);
    closed = join(folder, "closed");
    mkdirSync(closed, { mode: 0o700 });
    writeFileSync(join(closed, "form.txt"), "FORM 4");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("runs a program as another user, in none of root's groups", async () => {
    expect(lesser.uid).toBeGreaterThan(0);
    const program = runNode(["--eval", `${WHO} process.disconnect();`], ENVIRONMENT, "pipe", {
      account: lesser,
      memory: 64,
    });
    let output = "";
    program.child.stdout?.on("data", (text) => {
      output += text;
    });
    expect(await program.ended).toBe(0);
    const [uids, gids, groups] = JSON.parse(output);
    expect(new Set(uids)).toEqual(new Set([String(lesser.uid)]));
    expect(new Set(gids)).toEqual(new Set([String(lesser.gid)]));
    expect(groups).not.toContain("0");
  });

  test("a command that gives up root cannot get it back, or read root's files", () => {
    const file = join(closed, "form.txt");
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...["--import", "tsx", "--input-type=module", "--eval"],
        `import { createRequire } from "node:module";
        import { readFileSync } from "node:fs";
        import { giveUpRoot } from "@/db/server/account";
        const require = createRequire("/");
        giveUpRoot(${JSON.stringify(lesser)});
        ${WHO}
        for (const attempt of [() => process.setuid(0), () => process.setgid(0), () => readFileSync(${JSON.stringify(file)})])
          try { attempt(); console.log("allowed"); } catch (error) { console.log(error.code); }`,
      ],
      { encoding: "utf8" },
    );
    expect(stderr).toBe("");
    const [who = "", ...attempts] = stdout.trim().split("\n");
    expect(JSON.parse(who).flat()).not.toContain("0");
    expect(attempts).toEqual(["EPERM", "EPERM", "EACCES"]);
  });

  test("finds what the other user may not read, however deep", () => {
    expect(unreadableFile([folder], lesser)).toBe(closed);
    expect(unreadableFile([join(closed, "form.txt")], lesser)).toBe(join(closed, "form.txt"));
    expect(unreadableFile([join(PROJECT, "db", "server")], lesser)).toBeNull();
    expect(insteadOfRoot(closed, folder)).toMatchObject({ reason: expect.stringMatching(/cannot enter .*\/closed$/) });
  });

  test("gives only the folders that are written to the other user", () => {
    handOverFolders(folder, ["paper-drafts"], lesser);
    expect(statSync(join(folder, "paper-drafts"))).toMatchObject({ uid: lesser.uid, gid: lesser.gid });
    expect(statSync(join(folder, "paper-drafts")).mode & 0o777).toBe(0o700);
    expect(statSync(folder).uid).toBe(0);
  });

  /** The user that the reader of a file ran as. */
  async function uidsOfReader(file: string, isDone: () => boolean) {
    const seen = new Set<number>();
    while (!isDone()) {
      for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
        try {
          if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(file)) continue;
          seen.add(Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]));
        } catch {
          // It has ended in the meantime.
        }
      }
      await sleep(10);
    }
    return seen;
  }

  test("another user reads a form, even if only root can reach the program and the file", async () => {
    // As in a clone under /root: the path to the project leads through a folder that the other user may not enter.
    const clone = join(closed, "clone");
    mkdirSync(clone);
    expect(spawnSync("mount", ["--bind", PROJECT, clone]).status).toBe(0);
    const setting = readerSetting(lesser);
    const before = process.cwd();
    try {
      process.chdir(clone);
      Object.assign(process.env, setting);
      const read = (file: string) => runApart("scripts/read-form.ts", [file], { ...ENVIRONMENT, ...setting }, LIMITS);

      const form = join(closed, "saxon.txt");
      const text = readFileSync(join(PROJECT, "sample/saxon-form4.txt"), "utf8");
      writeFileSync(form, text, { mode: 0o600 });
      const { code, output } = await read(form);
      expect(code).toBe(0);
      expect(JSON.parse(output).document.documentType).toBe("4");

      // Large enough to be observed while it is read.
      const long = join(closed, "long.txt");
      writeFileSync(long, text.repeat(200), { mode: 0o600 });
      let isDone = false;
      const reading = read(long).finally(() => {
        isDone = true;
      });
      expect(await uidsOfReader(long, () => isDone)).toContain(lesser.uid);
      await reading;
    } finally {
      process.chdir(before);
      for (const name of Object.keys(setting)) delete process.env[name];
      spawnSync("umount", ["--lazy", clone]);
    }
  });
});

const LIMITS = { longest: 50_000, mostOutput: 64_000_000, memory: 512 };
