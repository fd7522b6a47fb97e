import "@/db/command/exit-on-crash";
import { randomBytes } from "node:crypto";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { ALERTS_FILE, readAlertsOnDisk } from "@/db/alerts/alerts-on-disk";
import { mailerOf, sendMail } from "@/db/alerts/deliver-mail";
import { deliverWebhook } from "@/db/alerts/deliver-webhook";
import type { DeliveryOutcome } from "@/db/alerts/delivery-outcome";
import { listNamedAlerts, resumeAlert, sendDayAgain } from "@/db/alerts/send-again";
import { findAlerts } from "@/db/queries/alerts";
import type { Db } from "@/db/server/client";
import { connect } from "@/db/server/client";
import type { AlertState } from "@/lib/alerts/alert";
import type { FileAlert } from "@/lib/alerts/alerts-file";
import { exampleMessage } from "@/lib/alerts/example-message";
import { mailText } from "@/lib/alerts/mail-text";
import { mailOf, unsentMail } from "@/lib/alerts/unsent-mail";
import type { Settings } from "@/lib/settings";
import { plural } from "@/lib/values/counts";
import { didYouMean } from "@/lib/values/did-you-mean";
import { isCalendarDate } from "@/lib/values/is-calendar-date";
import { settingsOrExit } from "./command-settings";
import { withDatabase } from "./with-database";

/** Exit codes: 0 done, 1 an example could not be delivered, 2 usage, settings or mistakes in alerts.json, 3 database. */
const EXIT = { done: 0, failed: 1, usage: 2 } as const;
const MOST_LISTED = 1_000;

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

/** `npm run alerts`: what is set up. `-- test [name]`, `-- replay DAY`, `-- resume NAME`. */
const program = new Command("alerts")
  .description("Says which alerts are set up, and what was sent.")
  .exitOverride()
  // We say ourselves what is wrong with a word that is not a command.
  .allowExcessArguments();

program.action(async () => {
  const [word] = program.args;
  if (word !== undefined) {
    const commands = program.commands.map((command) => command.name());
    complain(`There is no command "${word}". ${didYouMean(word, commands)} Without one, the alerts are listed.`);
    process.exitCode = EXIT.usage;
    return;
  }
  const settings = settingsOrExit();
  const read = alertsOrExit(settings);
  if (read === null) return;
  process.exitCode = await onDatabase(async (db) => {
    const { alerts, alertsInAll } = await findAlerts(db, MOST_LISTED);
    if (read.length > 0 && alerts.length === 0)
      say(`${ALERTS_FILE} has ${plural(read.length, "alert")}. They begin when Section 16 runs.`);
    else if (alerts.length === 0)
      say(`There are no alerts. To set one up, write ${ALERTS_FILE}, as README.md describes.`);
    for (const { name, channel, rate, state, stateReason, delivered, waiting, failed } of alerts) {
      const reason = stateReason === null ? "" : ` (${stateReason})`;
      say(
        `${name}: ${state}${reason}, ${channel}, ${rate}; ${delivered} delivered, ${waiting} waiting, ${failed} failed.`,
      );
    }
    if (alertsInAll > alerts.length)
      say(`These are ${alerts.length} of ${alertsInAll} alerts, starting with those that fail.`);
    for (const sentence of unsentMail(mailOf(settings, read))) say(sentence);
    return EXIT.done;
  });
});

program
  .command("test")
  .description("sends an example to every alert of the file, or to one")
  .argument("[name]", "the name of an alert in alerts.json")
  .action(async (name?: string) => {
    const settings = settingsOrExit();
    const read = alertsOrExit(settings);
    if (read === null) return;
    const chosen = read.filter((alert) => name === undefined || alert.name === name);
    if (chosen.length === 0) {
      const known = read.map((alert) => alert.name);
      complain(
        name === undefined
          ? `${ALERTS_FILE} has no alerts.`
          : `${ALERTS_FILE} has no alert named "${name}". ${didYouMean(name, known)}`,
      );
      process.exitCode = EXIT.usage;
      return;
    }
    for (const alert of chosen) {
      const outcome = await sendExample(alert, settings);
      if (outcome.outcome === "delivered") say(`${alert.name}: delivered.`);
      else {
        say(`${alert.name}: not delivered. ${outcome.errorClass}: ${outcome.error}`);
        process.exitCode = EXIT.failed;
      }
    }
  });

program
  .command("replay")
  .description("sends the messages of a day in New York again, with the same ids")
  .argument("<day>", "such as 2026-11-20", calendarDay)
  .argument("[name]", "the name of an alert in alerts.json; otherwise all of them")
  .action(async (day: string, name?: string) => {
    process.exitCode = await onDatabase(async (db) => {
      const known = await listNamedAlerts(db);
      const chosen = known.find((alert) => alert.name === name);
      if (name !== undefined && chosen?.state !== "active") {
        complain(
          chosen === undefined
            ? `There is no alert named "${name}". ${didYouMean(name, namesOf(known))}`
            : `${name} is ${chosen.state}, so its messages are not sent.${isOff(chosen) ? ` To start it again: npm run alerts -- resume "${name}"` : ""}`,
        );
        return EXIT.usage;
      }
      const count = await sendDayAgain(db, day, name ?? null);
      say(
        `${plural(count, "message")} of ${day} will be sent again${count === 0 ? "" : " as soon as Section 16 runs"}.`,
      );
      return EXIT.done;
    });
  });

program
  .command("resume")
  .description("starts an alert again that is paused or disabled, because its receiver refused the messages")
  .argument("<name>", "the name of the alert")
  .action(async (name: string) => {
    process.exitCode = await onDatabase(async (db) => {
      const isResumed = await resumeAlert(db, name);
      if (isResumed) say(`${name} is active again.`);
      else {
        const off = (await listNamedAlerts(db)).filter(isOff);
        complain(`No alert named "${name}" is paused or disabled. ${didYouMean(name, namesOf(off))}`);
      }
      return isResumed ? EXIT.done : EXIT.usage;
    });
  });

/** Whether it was switched off by us. */
const isOff = ({ state }: { state: AlertState }): boolean => state === "paused" || state === "disabled";

const namesOf = (alerts: readonly { name: string | null }[]): string[] => alerts.flatMap(({ name }) => name ?? []);

function alertsOrExit({ alertAllowPrivate: allowPrivate }: Settings): FileAlert[] | null {
  const read = readAlertsOnDisk(ALERTS_FILE, { allowPrivate });
  if ("alerts" in read) return read.alerts;
  for (const problem of read.problems) complain(problem);
  process.exitCode = EXIT.usage;
  return null;
}

const onDatabase = (work: (db: Db) => Promise<number>): Promise<number> =>
  withDatabase(async (url) => {
    const connection = connect(url, 2);
    return work(connection.db).finally(connection.end);
  });

async function sendExample(alert: FileAlert, settings: Settings): Promise<DeliveryOutcome> {
  const { siteUrl, alertAllowPrivate: allowPrivate } = settings;
  const message = exampleMessage(alert, { siteUrl, at: Date.now() });
  const id = `msg_test_${randomBytes(12).toString("base64url")}`;
  if (alert.channel === "webhook")
    return deliverWebhook(
      { id, url: alert.target, body: JSON.stringify(message), secrets: alert.secrets },
      { allowPrivate },
    );
  const mailer = mailerOf(settings);
  if (mailer === null)
    return {
      outcome: "failed",
      errorClass: "CONNECTION",
      error: "SMTP_URL is not set.",
      notBefore: null,
      isFinal: true,
      isRefusal: false,
    };
  return sendMail(mailer, { id, to: alert.target, ...mailText(message, null), unsubscribeUrl: null });
}

function calendarDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isCalendarDate(text))
    throw new InvalidArgumentError("It must be a day, such as 2026-11-20.");
  return text;
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
}
