import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { digestTables } from "@/db/backup/digest";
import { connect } from "@/db/server/client";
import { migrateDatabase } from "@/db/server/migrate";
import type { KillableServer } from "@/fuzz/kill/server";
import { EMPTY, MAKERS, type Subject, type SubjectName } from "@/fuzz/kill/subjects";
import { diceOf } from "@/testing/dice";
import type { Program } from "@/testing/program";

export type KillReport = {
  subject: SubjectName;
  /** How often it was killed while it ran, and how often it had ended before the kill. */
  killed: number;
  tooLate: number;
  /** The kills that ended the database server as well. */
  withServer: number;
  /** How often the tables were compared. */
  compared: number;
  failures: string[];
};

type Options = { kills: number; seed: number; size: number; onKill?: (done: number) => void };

/** A run may be killed again while it resumes. */
const MOST_KILLS_A_TRIAL = 3;
/** One kill in this many also ends the database server. */
const SERVER_EVERY = 4;

export async function prepareServer(server: KillableServer): Promise<void> {
  await server.start();
  await migrateDatabase(server.url(EMPTY));
}

/**
 * Kills a command at random moments of its work, up to three times, then lets it run to its end, and compares the tables with
 * those after an undisturbed run. Moments are measured by progress (bytes, requests), so that every part of the work is hit.
 */
export async function killTest(
  server: KillableServer,
  name: SubjectName,
  { kills, seed, size, onKill = () => {} }: Options,
): Promise<KillReport> {
  const report: KillReport = { subject: name, killed: 0, tooLate: 0, withServer: 0, compared: 0, failures: [] };
  const subject = await MAKERS[name]({ server, seed, size });
  const wanted = await undisturbed(server, subject);
  const url = () => server.url(DATABASE);
  const dice = diceOf(seed);
  while (report.killed + report.tooLate < kills) {
    await server.copy(subject.template, DATABASE);
    const moments: string[] = [];
    const most = Math.min(1 + Math.floor(dice() * MOST_KILLS_A_TRIAL), kills - report.killed - report.tooLate);
    for (let time = 0; time < most; time++) {
      const more = dice() * (wanted.to - wanted.from);
      const isWithServer = (report.killed + 1) % SERVER_EVERY === 0;
      const isKilled = await killAfter(server, subject, more, isWithServer);
      moments.push(`after ${Math.round(more)} ${subject.unit} more${isWithServer ? ", with the server" : ""}`);
      if (!isKilled) report.tooLate++;
      else {
        report.killed++;
        if (isWithServer) report.withServer++;
      }
      onKill(report.killed + report.tooLate);
    }
    const last = subject.start(url());
    const code = await subject.finish(last, url());
    const digests = await digestsOf(url());
    subject.reset();
    report.compared++;

    const differing = Object.keys({ ...wanted.digests, ...digests }).filter((t) => digests[t] !== wanted.digests[t]);
    const when = `killed ${moments.join("; ")} (of ${wanted.to - wanted.from} in all)`;
    const faults = [
      ...(code === wanted.code
        ? []
        : [`the last run ended with ${code}, not ${wanted.code}: ${last.errors().slice(-500)}`]),
      ...(differing.length === 0 ? [] : [`other tables afterwards: ${differing.join(", ")}`]),
    ];
    if (faults.length > 0) report.failures.push(`${when}: ${faults.join("; ")}`);
  }
  await subject.end();
  return report;
}

/** @returns false if the command ended before it had done that much */
async function killAfter(
  server: KillableServer,
  subject: Subject,
  more: number,
  isWithServer: boolean,
): Promise<boolean> {
  const url = server.url(DATABASE);
  const before = await doneIn(subject, url);
  const program = subject.start(url);
  const isReached = await until(program, subject, url, before + more);
  const isKilled = isReached && !program.hasEnded();
  const postmaster = isWithServer && isKilled ? server.kill() : null;
  program.kill();
  await program.ended;
  if (postmaster !== null) await server.restartAfterKill(postmaster);
  return isKilled;
}

const DATABASE = "kill_trial";

async function undisturbed(server: KillableServer, subject: Subject) {
  await server.copy(subject.template, DATABASE);
  const url = server.url(DATABASE);
  const from = await doneIn(subject, url);
  const program = subject.start(url);
  const code = await subject.finish(program, url);
  const to = await doneIn(subject, url);
  subject.reset();
  if (code !== 0 && code !== 1) throw new Error(`the undisturbed run ended with ${code}: ${program.errors()}`);
  return { from, to, code, digests: await digestsOf(url) };
}

async function doneIn(subject: Subject, url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return subject.done(client).finally(() => client.end());
}

/** @returns false if the program ended before it had done that much */
async function until(program: Program, subject: Subject, url: string, moment: number): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    while (!program.hasEnded()) {
      if ((await subject.done(client)) >= moment) return true;
      await sleep(2);
    }
    return false;
  } finally {
    await client.end();
  }
}

async function digestsOf(url: string): Promise<Record<string, string>> {
  const connection = connect(url, 1);
  try {
    const { rows } = await connection.pool.query(SUM_OF_TALLIES);
    return { ...(await digestTables(connection.db)), "tally and tally_change": JSON.stringify(rows) };
  } finally {
    await connection.end();
  }
}

/** The counts that pages show. How they are divided between the two tables depends on timing. */
const SUM_OF_TALLIES = `
  select subject, day::text, document_type, schema_version, source, is_sample, sum(n)::text as n
  from (select * from tally union all select * from tally_change) as counted
  group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6`;
