import type { Client } from "pg";

type Made = { table: string; name: string; definition: string; drop: string };

/** What is quicker to create once a table has its rows: foreign keys, primary keys and indexes. */
const MADE_ON_TABLES = `
  select t.relname as table, c.conname as name,
    format('alter table %I add constraint %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid)) as definition,
    format('alter table %I drop constraint %I', t.relname, c.conname) as drop,
    case c.contype when 'f' then 2 else 0 end as turn
  from pg_constraint c join pg_class t on t.oid = c.conrelid
  where t.relnamespace = current_schema::regnamespace and t.relname = any($1) and c.contype in ('p', 'u', 'f')
  union all
  select t.relname, i.relname, pg_get_indexdef(i.oid), format('drop index %I', i.relname), 1
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
  where t.relnamespace = current_schema::regnamespace and t.relname = any($1)
    and not exists (select from pg_constraint c where c.conindid = i.oid)
  order by turn, "table", name`;

/**
 * Drops them, in the caller's transaction. It needs only the owner's rights. Foreign keys are then checked once, when they are
 * created again, and not for each row.
 * @returns a function that creates them again.
 */
export async function setKeysAside(
  client: Client,
  tables: readonly string[],
): Promise<(onProgress: (done: number, total: number, name: string) => void) => Promise<void>> {
  const { rows } = await client.query<Made>(MADE_ON_TABLES, [tables]);
  for (const { drop } of rows.toReversed()) await client.query(drop);
  return async (onProgress) => {
    await client.query("set local maintenance_work_mem = '256MB'");
    for (const [done, { name, definition }] of rows.entries()) {
      onProgress(done, rows.length, name);
      await client.query(definition);
    }
    for (const table of tables) await client.query(`analyze ${client.escapeIdentifier(table)}`);
  };
}
