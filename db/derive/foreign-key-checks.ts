import type { ClientBase } from "pg";

/**
 * Leaves them out for the rest of a transaction whose rows stand on filings that it has just read. Only a superuser may;
 * others pay for them.
 */
export async function withoutForeignKeyChecks(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ on: string }>("select current_setting('is_superuser') as on");
  if (rows[0]?.on === "on") await client.query("set local session_replication_role = replica");
}
