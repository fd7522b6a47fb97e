import { plural } from "@/lib/values/counts";
import "@/db/command/exit-on-crash";
import { Command, CommanderError } from "commander";
import { loadSample } from "@/db/ingest/load-sample";
import { removeSample } from "@/db/ingest/remove-sample";
import { connect } from "@/db/server/client";
import { startStages } from "./progress";
import { withDatabase } from "./with-database";

/** `npm run sample`: loads the sample again, or with `-- --remove` removes it. */
const program = new Command("sample")
  .description("Loads the sample of invented filings, or removes it.")
  .option("--remove", "remove the sample")
  .exitOverride()
  .action(async ({ remove }: { remove?: boolean }) => {
    process.exitCode = await withDatabase(async (url) => {
      process.stdout.write(`${await (remove ? takeOut(url) : bringBack(url))}\n`);
      return 0;
    });
  });

async function bringBack(url: string) {
  const progress = startStages([
    { name: "filings stored", words: "storing filings", unit: "filings", share: 60 },
    { name: "filings derived", words: "deriving from filings", unit: "filings", share: 40 },
  ]);
  const stored = await loadSample(url, progress.update).finally(progress.end);
  return `The sample was loaded: ${plural(stored, "filing")}.`;
}

async function takeOut(url: string) {
  const { db, end } = connect(url, 1);
  const removed = await removeSample(db).finally(end);
  return removed === 0 ? "There is no sample to remove." : `The sample was removed: ${plural(removed, "filing")}.`;
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
