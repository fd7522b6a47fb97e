import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const UNITS = readdirSync("deploy").filter((name) => /\.(service|timer)$/.test(name));
const SERVICES = UNITS.filter((name) => name.endsWith(".service"));

const read = (unit: string) => readFileSync(join("deploy", unit), "utf8");

/** The lines of a unit as "Name=value". */
const lines = (unit: string) =>
  read(unit)
    .split("\n")
    .filter((line) => /^\w+=/.test(line));

const analyze = (...args: string[]) => spawnSync("systemd-analyze", args, { encoding: "utf8" });
/** 250 is the first version that checks a unit which is not installed. */
const version = Number(analyze("--version").stdout?.match(/\d+/)?.[0] ?? 0);

describe.skipIf(version < 250)("systemd-analyze (skipped where systemd is missing or older than 250)", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "section16-units-"));
    // It needs the programs to exist, and Node may be elsewhere on this machine.
    for (const unit of UNITS)
      writeFileSync(
        join(folder, unit),
        read(unit).replace(/^(ExecStart=(?:env PORT=%i )?)node /m, `$1${process.execPath} `),
      );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(UNITS)("has nothing to say about %s", (unit) => {
    const { status, stderr } = analyze("verify", join(folder, unit));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it.each(SERVICES)("rates the exposure of %s below 2 of 10", (unit) => {
    const { status, stdout, stderr } = analyze("security", "--offline=true", "--threshold=20", join(folder, unit));
    expect(status, stdout.split("\n").slice(-3).join("\n") + stderr).toBe(0);
  });
});

it.each(SERVICES)("%s runs as its own user and can write only where it must", (unit) => {
  expect(lines(unit)).toEqual(
    expect.arrayContaining([
      "User=section16",
      "ProtectSystem=strict",
      "ProtectHome=yes",
      "PrivateTmp=yes",
      "NoNewPrivileges=yes",
      "CapabilityBoundingSet=",
    ]),
  );
});

it("both services have the same limits on what they may do", () => {
  const limits = (unit: string) => {
    const all = read(unit);
    return all.slice(all.indexOf("NoNewPrivileges="), all.indexOf("SystemCallErrorNumber=")).trim();
  };
  expect(limits("section16-backup.service")).toBe(limits("section16.service"));
});

it("the unit for several web processes differs from the unit for one only in its port", () => {
  const ofOne = (unit: string) => lines(unit).filter((line) => !line.startsWith("Description="));
  expect(ofOne("section16@.service")).toEqual(
    ofOne("section16.service").map((line) => line.replace("ExecStart=", "ExecStart=env PORT=%i ")),
  );
});

it("the site starts as with npm run serve, and is not restarted if a setting is wrong", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  expect(lines("section16.service")).toEqual(
    expect.arrayContaining([`ExecStart=${scripts.serve}`, "Restart=on-failure", "RestartPreventExitStatus=2"]),
  );
});

it("units contain no settings, which are in .env", () => {
  expect(SERVICES.flatMap(lines).filter((line) => line.startsWith("Environment"))).toEqual([]);
});
