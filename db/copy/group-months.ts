import type { CountedLines } from "@/db/copy/counted-lines";
import { type FacetClasses, PURCHASE, SALE } from "@/db/copy/facet-classes";
import { type FoundTrades, rolesOf } from "@/db/copy/find-trades";
import { type GroupKey, monthOf, NO_DAY, NO_GROUP, printMonth } from "@/db/copy/group-keys";
import { PlaceTable } from "@/db/copy/place-table";
import type { TradeMonth } from "@/lib/filters/grouping";
import { ROLES } from "@/lib/record/role";

/** The purchases and sales of each month, in order, by the key of their group. */
export function monthsOf(
  lines: CountedLines,
  classes: FacetClasses,
  found: FoundTrades,
  key: GroupKey,
): Map<number, TradeMonth[]> {
  const isByRole = key.by === "role";
  const cells = new PlaceTable();
  const [purchases, sales]: [number[], number[]] = [[], []];
  for (const numbers of found.parts)
    for (let at = 0; at < numbers.length; at++) {
      const line = numbers[at] as number;
      const summedAs = classes.summedAs[lines.classOf(line)];
      if (summedAs !== PURCHASE && summedAs !== SALE) continue;
      const group = isByRole ? rolesOf(line, lines, found, key) : key.of(line);
      const day = key.day(line);
      if (group === NO_GROUP || day === NO_DAY) continue;
      const cell = cells.of(group, monthOf(day));
      if (cell === purchases.length) {
        purchases.push(0);
        sales.push(0);
      }
      const counts = summedAs === SALE ? sales : purchases;
      counts[cell] = (counts[cell] as number) + 1;
    }
  const months = new Map<number, Map<number, TradeMonth>>();
  for (let cell = 0; cell < cells.length; cell++) {
    const [group, month] = [cells.firstOf(cell), cells.secondOf(cell)];
    for (const of of isByRole ? rolesIn(group) : [group]) {
      const ofGroup = months.get(of) ?? new Map<number, TradeMonth>();
      months.set(of, ofGroup);
      const known = ofGroup.get(month) ?? { month: printMonth(month), purchases: 0, sales: 0 };
      ofGroup.set(month, known);
      known.purchases += purchases[cell] as number;
      known.sales += sales[cell] as number;
    }
  }
  return new Map([...months].map(([of, ofGroup]) => [of, inOrder(ofGroup)]));
}

/** The roles of a combination, by their place in `ROLES`. */
const rolesIn = (bits: number) => ROLES.map((_, place) => place).filter((place) => ((bits >> place) & 1) === 1);

const inOrder = (months: Map<number, TradeMonth>): TradeMonth[] =>
  [...months].sort(([one], [other]) => one - other).map(([, month]) => month);
