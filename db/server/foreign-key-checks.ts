import type { ClientBase } from "pg";

const PARAMETERS_CAN_BE_GRANTED = 150_000;

/**
 * Skips foreign key checks for the rest of a transaction whose rows belong to filings that it has just read or written, and that
 * nobody else can see yet. A user without this right gets the checks.
 */
export async function withoutForeignKeyChecks(client: ClientBase): Promise<void> {
  if (await mayLeaveOut(client)) await client.query("set local session_replication_role = replica");
}

async function mayLeaveOut(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ isSuperuser: boolean; version: number }>(
    `select current_setting('is_superuser') = 'on' as "isSuperuser", current_setting('server_version_num')::int as version`,
  );
  const [{ isSuperuser, version } = { isSuperuser: false, version: 0 }] = rows;
  if (isSuperuser || version < PARAMETERS_CAN_BE_GRANTED) return isSuperuser;
  const { rows: granted } = await client.query<{ may: boolean }>(
    "select has_parameter_privilege('session_replication_role', 'set') as may",
  );
  return granted[0]?.may ?? false;
}
