import { type SQL, sql } from "drizzle-orm";
import type { ListOrder } from "@/lib/filters/list-order";

/** An implausible figure counts as none. */
const plausible = (figure: string) => sql.raw(`case when not is_implausible then ${figure} end`);

/** What a line is sorted by, as in `db/queries/sorted-filings.ts`. The copy has no names. */
export const SORT_KEYS: Partial<Record<ListOrder["column"], SQL>> = {
  filed: sql`null`,
  traded: sql`traded_on`,
  value: sql`value`,
  shares: plausible("shares"),
  price: plausible("price"),
  change: sql`change`,
  delay: sql`delay`,
};
