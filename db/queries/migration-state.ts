import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import journal from "@/db/migrations/meta/_journal.json";

export type MigrationState = { applied: number; expected: number; isCurrent: boolean };

/** Whether the database has every migration that this version of the code knows; a newer database has more. */
export async function findMigrationState(db: Db): Promise<MigrationState> {
  const newest = Math.max(...journal.entries.map(({ when }) => when));
  const { rows: there } = await db.execute<{ is_there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as is_there`,
  );
  if (!there[0]?.is_there) return { applied: 0, expected: journal.entries.length, isCurrent: false };
  const { rows } = await db.execute<{ applied: string; newest: string | null }>(
    sql`select count(*) as applied, max(created_at) as newest from drizzle.__drizzle_migrations`,
  );
  return {
    applied: Number(rows[0]?.applied ?? 0),
    expected: journal.entries.length,
    isCurrent: Number(rows[0]?.newest ?? 0) >= newest,
  };
}
