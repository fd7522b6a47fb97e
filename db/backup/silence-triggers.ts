import type { Client } from "pg";

const STATES: Record<string, string> = { O: "enable", A: "enable always", R: "enable replica" };

/**
 * Keeps the triggers of all tables from firing, in the caller's transaction. A backup contains the counts that they keep, so its
 * rows must not be counted again.
 * @returns a function that lets them fire again.
 */
export async function silenceTriggers(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; state: string }>(`
    select t.relname as table, g.tgname as name, g.tgenabled as state
    from pg_trigger g join pg_class t on t.oid = g.tgrelid
    where t.relnamespace = current_schema::regnamespace and not g.tgisinternal and g.tgenabled <> 'D'`);
  const set = async (table: string, name: string, state: string) => {
    await client.query(
      `alter table ${client.escapeIdentifier(table)} ${state} trigger ${client.escapeIdentifier(name)}`,
    );
  };
  for (const { table, name } of rows) await set(table, name, "disable");
  return async () => {
    for (const { table, name, state } of rows) await set(table, name, STATES[state] ?? "enable");
  };
}
