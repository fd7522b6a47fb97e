import { countImplausible } from "@/db/queries/count-implausible";
import type { Db } from "@/db/server/client";
import { type FilingFilter, filterUrl, tradeCodes } from "@/lib/filters/filing-filter";
import { transactionsUrl } from "@/lib/urls";
import { upTo } from "@/lib/values/counts";
import type { LeftOut } from "@/lib/views/lists";

/** What the totals of purchases and sales under a filter leave out, and the list of it. */
export async function loadLeftOut(db: Db, filter: FilingFilter): Promise<LeftOut> {
  const code = tradeCodes(filter);
  const counted =
    code.length === 0 ? { implausible: upTo(0), prices: 0 } : await countImplausible(db, { ...filter, code });
  return {
    ...counted,
    url: filterUrl(transactionsUrl(), { ...filter, code, implausible: ["yes"] }),
  };
}
