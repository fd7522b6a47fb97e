import { rowId, type TableNumber } from "@/lib/edgar/reported-row";
import { rowDate, type SeriesRow } from "@/lib/series/series-row";
import { type HoldingChain, vehicleText } from "./holding-line";
import { type CheckedRow, chainChecks, rowsWithoutBalance } from "./row-checks";

/** A change of balance that no row explains: exact decimals as text. */
export type BalanceGap = { filing: string; row: string; expected: string | null; reported: string; difference: string };

/** What a holding line came to at its last report. */
export type LastBalance = {
  /** CIK. */
  issuer: string | null;
  table: TableNumber;
  /** Title as last filed. */
  security: string | null;
  ownership: "D" | "I" | null;
  /** Through whom or what, as filed; null for direct ownership. */
  vehicle: string | null;
  balance: string;
  asOf: string | null;
  /** Accession number of the last report, and its row there (`I-2`). */
  filing: string;
  row: string;
  gaps: BalanceGap[];
};

/** The last reported balance of every line, the latest report first. `rows` are those that the lines were made from. */
export const lastBalances = (chains: readonly HoldingChain[], rows: readonly SeriesRow[]): LastBalance[] =>
  chains
    .map((chain) => lastBalance(chain, rowsWithoutBalance(rows)))
    .filter((line) => line !== null)
    .sort((a, b) => compare(b.asOf ?? "", a.asOf ?? ""));

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function lastBalance(chain: HoldingChain, unseen: readonly SeriesRow[]): LastBalance | null {
  const last = chain.rows.at(-1);
  if (!last) return null;
  const { row, filing, issuerCik } = last;
  const ownership = row.directOrIndirect.value;
  return {
    issuer: issuerCik,
    table: row.tableNumber,
    security: row.securityTitle.value,
    ownership: ownership === "D" || ownership === "I" ? ownership : null,
    vehicle: vehicleText(last),
    balance: row.sharesOwnedFollowing.value ?? "",
    asOf: rowDate(last),
    filing: filing.accessionNumber,
    row: rowId(row),
    gaps: chainChecks(chain, unseen).flatMap(gapOf),
  };
}

function gapOf({ source: { row, filing }, check }: CheckedRow): BalanceGap[] {
  const { state, expected, reported, difference } = check;
  if (state !== "gap" || reported === null || difference === null) return [];
  return [{ filing: filing.accessionNumber, row: rowId(row), expected, reported, difference }];
}
