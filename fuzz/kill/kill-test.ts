import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { digestTables } from "@/db/backup/digest";
import { connect } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { diceOf } from "@/fuzz/dice";
import type { KillableServer } from "@/fuzz/kill/server";
import { EMPTY, MAKERS, type Subject, type SubjectName } from "@/fuzz/kill/subjects";
import type { Program } from "@/fuzz/program";

export type KillReport = {
  subject: SubjectName;
  /** How often it was killed while it ran, and how often it had ended before the kill came. */
  killed: number;
  tooLate: number;
  /** Of the kills, those that took the database server with them. */
  withServer: number;
  failures: string[];
};

type Options = { kills: number; seed: number; size: number; onKill?: (done: number) => void };

/** One trial in so many ends the database server as well. */
const SERVER_EVERY = 4;

export async function prepareServer(server: KillableServer): Promise<void> {
  await server.start();
  await migrateDatabase(server.url(EMPTY));
}

/**
 * Kills a command at random moments of its work, lets the same command run to its end, and compares the tables with those that an
 * undisturbed run leaves. Moments are told by what is done (bytes, requests), so that all of the work is hit.
 */
export async function killTest(
  server: KillableServer,
  name: SubjectName,
  { kills, seed, size, onKill = () => {} }: Options,
): Promise<KillReport> {
  const report: KillReport = { subject: name, killed: 0, tooLate: 0, withServer: 0, failures: [] };
  const subject = await MAKERS[name]({ server, seed, size });
  const wanted = await undisturbed(server, subject);
  const dice = diceOf(seed);
  for (let trial = 1; trial <= kills; trial++) {
    const moment = wanted.from + dice() * (wanted.to - wanted.from);
    const takesServer = trial % SERVER_EVERY === 0;
    const url = () => server.url(DATABASE);
    await server.copy(subject.template, DATABASE);
    const program = subject.start(url());
    const hasReached = await until(program, subject, url(), moment);
    const isKilled = hasReached && !program.hasEnded();
    const postmaster = takesServer && isKilled ? server.kill() : null;
    program.kill();
    await program.ended;
    if (isKilled) report.killed++;
    else report.tooLate++;
    if (postmaster !== null) {
      report.withServer++;
      await server.restartAfterKill(postmaster);
    }
    const again = subject.start(url());
    const code = await subject.finish(again, url());
    const digests = await digestsOf(url());
    subject.reset();

    const differing = Object.keys({ ...wanted.digests, ...digests }).filter((t) => digests[t] !== wanted.digests[t]);
    const when = `kill ${trial} at ${Math.round(moment)} ${subject.unit} of ${wanted.to}${takesServer ? ", with the server" : ""}`;
    if (code !== wanted.code) {
      report.failures.push(
        `${when}: the second run ended with ${code}, not ${wanted.code}: ${again.errors().slice(-500)}`,
      );
    } else if (differing.length > 0) report.failures.push(`${when}: other tables afterwards: ${differing.join(", ")}`);
    onKill(trial);
  }
  await subject.end();
  return report;
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

/** @returns false where the program ended before so much was done */
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
  return digestTables(connection.db).finally(connection.end);
}
