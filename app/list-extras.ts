import { findIndustries } from "@/db/queries/issuer";
import { listBalancesSince } from "@/db/queries/line-balances";
import { findSplitsByIssuer } from "@/db/queries/list-splits";
import { findReadingNames } from "@/db/queries/reading-names";
import { type Db, database } from "@/db/server/client";
import { lineThatTraded } from "@/lib/lists/line-that-traded";
import type { FilingEntry } from "@/lib/record/filing";
import { filedOn, type NamedOwner } from "@/lib/record/filing-names";
import { orderDay } from "@/lib/record/order-day";
import { holdingLines, lineOfRow } from "@/lib/series/holding-panels";
import { sparkline } from "@/lib/series/sparkline";
import { groupBy } from "@/lib/values/group-by";
import type { ListExtras } from "@/lib/views/lists";

const MONTHS_DRAWN = 24;
/** A month. A line of a few days, or of a single report, would be only a dot. */
const SHORTEST = 1 / MONTHS_DRAWN;

/**
 * The names of the first owners in reading order, and a small chart for each filing. `others` are owners that the page of an
 * issuer names elsewhere.
 */
export async function loadListExtras(
  entries: readonly FilingEntry[],
  {
    issuerCik = null,
    others = [],
    withIndustries = false,
    db = database(),
  }: { issuerCik?: string | null; others?: readonly NamedOwner[]; withIndustries?: boolean; db?: Db } = {},
): Promise<ListExtras> {
  const traded = entries.flatMap(({ filing, ...entry }) => {
    const row = lineThatTraded({ filing, ...entry });
    return row === null ? [] : [{ filing, row }];
  });
  const [names, industries, rows] = await Promise.all([
    findReadingNames(db, [...entries.flatMap(({ filing }) => filing.owners.slice(0, 1)), ...others], issuerCik),
    withIndustries ? findIndustries(db, [...new Set(entries.flatMap(({ filing }) => filing.issuer.cik ?? []))]) : {},
    listBalancesSince(
      db,
      traded.map(({ row }) => row),
      { months: MONTHS_DRAWN },
    ),
  ]);
  // A split leaves a gap on every line that it affects.
  const gaps = rows.filter(({ derived }) => derived.check?.state === "gap");
  const splits = await findSplitsByIssuer(db, [...new Set(gaps.flatMap(({ issuerCik }) => issuerCik ?? []))]);
  const lines = [...groupBy(rows, ({ issuerCik }) => issuerCik)].flatMap(([cik, ofIssuer]) =>
    holdingLines(ofIssuer, splits.get(cik)),
  );
  const months = traded.flatMap(({ filing, row }) => {
    const line = lineOfRow(lines, row);
    const to = filedOn(filing) ?? orderDay(filing.orderedAt);
    const series = line && to !== null ? sparkline(line, to, MONTHS_DRAWN) : null;
    return series && series.end.at - series.start.at >= SHORTEST ? [[filing.accessionNumber, series] as const] : [];
  });
  return { names, industries, months: Object.fromEntries(months) };
}
