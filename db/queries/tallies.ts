import { sql } from "drizzle-orm";

/** All counts: those added up, and the changes since. Sum `n` over it. */
export const TALLIES = sql`(select * from tally union all select * from tally_change) as counted`;
