import "@/db/command/exit-on-crash";
import { Command } from "commander";
import { writeBackup } from "@/db/backup/write-backup";
import { type Progress, startProgress } from "./progress";
import { numberOfFilings, onDatabase, runCommand } from "./run-command";

const MB = 1_000_000;

/** `npm run backup -- FILE`. */
const program = new Command("backup")
  .description(
    "Writes the whole database, as it is at this moment, to one file. The site and ingests can continue meanwhile.",
  )
  .argument("<file>", "the file to write, such as section16.tar")
  .option("--force", "replace the file if it exists")
  .option("--json", "print one JSON object on standard output at the end")
  .exitOverride()
  .action((file: string, { force, json }: { force?: boolean; json?: boolean }) =>
    onDatabase({ json }, async (url, signal) => {
      const started = performance.now();
      let progress: Progress | null = null;
      const summary = await writeBackup(url, file, {
        force,
        signal,
        onProgress(done, total, table) {
          if (json) return;
          progress ??= startProgress(Math.ceil(total / MB), "MB");
          // The last megabyte is left for the end of the file.
          progress.update(Math.min(Math.floor(done / MB), Math.ceil(total / MB) - 1), table);
        },
      }).finally(() => progress?.end());
      const seconds = (performance.now() - started) / 1000;
      const filings = summary.tables.filing?.rows ?? 0;
      if (json) process.stdout.write(`${JSON.stringify({ kind: "summary", filings, seconds, ...summary })}\n`);
      else
        process.stdout.write(
          `Backed up ${numberOfFilings(filings)} to ${file}: ${(summary.bytes / MB).toFixed(1)} MB in ${seconds.toFixed(1)} s.\n` +
            `SHA-256 of the contents: ${summary.sha256}\n`,
        );
    }),
  );

await runCommand(program);
