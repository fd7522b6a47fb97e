import "@/db/command/exit-on-crash";
import { Command } from "commander";
import { checkBackup } from "@/db/backup/read-backup";
import { type RestoreStage, restoreBackup } from "@/db/backup/restore-backup";
import { type Progress, startProgress } from "./progress";
import { numberOfFilings, onDatabase, runCommand, withFailures } from "./run-command";

const MB = 1_000_000;

const UNITS: Record<RestoreStage, string> = { load: "MB", index: "keys and indexes", derive: "filings derived" };

type Flags = { check?: boolean; json?: boolean };

/** `npm run restore -- FILE`. */
const program = new Command("restore")
  .description("Restores a backup into an empty database: the one in DATA_DIR, or the one at DATABASE_URL.")
  .argument("<file>", "a file made by npm run backup of this version or an older one")
  .option("--check", "only check that the file is intact; this needs no database")
  .option("--json", "print one JSON object on standard output at the end")
  .exitOverride()
  .action((file: string, flags: Flags) => (flags.check ? check(file, flags) : restore(file, flags)));

const restore = (file: string, { json }: Flags) =>
  onDatabase({ json }, async (url, signal) => {
    const started = performance.now();
    const stages = new Stages(json);
    const { header, checksums, ...rest } = await restoreBackup(url, file, {
      signal,
      onProgress: (...progress) => stages.show(...progress),
    }).finally(() => stages.end());
    const seconds = (performance.now() - started) / 1000;
    const filings = checksums.tables.filing?.rows ?? 0;
    const { version, createdAt } = header;
    if (json) {
      const summary = { kind: "summary", filings, seconds, version, createdAt, ...rest, ...checksums };
      process.stdout.write(`${JSON.stringify(summary)}\n`);
      return;
    }
    const lines = [
      `Restored ${numberOfFilings(filings)} in ${seconds.toFixed(1)} s, from a backup of ${createdAt} by version ${version}.`,
      ...(rest.migrated ? ["The backup's schema was older: it was migrated, and everything was derived again."] : []),
      ...(rest.failed > 0
        ? [
            `We could not derive totals, checks and links from ${numberOfFilings(rest.failed)}. To try again, run npm run derive -- --waiting.`,
          ]
        : []),
      `SHA-256 of the contents: ${checksums.sha256}`,
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
  });

const check = (file: string, { json }: Flags) =>
  withFailures({ json }, async () => {
    const stages = new Stages(json);
    const { header, checksums } = await checkBackup(file, (done, total) => stages.show("load", done, total)).finally(
      () => stages.end(),
    );
    const filings = checksums.tables.filing?.rows ?? 0;
    const { version, createdAt } = header;
    if (json)
      process.stdout.write(`${JSON.stringify({ kind: "summary", filings, version, createdAt, ...checksums })}\n`);
    else
      process.stdout.write(
        `${file} is intact: ${numberOfFilings(filings)}, backed up ${createdAt} by version ${version}.\n` +
          `SHA-256 of the contents: ${checksums.sha256}\n`,
      );
  });

/** A bar for each stage. */
class Stages {
  private current: { stage: RestoreStage; bar: Progress } | null = null;

  constructor(private readonly isQuiet = false) {}

  show(stage: RestoreStage, done: number, total: number, name?: string) {
    if (this.isQuiet) return;
    const scale = stage === "load" ? MB : 1;
    const whole = Math.max(1, Math.ceil(total / scale));
    if (this.current?.stage !== stage) {
      this.end();
      this.current = { stage, bar: startProgress(whole, UNITS[stage]) };
    }
    this.current?.bar.update(Math.min(Math.floor(done / scale), whole - 1), name);
  }

  end() {
    this.current?.bar.end();
    this.current = null;
  }
}

await runCommand(program);
