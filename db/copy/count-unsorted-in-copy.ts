import type { DuckDBConnection } from "@duckdb/node-api";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { searchFor } from "@/db/copy/found-lines";
import { PlaceInOrder } from "@/db/copy/place-in-order";
import type { ResolvedFilter } from "@/db/copy/questions";
import type { ListOrder } from "@/lib/filters/list-order";
import { COUNTED, type Count, upTo } from "@/lib/values/counts";

/** The transactions under a filter without a value to sort by, up to 10,000; null if the copy does not know. */
export async function countUnsortedInCopy(
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: CountedLines,
  asked: ResolvedFilter,
  order: ListOrder,
): Promise<Count | null> {
  if (order.column === "insider" || order.column === "issuer" || asked.insiders !== null) return null;
  const inOrder = new PlaceInOrder(lines, classes, { order, start: null });
  let count = 0;
  for await (const numbers of searchFor(connection, classes, lines, asked).find()) {
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      if (inOrder.isLast(line, lines.classes[line] as number)) count++;
    }
    if (count > COUNTED) break;
  }
  return upTo(count);
}
