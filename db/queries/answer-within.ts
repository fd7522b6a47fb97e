import { sql } from "drizzle-orm";
import { PgTransaction } from "drizzle-orm/pg-core";
import { queryFailure } from "@/db/queries/query-failure";
import type { Db } from "@/db/server/client";

/**
 * The answer to a query, or null if it takes longer than `ms`. One query at a time. In a transaction, as on the page of a past day, there
 * is no limit: it would apply to the rest of the transaction, and a query that is too slow would end all of it.
 */
export async function answerWithin<T>(db: Db, ms: number, ask: (db: Db) => Promise<T>): Promise<T | null> {
  if ((db as object) instanceof PgTransaction) return ask(db);
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
