import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";
import type { AlertChannel, AlertRate, AlertState, DeliveryErrorClass } from "@/lib/alerts/alert";
import type { AlertsView, Deliveries, OperatorAlert } from "@/lib/views/alerts";

const DAYS_COUNTED = 30;
const DAYS_LISTED = 14;

const NOT_OLD = sql`delivery.created_at >= now() - make_interval(days => ${DAYS_COUNTED})`;

/** While an alert is stopped or disabled, nothing of it is sent, so its messages and matches are not waiting. */
const OF_ACTIVE = sql`alert_id in (select alert_id from alert where state = 'active')`;

/** The counts of `Deliveries`, for alerts under a condition. */
const deliveriesOf = (which: SQL) => sql`
  select count(*) filter (where state = 'delivered' and ${NOT_OLD}) as delivered,
    count(*) filter (where state = 'failed' and ${NOT_OLD}) as failed,
    count(*) filter (where state = 'waiting' and ${OF_ACTIVE}) as waiting,
    max(delivered_at) filter (where ${NOT_OLD}) as last_delivered_at,
    (select count(*) from alert_match where delivery_id is null and ${which} and ${OF_ACTIVE}) as collected
  from delivery where ${which} and (state = 'waiting' or ${NOT_OLD})`;

type FoundDeliveries = {
  delivered: number;
  failed: number;
  waiting: number;
  collected: number;
  last_delivered_at: string | null;
};

type FoundAlert = FoundDeliveries & {
  name: string | null;
  view: string;
  channel: AlertChannel;
  receiver: string | null;
  rate: AlertRate;
  state: AlertState;
  state_reason: string | null;
  error_class: DeliveryErrorClass | null;
  error: string | null;
  error_at: string | null;
  next_try_at: string | null;
};

/** As JSON, so that numbers and times come in one form. */
async function found<T>(db: Db, query: SQL): Promise<T[]> {
  const { rows } = await db.execute<{ found: T }>(sql`select to_json(each) as found from (${query}) as each`);
  return rows.map((row) => row.found);
}

type Found = Omit<AlertsView, "title" | "url" | "unsentMail"> & {
  /** How many active alerts of the operator's file ask for email. */
  mailAlerts: number;
};

/** What was sent for alerts, what is waiting and what has failed, without the addresses and views of readers. */
export async function findAlerts(db: Db, limit: number): Promise<Found> {
  const ofFile = sql`origin = 'file'`;
  const [alerts, [inAll], states, [ofReaders], errors, days] = await Promise.all([
    found<FoundAlert>(
      db,
      sql`select alert.name, alert.view, alert.channel, alert.receiver, alert.rate, alert.state, alert.state_reason,
          counts.*, trouble.*
        from alert
        cross join lateral (${deliveriesOf(sql`alert_id = alert.alert_id`)}) as counts
        left join lateral (
          select last_error_class as error_class, last_error as error, last_try_at as error_at,
            case delivery.state when 'waiting' then next_try_at end as next_try_at
          from delivery
          where delivery.alert_id = alert.alert_id and alert.state <> 'stopped' and last_error_class is not null
            and (delivery.state = 'waiting' or delivery.state = 'failed' and ${NOT_OLD}
              and coalesce(last_try_at, created_at) > coalesce(counts.last_delivered_at, '-infinity'))
          order by created_at desc limit 1) as trouble on true
        where ${ofFile}
        order by alert.state not in ('disabled', 'paused'), trouble.error_class is null, alert.state <> 'active', alert.name
        limit ${limit}`,
    ),
    found<{ count: number; mail: number }>(
      db,
      sql`select count(*), count(*) filter (where channel = 'mail' and state = 'active') as mail from alert where ${ofFile}`,
    ),
    found<{ state: AlertState; count: number }>(
      db,
      sql`select state, count(*) from alert where origin = 'reader' group by state`,
    ),
    found<FoundDeliveries>(db, deliveriesOf(sql`alert_id in (select alert_id from alert where origin = 'reader')`)),
    found<{ errorClass: DeliveryErrorClass; messages: number }>(
      db,
      sql`select last_error_class as "errorClass", count(*) as messages
        from delivery join alert using (alert_id)
        where origin = 'reader' and last_error_class is not null
          and (delivery.state = 'waiting' and alert.state = 'active' or delivery.state = 'failed' and ${NOT_OLD})
        group by last_error_class order by messages desc, last_error_class`,
    ),
    found<AlertsView["days"][number]>(
      db,
      sql`select to_char(created_at at time zone 'America/New_York', 'YYYY-MM-DD') as day,
          count(*) filter (where state = 'delivered') as delivered,
          count(*) filter (where state = 'waiting') as waiting,
          count(*) filter (where state = 'failed') as failed
        from delivery where ${NOT_OLD} and (state <> 'waiting' or ${OF_ACTIVE}) group by day order by day desc limit ${DAYS_LISTED}`,
    ),
  ]);
  const countOf = (state: AlertState) => states.find((each) => each.state === state)?.count ?? 0;
  return {
    alerts: alerts.map(operatorAlert),
    alertsInAll: inAll?.count ?? 0,
    mailAlerts: inAll?.mail ?? 0,
    readers: {
      ...deliveries(ofReaders),
      states: {
        active: countOf("active"),
        unconfirmed: countOf("unconfirmed"),
        stopped: countOf("stopped"),
        paused: countOf("paused"),
        disabled: countOf("disabled"),
      },
      errors,
    },
    days,
  };
}

const instant = (text: string | null) => (text === null ? null : new Date(text).toISOString());

const deliveries = (counts: FoundDeliveries | undefined): Deliveries => ({
  delivered: counts?.delivered ?? 0,
  failed: counts?.failed ?? 0,
  waiting: counts?.waiting ?? 0,
  collected: counts?.collected ?? 0,
  lastDeliveredAt: instant(counts?.last_delivered_at ?? null),
});

function operatorAlert(alert: FoundAlert): OperatorAlert {
  const { name, view, channel, receiver, rate, state } = alert;
  return {
    name: name ?? "",
    view,
    channel,
    receiver: receiver ?? "",
    rate,
    state,
    stateReason: alert.state_reason,
    ...deliveries(alert),
    trouble: alert.error_class && {
      errorClass: alert.error_class,
      error: alert.error,
      at: instant(alert.error_at),
      nextTryAt: instant(alert.next_try_at),
    },
  };
}
