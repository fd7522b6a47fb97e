import "@/db/command/exit-on-crash";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { startProgress } from "@/db/command/progress";
import { fuzzAddresses } from "@/fuzz/addresses";
import { fuzzDocuments } from "@/fuzz/documents/fuzz-documents";
import { fuzzMutations } from "@/fuzz/mutations/fuzz-mutations";
import type { HandedFile } from "@/fuzz/mutations/mutations";
import { openScratchDatabase } from "@/fuzz/scratch-database";
import { wholeNumber } from "@/fuzz/whole-number";

const STAGES = ["documents", "mutations", "addresses"] as const;
type Stage = (typeof STAGES)[number];

type Flags = { runs: number; seed: number; url?: string };

/** `npm run fuzz`. Exit codes: 0 nothing found, 1 something found, 2 usage, 130 interrupted. */
const program = new Command("fuzz")
  .description(
    "Sends random documents of the ownership schema through the ingest and back (documents), and corrupted ones together with good ones (mutations), on its own PostgreSQL. Requests random addresses from a running site (addresses).",
  )
  .option("--runs <number>", "how many of each", wholeNumber, 1_000)
  .option("--seed <number>", "the seed of the documents; random by default, and printed", wholeNumber)
  .option("--only <stage>", `one of ${STAGES.join(", ")}`, stageNamed)
  .option("--url <address>", "the site to request addresses from; without it, this stage is skipped")
  .exitOverride()
  .action(async (flags: Omit<Flags, "seed"> & { seed?: number; only?: Stage }) => {
    const { runs, url, seed = Math.floor(Math.random() * 1_000_000_000) } = flags;
    process.stderr.write(`Seed ${seed}, ${runs} runs.\n`);
    let failures = 0;
    for (const stage of flags.only ? [flags.only] : STAGES) failures += await WORK[stage]({ runs, seed, url });
    process.exitCode = failures > 0 ? 1 : 0;
  });

/** @returns how many failures were found */
const WORK: Record<Stage, (flags: Flags) => Promise<number>> = {
  async documents({ runs, seed }) {
    const report = await onScratchDatabase(runs, "documents", (url, onProgress) =>
      fuzzDocuments(url, { runs, seed, onProgress }),
    );
    const { documents, facts, failures } = report;
    say(
      `documents: ${documents} valid documents, ${facts} facts compared, ${failures.length} failures (seed ${seed}).`,
    );
    for (const { seed, index, faults, smallest } of failures) {
      say(`Document ${index + 1} of seed ${seed}: ${faults.join("; ")}`);
      say(`  The smallest one that fails is in ${keep(smallest)}: ${smallest.faults.join("; ")}`);
      say(`  Repeat with: npm run fuzz -- --only documents --seed ${seed} --runs ${index + 1}`);
    }
    return failures.length;
  },
  async mutations({ runs, seed }) {
    const report = await onScratchDatabase(runs, "damaged documents", (url, onProgress) =>
      fuzzMutations(url, { runs, seed, onProgress }),
    );
    const { documents, good, stored, refused, withProblems, failures } = report;
    say(
      `mutations: ${documents} corrupted documents and ${good} good ones; ${stored} stored (${withProblems} with problems), ${refused} refused; ${failures.length} batches failed (seed ${seed}).`,
    );
    for (const { seed, index, mutations, faults, smallest } of failures) {
      const which = index === null ? "The batch" : `Document ${index + 1}`;
      say(`${which} of seed ${seed}${mutations.length > 0 ? ` (${mutations.join(", ")})` : ""}: ${faults.join("; ")}`);
      if (smallest) say(`  The smallest one that fails is in ${keep(smallest)}`);
      say(`  Repeat with: npm run fuzz -- --only mutations --seed ${seed} --runs 100`);
    }
    return failures.length;
  },
  async addresses({ runs, seed, url }) {
    if (url === undefined) {
      say("addresses: skipped. To include them, start the site and give its address with --url http://localhost:3000.");
      return 0;
    }
    const progress = startProgress(runs, "addresses");
    try {
      const { requests, statuses } = await fuzzAddresses({ url, runs, seed, onProgress: progress.update });
      const each = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
      say(`addresses: ${requests} requests, ${each.join(", ")}, 0 failures (seed ${seed}).`);
      return 0;
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      if (error instanceof Error && error.cause) say(String(error.cause));
      say(`  Repeat with: npm run fuzz -- --only addresses --seed ${seed} --runs ${runs} --url ${url}`);
      return 1;
    } finally {
      progress.end();
    }
  },
};

async function onScratchDatabase<T>(
  runs: number,
  unit: string,
  work: (url: string, onProgress: (done: number) => void) => Promise<T>,
): Promise<T> {
  const database = await openScratchDatabase();
  const progress = startProgress(runs, unit);
  try {
    return await work(database.url, progress.update);
  } finally {
    progress.end();
    await database.drop();
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Where a failing file is kept. */
function keep({ fileName, bytes }: HandedFile): string {
  const path = join(mkdtempSync(join(tmpdir(), "section16-fuzz-failure-")), basename(fileName));
  writeFileSync(path, bytes);
  return path;
}

function stageNamed(text: string): Stage {
  const stage = STAGES.find((name) => name === text);
  if (!stage) throw new InvalidArgumentError(`${text} is not one of ${STAGES.join(", ")}.`);
  return stage;
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
