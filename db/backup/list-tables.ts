import { sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";

export type ListedTable = {
  name: string;
  /** In the table's order, without those that PostgreSQL computes. */
  columns: { name: string; type: string }[];
};

/** The tables as the database has them. Its schema may be older or newer than this program. */
export async function listTables(db: Db): Promise<ListedTable[]> {
  const { rows } = await db.execute<ListedTable>(sql`
    select c.relname as name,
      json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = current_schema::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`);
  return rows;
}
