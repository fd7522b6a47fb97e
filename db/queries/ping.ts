import { sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";

/** Asks the database for an answer, whatever it holds. */
export const ping = (db: Db) => db.execute(sql`select 1`);
