import "@/db/command/exit-on-crash";
import { Command, CommanderError } from "commander";
import { EXIT, runEdgarCommand } from "@/db/command/edgar/edgar-command";
import { follow } from "@/db/edgar/follow";
import { log } from "@/db/server/log";

/** `npm run follow`: keeps the database current until it is interrupted, which is how it normally ends. */
const program = new Command("follow")
  .description("Follows EDGAR: fetches new filings as they are accepted, and those missed since the last run.")
  .option("--json", "print one JSON object per line")
  .exitOverride()
  .action(async (flags: { json?: boolean }) => {
    // When the server starts it, a channel shows when the server ends. The channel must not keep this process running.
    process.channel?.unref();
    const options = { ...flags, whenInterrupted: "Following ended. The next start will catch up." };
    const code = await runEdgarCommand(options, async ({ edgar }) => {
      log("follow start");
      await follow(edgar);
      log("follow stop");
      return { code: EXIT.done, summary: {}, report: "" };
    });
    process.exitCode = code === EXIT.interrupted ? EXIT.done : code;
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
}
