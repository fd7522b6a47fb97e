import type { Command } from "commander";
import { ingestPublishedDataSets } from "./data-set";
import { ingestDays } from "./days";
import { runEdgarCommand } from "./edgar-command";
import { ingestInsider, ingestIssuer } from "./filer";
import { ingestFiling } from "./filing";

type Flags = { json?: boolean; since?: string };

const JSON_FLAG = ["--json", "print one JSON object per line, the summary last"] as const;

/** The subcommands that read EDGAR. A word is a subcommand rather than a path; for the path, write `./days`. */
export function addEdgarCommands(program: Command) {
  const add = (usage: string, description: string) =>
    program
      .command(usage)
      .description(description)
      .option(...JSON_FLAG);
  const flagsOf = (command: Command) => command.optsWithGlobals<Flags>();

  add("dataset <quarter...>", "load the SEC's quarterly data sets: 2024q3, 2006q1..2024q3 or all").action(
    async (quarters: string[], _: Flags, command: Command) => {
      process.exitCode = await runEdgarCommand(flagsOf(command), (work) => ingestPublishedDataSets(work, quarters));
    },
  );
  add("days <from..to>", "fetch what EDGAR's daily indexes list: one day, or 2026-11-01..2026-11-20").action(
    async (days: string, _: Flags, command: Command) => {
      process.exitCode = await runEdgarCommand(flagsOf(command), (work) => ingestDays(work, days));
    },
  );
  add("issuer <cik|ticker>", "fetch all filings on a company, by CIK or current symbol")
    .option("--since <day>", "only filings since this day, such as 2020-01-31")
    .action(async (issuer: string, _: Flags, command: Command) => {
      const flags = flagsOf(command);
      process.exitCode = await runEdgarCommand(flags, (work) => ingestIssuer(work, issuer, flags.since ?? null));
    });
  add("insider <cik>", "fetch all filings by a person, or by a company that reports as an owner")
    .option("--since <day>", "only filings since this day, such as 2020-01-31")
    .action(async (insider: string, _: Flags, command: Command) => {
      const flags = flagsOf(command);
      process.exitCode = await runEdgarCommand(flags, (work) => ingestInsider(work, insider, flags.since ?? null));
    });
  add("filing <number>", "fetch one filing by its accession number").action(
    async (number: string, _: Flags, command: Command) => {
      process.exitCode = await runEdgarCommand(flagsOf(command), (work) => ingestFiling(work, number));
    },
  );
}
