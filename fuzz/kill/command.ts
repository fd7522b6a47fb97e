import "@/db/command/exit-on-crash";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { startProgress } from "@/db/command/progress";
import { killAlertsCommand } from "@/fuzz/kill/command-of-alerts";
import { type KillReport, killTest, prepareServer } from "@/fuzz/kill/kill-test";
import { KillableServer } from "@/fuzz/kill/server";
import { SUBJECTS, type SubjectName } from "@/fuzz/kill/subjects";
import { wholeNumber } from "@/fuzz/whole-number";

const EXIT_INTERRUPTED = 130;

/** `npm run test:kill`, and `-- alerts`. Exit codes: 0 the same tables after every kill, 1 different tables, 2 usage, 130 interrupted. */
const program = new Command("test:kill")
  .description(
    "Kills (kill -9) an ingest of files, a load of data sets, a derivation and a follow at random moments, runs each again, and compares the tables with those of an undisturbed run.",
  )
  .option("--kills <number>", "how often to kill each", wholeNumber, 50)
  .option("--seed <number>", "the seed of the moments; random by default, and printed", wholeNumber)
  .option("--size <number>", "how many filings each works on", wholeNumber, 120)
  .option("--only <names>", `only these: ${SUBJECTS.join(", ")}`, subjectNames, [...SUBJECTS])
  // The `--kills` and `--seed` after `alerts` are its own.
  .enablePositionalOptions()
  .exitOverride()
  .action(async (flags: { kills: number; seed?: number; size: number; only: SubjectName[] }) => {
    const { kills, seed = Math.floor(Math.random() * 1_000_000), size, only } = flags;
    console.error(`Seed ${seed}; ${kills} kills each of ${only.join(", ")}.`);
    const server = killableServer();
    const reports: KillReport[] = [];
    try {
      await prepareServer(server);
      for (const name of only) {
        console.error(`${name}: an undisturbed run first.`);
        const progress = startProgress(kills, `kills of ${name}`);
        const onKill = (done: number) => progress.update(done);
        const report = await killTest(server, name, { kills, seed, size, onKill }).finally(progress.end);
        reports.push(report);
        console.log(sentence(report));
        for (const failure of report.failures) console.log(`  ${failure}`);
      }
    } finally {
      await server.remove();
    }
    const failures = reports.reduce((sum, report) => sum + report.failures.length, 0);
    const killed = reports.reduce((sum, report) => sum + report.killed, 0);
    console.log(
      `${killed} kills, seed ${seed}: ${failures === 0 ? "the same tables every time." : `${failures} failures.`}`,
    );
    if (failures > 0)
      console.log(
        `Repeat with: npm run test:kill -- --kills ${kills} --seed ${seed} --size ${size} --only ${only.join(",")}`,
      );
    process.exitCode = failures > 0 ? 1 : 0;
  });

program.addCommand(killAlertsCommand(killableServer).exitOverride());

/** A server that leaves nothing behind when the test is interrupted. */
function killableServer(): KillableServer {
  const server = new KillableServer();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.abandon();
      process.exit(EXIT_INTERRUPTED);
    });
  }
  return server;
}

const sentence = ({ subject, killed, withServer, tooLate, compared, failures }: KillReport) =>
  `${subject}: killed ${killed} times while it ran, ${withServer} of them with the database server; ended before the kill ${tooLate} times; tables compared ${compared} times; ${failures.length} failures.`;

function subjectNames(text: string): SubjectName[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !SUBJECTS.some((subject) => subject === name));
  if (unknown !== undefined) throw new InvalidArgumentError(`${unknown} is not one of ${SUBJECTS.join(", ")}.`);
  return SUBJECTS.filter((subject) => names.includes(subject));
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
