import type { Connection } from "@/db/server/client";
import { inTransaction } from "@/db/server/in-transaction";
import type { FileAlert } from "@/lib/alerts/alerts-file";

/**
 * Brings the operator's alerts in the database into line with the file. An alert that is new, has another view or comes back begins now.
 * One that was paused or disabled begins again when the file gives it another target.
 */
export const keepFileAlerts = ({ pool }: Pick<Connection, "pool">, alerts: readonly FileAlert[]): Promise<void> =>
  inTransaction(pool, async (client) => {
    const listed = JSON.stringify(
      alerts.map(({ id, name, view, channel, target, rate }) => ({ alert_id: id, name, view, channel, target, rate })),
    );
    await client.query(
      `insert into alert (alert_id, origin, name, view, channel, target, rate, state)
      select alert_id, 'file', name, view, channel, target, rate, 'active'
      from json_populate_recordset(null::alert, $1)
      on conflict (alert_id) do update set
        name = excluded.name, view = excluded.view, channel = excluded.channel, target = excluded.target, rate = excluded.rate,
        starts_at = case when alert.view = excluded.view and alert.state = 'active' then alert.starts_at else now() end,
        state_at = case when alert.state = 'active' then alert.state_at else now() end,
        state = 'active', state_reason = null, refusals = 0
      where (alert.view, alert.channel, alert.target, alert.rate, alert.state) is distinct from
          (excluded.view, excluded.channel, excluded.target, excluded.rate, 'active')
        and (alert.state not in ('paused', 'disabled') or (alert.view, alert.channel, alert.target) is distinct from
          (excluded.view, excluded.channel, excluded.target))`,
      [listed],
    );
    // An alert that stays paused or disabled gets the rate of the file too, for when it is resumed.
    await client.query(
      `update alert set rate = listed.rate from json_populate_recordset(null::alert, $1) as listed
      where alert.alert_id = listed.alert_id and alert.rate <> listed.rate`,
      [listed],
    );
    await client.query(
      `update alert set state = 'stopped', state_reason = 'It is no longer in the file of alerts.', state_at = now()
      where origin = 'file' and state <> 'stopped' and alert_id <> all($1)`,
      [alerts.map(({ id }) => id)],
    );
  });
