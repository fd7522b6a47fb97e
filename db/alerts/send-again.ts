import { eq, sql } from "drizzle-orm";
import { alert } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { AlertState } from "@/lib/alerts/alert";

/**
 * Puts the messages that were made on a day in New York back into the queue, if they were delivered or have failed. Their ids stay the same,
 * so a receiver recognises what it has. Alerts that are not active are left out.
 * @param name of one alert of the operator's file; otherwise those of all its alerts
 * @returns how many
 */
export async function sendDayAgain(db: Db, day: string, name: string | null): Promise<number> {
  const { rowCount } = await db.execute(sql`
    update delivery set state = 'waiting', tries = 0, next_try_at = now()
    from alert
    where alert.alert_id = delivery.alert_id and alert.state = 'active' and origin = 'file'
      and (${name}::text is null or alert.name = ${name})
      and delivery.state in ('delivered', 'failed')
      and (delivery.created_at at time zone 'America/New_York')::date = ${day}::date`);
  return rowCount ?? 0;
}

/** The alerts of the operator's file, those that were removed from it included, by name. */
export const listNamedAlerts = (db: Db): Promise<{ name: string | null; state: AlertState }[]> =>
  db.select({ name: alert.name, state: alert.state }).from(alert).where(eq(alert.origin, "file")).orderBy(alert.name);

/** Restarts an alert that we paused or disabled because its receiver refused messages. @returns whether there is such an alert */
export async function resumeAlert(db: Db, name: string): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    update alert set state = 'active', state_reason = null, refusals = 0, state_at = now(), starts_at = now()
    where origin = 'file' and name = ${name} and state in ('paused', 'disabled')`);
  return rowCount === 1;
}
