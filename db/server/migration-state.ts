import { sql } from "drizzle-orm";
import journal from "@/db/migrations/meta/_journal.json";
import { isNewer, NEWEST_KNOWN } from "@/db/server/newer-database";
import type { Db } from "./client";

export type MigrationState = {
  applied: number;
  expected: number;
  /** Whether the database has exactly the migrations that this version knows. */
  isCurrent: boolean;
  /** Whether it has more than that, because a newer version has written it. */
  isNewer: boolean;
};

export async function findMigrationState(db: Db): Promise<MigrationState> {
  const expected = journal.entries.length;
  const { rows: there } = await db.execute<{ is_there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as is_there`,
  );
  if (!there[0]?.is_there) return { applied: 0, expected, isCurrent: false, isNewer: false };
  const { rows } = await db.execute<{ applied: string; newest: string | null }>(
    sql`select count(*) as applied, max(created_at) as newest from drizzle.__drizzle_migrations`,
  );
  const applied = Number(rows[0]?.applied ?? 0);
  const newest = Number(rows[0]?.newest ?? 0);
  const newer = isNewer({ applied, newest });
  return { applied, expected, isCurrent: !newer && newest >= NEWEST_KNOWN, isNewer: newer };
}
