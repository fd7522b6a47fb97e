import Big from "big.js";
import { parseDecimal } from "@/lib/edgar/decimal";
import type { ReportedRow } from "@/lib/edgar/reported-row";
import { orderDay } from "@/lib/format/order-day";
import { inFilingOrder, type SeriesRow } from "@/lib/series/series-row";
import { holdingChains, securityName, vehicleText } from "./holding-line";

/** The last balance of one line. */
export type HeldLine = {
  balance: string;
  /** As filed; null for direct ownership. */
  vehicle: string | null;
  filing: string;
};

/** What is held of one security: lines add up only within it. */
export type HeldSecurity = { title: string | null; total: string; lines: HeldLine[] };

/** Empty where nothing is reported. */
export type RosterHoldings = { direct: HeldSecurity[]; indirect: HeldSecurity[]; derivatives: HeldSecurity[] };

export type ReportedBalance = {
  row: ReportedRow;
  filing: { accessionNumber: string; documentType: string | null; filingDate: string | null; orderedAt: string };
  notes: Record<string, string>;
};

/** What an insider holds by the last report of each line; derivatives are added up by title, whatever their terms. */
export function rosterHoldings(balances: readonly ReportedBalance[]): RosterHoldings {
  const last = holdingChains(balances.map(seriesRow)).flatMap(({ rows }) => [...rows].sort(inFilingOrder).at(-1) ?? []);
  const shares = last.filter(({ row }) => row.tableNumber === "I");
  const isIndirect = ({ row }: SeriesRow) => row.directOrIndirect.value === "I";
  return {
    direct: bySecurity(shares.filter((source) => !isIndirect(source))),
    indirect: bySecurity(shares.filter(isIndirect)),
    derivatives: bySecurity(last.filter(({ row }) => row.tableNumber === "II")),
  };
}

const seriesRow = ({ row, filing, notes }: ReportedBalance): SeriesRow => ({
  row,
  issuerCik: null,
  filing: {
    accessionNumber: filing.accessionNumber,
    filedAt: filing.orderedAt,
    filingDate: filing.filingDate ?? orderDay(filing.orderedAt),
    periodOfReport: null,
    documentType: filing.documentType ?? "",
    aff10b5One: null,
    notes,
  },
});

/** The largest total first. */
function bySecurity(sources: readonly SeriesRow[]): HeldSecurity[] {
  const securities = new Map<string, SeriesRow[]>();
  for (const source of sources) {
    const name = securityName(source.row.securityTitle.value);
    securities.set(name, [...(securities.get(name) ?? []), source]);
  }
  return [...securities.values()]
    .map((held) => ({ title: held[0]?.row.securityTitle.value ?? null, total: total(held), lines: held.map(line) }))
    .sort((a, b) => new Big(b.total).cmp(a.total));
}

const total = (held: readonly SeriesRow[]): string =>
  held.reduce((sum, { row }) => sum.plus(parseDecimal(row.sharesOwnedFollowing.value) ?? 0), new Big(0)).toFixed();

const line = (source: SeriesRow): HeldLine => ({
  balance: source.row.sharesOwnedFollowing.value ?? "",
  vehicle: vehicleText(source),
  filing: source.filing.accessionNumber,
});
