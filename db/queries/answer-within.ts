import { sql } from "drizzle-orm";
import { queryFailure } from "@/db/queries/query-failure";
import type { Db } from "@/db/server/client";

/** The answer to a query, or null if it takes longer than `ms`. One query at a time. */
export async function answerWithin<T>(db: Db, ms: number, ask: (db: Db) => Promise<T>): Promise<T | null> {
  try {
    return await db.transaction(async (client) => {
      await client.execute(sql.raw(`set local statement_timeout = ${ms}`));
      return ask(client);
    });
  } catch (error) {
    if (queryFailure(error) === "too slow") return null;
    throw error;
  }
}
