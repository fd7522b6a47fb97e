import { PURCHASE, SALE } from "@/db/copy/facet-classes";
import { monthOf, NO_DAY, printMonth } from "@/db/copy/group-keys";
import { longer } from "@/db/copy/longer";
import { PlaceTable } from "@/db/copy/place-table";
import type { TradeBlock } from "@/db/copy/trade-block";
import type { TradeMonth } from "@/lib/filters/grouping";
import { ROLES } from "@/lib/record/role";

const FIRST_CELLS = 1 << 10;
const [PURCHASES, SALES, COUNTS] = [0, 1, 2];

/** The purchases and sales of each month, by group. */
export class GroupMonths {
  readonly #cells = new PlaceTable();
  #counts = new Int32Array(FIRST_CELLS * COUNTS);

  /** @param isByRole whether groups are combinations of roles */
  constructor(readonly isByRole: boolean) {}

  /** Adds trades whose groups are as `GroupKey.fillGroups` says. */
  add({ length, groups, days, summedAs }: TradeBlock) {
    let [group, month, cell] = [-1, -1, 0];
    for (let at = 0; at < length; at++) {
      const sale = (summedAs[at] as number) - PURCHASE;
      const day = days[at] as number;
      if ((sale !== 0 && sale !== SALE - PURCHASE) || day === NO_DAY) continue;
      const ofDay = monthOf(day);
      // Trades of a filing come together.
      if (groups[at] !== group || ofDay !== month) {
        [group, month] = [groups[at] as number, ofDay];
        cell = COUNTS * this.#cells.of(group, month);
        if (cell === this.#counts.length) this.#counts = longer(this.#counts, 2 * cell);
      }
      this.#counts[cell + sale] = (this.#counts[cell + sale] as number) + 1;
    }
  }

  /** In order, by the key of their group. */
  inOrder(): Map<number, TradeMonth[]> {
    const months = new Map<number, Map<number, TradeMonth>>();
    for (let cell = 0; cell < this.#cells.length; cell++) {
      const [group, month] = [this.#cells.firstOf(cell), this.#cells.secondOf(cell)];
      for (const of of this.isByRole ? rolesIn(group) : [group]) {
        const ofGroup = months.get(of) ?? new Map<number, TradeMonth>();
        months.set(of, ofGroup);
        const known = ofGroup.get(month) ?? { month: printMonth(month), purchases: 0, sales: 0 };
        ofGroup.set(month, known);
        known.purchases += this.#counts[COUNTS * cell + PURCHASES] as number;
        known.sales += this.#counts[COUNTS * cell + SALES] as number;
      }
    }
    return new Map([...months].map(([of, ofGroup]) => [of, inOrder(ofGroup)]));
  }
}

/** The roles of a combination, by their place in `ROLES`. */
const rolesIn = (bits: number) => ROLES.map((_, place) => place).filter((place) => ((bits >> place) & 1) === 1);

const inOrder = (months: Map<number, TradeMonth>): TradeMonth[] =>
  [...months].sort(([one], [other]) => one - other).map(([, month]) => month);
