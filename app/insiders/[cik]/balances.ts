import type { InsiderReading } from "@/app/insiders/[cik]/read-insider";
import { derivativeLadder } from "@/lib/holdings/derivative-ladder";
import { type HeldSecurity, heldSecurities } from "@/lib/holdings/held-securities";
import { lastBalances } from "@/lib/holdings/last-balances";
import { splitsOfLines } from "@/lib/holdings/splits-of-lines";
import { rowKey } from "@/lib/record/row-in-filing";
import { heldBefore } from "@/lib/series/held-before";
import type { HoldingLine } from "@/lib/series/holding-points";
import { type SeriesByIssuer, seriesByIssuer } from "@/lib/series/series-by-issuer";
import type { HeldThen, InsiderView } from "@/lib/views/insider";

/** Charts and tables of holdings and derivatives, regardless of the dates and codes in the filter. */
export function readBalances(
  { asked, rows, lines, splits, labels, issuers }: InsiderReading,
  today: string,
): Pick<InsiderView, "balances" | "holdings" | "derivatives"> & {
  drawn: SeriesByIssuer | null;
  heldThen: HeldThen | null;
} {
  const balances = lastBalances(rows);
  const held = heldSecurities(balances, rows, splitsOfLines(rows, splits));
  const askedFor = new Set(lines.map(({ key }) => key));
  const drawn = seriesByIssuer(rows, {
    traded: { from: asked.filter.tradedFrom, to: asked.filter.tradedTo },
    issuers: [...new Set(issuers.map(({ cik }) => cik))],
    isMarked: (row) => askedFor.has(rowKey(row)),
    splits,
  });
  return {
    balances,
    holdings: { held, issuers: labels },
    derivatives: { ladder: derivativeLadder(rows, balances, today, splits), issuers: labels },
    drawn,
    heldThen: issuers.length === 1 ? heldThen(held, drawn?.series.lines ?? []) : null,
  };
}

const YEARS = 3;

function heldThen([first]: readonly HeldSecurity[], lines: readonly HoldingLine[]): HeldThen | null {
  const [direct, ...others] = first?.parts.filter(({ ownership }) => ownership !== "I") ?? [];
  const line = direct && others.length === 0 ? lines.find(({ id }) => id === direct.holdingLine) : undefined;
  const before = line ? heldBefore(line, YEARS) : null;
  return before && { balance: before.balance, years: YEARS, isAdjusted: before.isAdjusted };
}
