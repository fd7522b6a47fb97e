import { setTimeout as sleep } from "node:timers/promises";
import { alertSecret } from "@/db/alerts/alert-secret";
import { ALERTS_FILE } from "@/db/alerts/alerts-on-disk";
import { deskSocket } from "@/db/alerts/ask-desk";
import { mailerOf, sendMail } from "@/db/alerts/deliver-mail";
import { AlertsFile } from "@/db/alerts/follow-alerts-file";
import { makeDeliveries } from "@/db/alerts/make-deliveries";
import { matchFilings } from "@/db/alerts/match-filings";
import { pruneMessages } from "@/db/alerts/prune-messages";
import { Confirmations } from "@/db/alerts/send-confirmations";
import { sendDeliveries } from "@/db/alerts/send-deliveries";
import { ReaderDesk } from "@/db/alerts/serve-readers";
import { titleWithoutFreeText } from "@/db/alerts/title-of-view";
import { type Connection, connect } from "@/db/server/client";
import { logConsoleAsJson } from "@/db/server/log";
import { takeLead } from "@/db/server/take-lead";
import { GrowingPauses } from "@/lib/alerts/growing-pauses";
import { readSettings, type Settings } from "@/lib/settings";

/** How often we look for work. It takes a small query and, unlike a notification, cannot be missed. */
const LOOK_EVERY = 1_000;
const AGAIN = 2_000;
const PRUNE_EVERY = 3_600_000;

/**
 * Finds what is new in the views of alerts, and sends it, until its parent ends. Of several processes on one database, one does this,
 * and the others wait. Each answers the readers of its own site.
 * @param file the operator's alerts
 */
async function main(file: string) {
  logConsoleAsJson();
  const read = readSettings(process.env);
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  const { settings } = read;
  const connection = connect(process.env.SECTION16_WRITE_URL ?? "");
  const ending = new AbortController();
  for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => ending.abort());
  const socket = deskSocket();
  if (socket !== null) await new ReaderDesk(connection, alertSecret(settings)).listen(socket);
  while (!ending.signal.aborted) {
    await workAlone(connection, { settings, file, ending: ending.signal }).catch((error) =>
      console.error(`Alerts: ${error instanceof Error ? error.message : error}. We will try again.`),
    );
    await sleep(AGAIN, undefined, { signal: ending.signal }).catch(() => undefined);
  }
  process.exit(0);
}

type How = { settings: Settings; file: string; ending: AbortSignal };

/** Does the work while no other process does, until an error or the end. */
async function workAlone(connection: Connection, { settings, file, ending }: How): Promise<void> {
  const lead = await takeLead(connection.pool, "alerts");
  if (lead === null) return;
  const failed = new AbortController();
  const signal = AbortSignal.any([ending, lead.lost, failed.signal]);
  /** Each kind of work has a loop of its own, so that a mail server that hangs delays nothing else. */
  const again = async (work: () => Promise<unknown>, pause = LOOK_EVERY) => {
    try {
      while (!signal.aborted) {
        await work();
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    } catch (error) {
      failed.abort();
      throw error;
    }
  };
  const { siteUrl, alertAllowPrivate: allowPrivate, allowAlerts: mailsReaders } = settings;
  const mailer = mailerOf(settings);
  const secret = alertSecret(settings);
  const alerts = new AlertsFile(file, { allowPrivate });
  const confirmations =
    mailer === null || !mailsReaders
      ? null
      : new Confirmations(connection.db, {
          siteUrl,
          secret,
          titleOf: (view) => titleWithoutFreeText(connection.db, view),
          send: (mail) => sendMail(mailer, mail),
        });
  const pauses = new GrowingPauses();
  const options = {
    // The file may change while we send.
    get secrets() {
      return alerts.secrets;
    },
    mailer,
    allowPrivate,
    siteUrl,
    mailsReaders,
    alertSecret: secret,
  };
  const loops = [
    again(async () => {
      await alerts.follow(connection, (problem) => console.error(problem));
      await matchFilings(connection, { pauses });
      await makeDeliveries(connection, { siteUrl, now: Date.now() });
    }),
    again(() => sendDeliveries(connection, "webhook", options, signal)),
    again(() => sendDeliveries(connection, "mail", options, signal)),
    again(() => pruneMessages(connection, new Date()), PRUNE_EVERY),
    ...(confirmations === null ? [] : [again(() => confirmations.send(new Date()))]),
  ];
  try {
    const ended = await Promise.allSettled(loops);
    for (const loop of ended) if (loop.status === "rejected") throw loop.reason;
  } finally {
    lead.release();
  }
}

await main(process.argv[2] ?? ALERTS_FILE);
