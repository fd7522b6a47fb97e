import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, gt, type SQL, sql } from "drizzle-orm";
import { type Mailer, sendMail } from "@/db/alerts/deliver-mail";
import { deliverWebhook } from "@/db/alerts/deliver-webhook";
import { type DeliveryOutcome, failed } from "@/db/alerts/delivery-outcome";
import { alert, delivery } from "@/db/schema";
import { type Connection, type Db, databaseOn } from "@/db/server/client";
import { inTransaction } from "@/db/server/in-transaction";
import { log, msSince } from "@/db/server/log";
import type { AlertChannel, AlertOrigin } from "@/lib/alerts/alert";
import { REFUSALS_UNTIL_PAUSE } from "@/lib/alerts/kept-days";
import { mailText } from "@/lib/alerts/mail-text";
import type { Message } from "@/lib/alerts/message";
import { MOST_AT_ONCE } from "@/lib/alerts/most-at-once";
import { nextTryAt } from "@/lib/alerts/retry-times";
import { manageAlertPath, unsubscribeAlertPath } from "@/lib/alerts/signed-links";
import { withoutAddresses } from "@/lib/alerts/without-addresses";

/** The most webhooks under way to one host, so that a host that hangs leaves places for the others, however many alerts it has. */
const MOST_AT_ONE_HOST = 8;
/** While receivers are slow to answer, we check this often whether others have something due. */
const LOOK_EVERY = 500;

const REFUSED = `The mail server refused the address for ${REFUSALS_UNTIL_PAUSE} messages in a row:`;

export type SendOptions = {
  /** The secrets of webhooks by alert, which only the operator's file has. Null while that cannot be read: webhooks then wait. */
  secrets: ReadonlyMap<string, readonly string[]> | null;
  /** Null if no mail can be sent. Mail then waits. */
  mailer: Mailer | null;
  allowPrivate: boolean;
  siteUrl: string;
  /** Whether readers may have alerts. Otherwise the links in their email lead nowhere, so it waits. */
  mailsReaders: boolean;
  /** Signs the links by which readers stop an alert. */
  alertSecret: string;
};

/** A message, and where it goes. */
type DueDelivery = {
  deliveryId: string;
  alertId: string;
  body: string;
  tries: number;
  origin: AlertOrigin;
  channel: AlertChannel;
  target: string;
};

/**
 * Sends what is due through a channel, until nothing is. Each channel has a loop of its own, because a mail server that hangs would take up
 * all places of a shared one. One message at a time for each alert, so that nothing is sent after its receiver has answered
 * 410. A message counts as sent only when that is stored: if this process is killed before, the message is sent again with the same
 * id. Only one process may do this at a time.
 * @returns how many attempts were made
 */
export async function sendDeliveries(
  { db, pool }: Connection,
  channel: AlertChannel,
  options: SendOptions,
  signal: AbortSignal,
): Promise<number> {
  const underWay = new Map<string, Promise<void>>();
  let attempts = 0;
  let failure: unknown = null;
  for (;;) {
    const isEnding = signal.aborted || failure !== null;
    const busy = [...underWay.keys()];
    for (const due of isEnding ? [] : await findDue(db, channel, options, busy)) {
      attempts++;
      const work = attempt({ db, pool }, due, options)
        .catch((error) => {
          failure ??= error;
        })
        .finally(() => underWay.delete(due.alertId));
      underWay.set(due.alertId, work);
    }
    if (underWay.size === 0) {
      if (isEnding || busy.length === 0) break;
      // What was under way ended while we looked, and its alert may have more.
      continue;
    }
    await Promise.race([...underWay.values(), ...(isEnding ? [] : [sleep(LOOK_EVERY)])]);
  }
  if (failure !== null) throw failure;
  return attempts;
}

/** The part of a webhook's address that names its host. */
const hostIn = (target: SQL) => sql`substring(${target} from '^\\w+://[^/?#]*')`;

/**
 * The next message of each alert that has one due and none under way. What was tried less often comes first.
 * @param busy the alerts that have one under way
 */
async function findDue(
  db: Db,
  channel: AlertChannel,
  { mailer, secrets, mailsReaders }: SendOptions,
  busy: readonly string[],
): Promise<DueDelivery[]> {
  if (channel === "webhook" ? secrets === null : mailer === null) return [];
  const mostAtOneHost = channel === "webhook" ? MOST_AT_ONE_HOST : MOST_AT_ONCE;
  const { rows } = await db.execute<DueDelivery>(sql`
    with first as (
      select distinct on (alert_id) delivery_id, tries, next_try_at, ${hostIn(sql`target`)} as host
      from delivery join alert using (alert_id)
      where delivery.state = 'waiting' and next_try_at <= ${new Date()} and alert.state = 'active'
        and channel = ${channel} and alert_id <> all(${sql.param(busy)}::text[])
        and (${mailsReaders} or origin = 'file')
      order by alert_id, next_try_at, delivery.created_at, delivery_id
    ), placed as (
      select delivery_id, tries, next_try_at, row_number() over (partition by host order by tries, next_try_at)
        + (select count(*) from alert where alert_id = any(${sql.param(busy)}::text[])
            and ${hostIn(sql`target`)} is not distinct from host) as place
      from first
    )
    select d.delivery_id as "deliveryId", d.alert_id as "alertId", d.body, d.tries, a.origin, a.channel, a.target
    from placed join delivery d using (delivery_id) join alert a using (alert_id)
    where place <= ${mostAtOneHost}
    order by placed.tries, placed.next_try_at
    limit ${MOST_AT_ONCE - busy.length}`);
  return rows;
}

async function attempt(
  connection: Pick<Connection, "db" | "pool">,
  due: DueDelivery,
  options: SendOptions,
): Promise<void> {
  const started = performance.now();
  const outcome = await deliver(due, options);
  await record(connection, due, outcome);
  const { deliveryId, alertId, tries } = due;
  const errorClass = outcome.outcome === "failed" ? outcome.errorClass : null;
  log("delivery", { ms: msSince(started), id: deliveryId, alert: alertId, tries: tries + 1, errorClass });
}

async function deliver(due: DueDelivery, options: SendOptions): Promise<DeliveryOutcome> {
  const { deliveryId: id, alertId, body, origin, channel, target } = due;
  const { siteUrl, alertSecret, allowPrivate, mailer, secrets: known } = options;
  if (channel === "webhook") {
    const secrets = known?.get(alertId) ?? [];
    return secrets.length === 0
      ? failed("CONNECTION", "There is no secret to sign this webhook with.")
      : deliverWebhook({ id, url: target, body, secrets }, { allowPrivate });
  }
  if (mailer === null) throw new Error("An email is due, but there is no mail server.");
  const isOfReader = origin === "reader";
  const message: Message = JSON.parse(body);
  return sendMail(mailer, {
    id,
    to: target,
    ...mailText(message, isOfReader ? siteUrl + manageAlertPath(alertId, alertSecret) : null),
    unsubscribeUrl: isOfReader ? siteUrl + unsubscribeAlertPath(alertId, alertSecret) : null,
  });
}

async function record(
  { db, pool }: Pick<Connection, "db" | "pool">,
  { deliveryId, alertId, tries: before }: DueDelivery,
  outcome: DeliveryOutcome,
) {
  const tries = before + 1;
  const now = new Date();
  const thisOne = eq(delivery.deliveryId, deliveryId);
  const waiting = and(eq(delivery.alertId, alertId), eq(delivery.state, "waiting"));
  if (outcome.outcome === "delivered") {
    await db
      .update(delivery)
      .set({ state: "delivered", tries, lastTryAt: now, deliveredAt: now, lastErrorClass: null, lastError: null })
      .where(thisOne);
    await db
      .update(alert)
      .set({ refusals: 0 })
      .where(and(eq(alert.alertId, alertId), gt(alert.refusals, 0)));
    return;
  }
  const { errorClass: lastErrorClass, isFinal, isRefusal, notBefore } = outcome;
  const lastError = withoutAddresses(outcome.error);
  const next = isFinal ? null : nextTryAt({ tries, at: now.getTime(), notBefore, random: Math.random() });
  const tried = { tries, lastTryAt: now, lastErrorClass, lastError };
  await inTransaction(pool, async (client) => {
    const tx = databaseOn(client);
    if (next === null)
      await tx
        .update(delivery)
        .set({ ...tried, state: "failed" })
        .where(thisOne);
    else
      await tx
        .update(delivery)
        .set({ ...tried, nextTryAt: new Date(next) })
        .where(thisOne);
    if (lastErrorClass === "GONE") {
      await tx.update(delivery).set({ state: "failed", lastErrorClass, lastError }).where(waiting);
      await tx
        .update(alert)
        .set({ state: "disabled", stateReason: "The receiver answered 410: it no longer exists.", stateAt: now })
        .where(eq(alert.alertId, alertId));
    } else if (isRefusal && next === null) {
      const [{ refusals } = { refusals: 0 }] = await tx
        .update(alert)
        .set({ refusals: sql`${alert.refusals} + 1` })
        .where(eq(alert.alertId, alertId))
        .returning({ refusals: alert.refusals });
      if (refusals >= REFUSALS_UNTIL_PAUSE)
        await tx
          .update(alert)
          .set({ state: "paused", stateReason: `${REFUSED} ${lastError}`, stateAt: now })
          .where(and(eq(alert.alertId, alertId), eq(alert.state, "active")));
    } else if (notBefore !== null && next !== null) {
      // The receiver has asked for a pause, and not only for this message.
      const pause = new Date(Math.min(notBefore, next));
      await tx
        .update(delivery)
        .set({ nextTryAt: sql`greatest(${delivery.nextTryAt}, ${pause})` })
        .where(waiting);
    }
  });
}
