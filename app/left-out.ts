import { countImplausible } from "@/db/queries/count-implausible";
import type { Db } from "@/db/server/client";
import { type FilingFilter, filterUrl } from "@/lib/filters/filing-filter";
import { transactionsUrl } from "@/lib/urls";
import type { LeftOut } from "@/lib/views/lists";

/** What the totals of the transactions under a filter leave out, and the list of it. */
export async function loadLeftOut(db: Db, filter: FilingFilter): Promise<LeftOut> {
  const { rows, prices } = await countImplausible(db, filter);
  return {
    implausible: rows,
    prices,
    url: filterUrl(transactionsUrl(), { ...filter, implausible: ["yes"] }),
  };
}
