import { TradesInWords } from "@/components/listing/trades-in-words";
import { formatDate } from "@/lib/format/dates";
import { formatShares } from "@/lib/format/decimals";
import { sumsLeaveOut } from "@/lib/format/sums-leave-out";
import type { LastBalance } from "@/lib/holdings/last-balances";
import type { TradeSums } from "@/lib/series/trade-sums";

type InsiderStandfirstProps = {
  /** What the sums are of: "In Tesla", "In 3 issuers, code S". */
  scope: string;
  sums: TradeSums;
  /** Balances of the one issuer in view; null where several are. */
  balances: LastBalance[] | null;
  amendmentsLeftOut: number;
  undated: number | null;
};

/** The finding of an insider's page: what was bought, sold and last held, and what the sums leave out. */
export const InsiderStandfirst = ({ scope, sums, balances, amendmentsLeftOut, undated }: InsiderStandfirstProps) => {
  const leftOut = [
    ...sumsLeaveOut(sums),
    ...(amendmentsLeftOut > 0
      ? [
          `${amendmentsLeftOut === 1 ? "1 amendment is" : `${amendmentsLeftOut} amendments are`} in the table and not in sums, charts and balances.`,
        ]
      : []),
    ...(undated
      ? [
          `${undated === 1 ? "1 filing has no known filing date and is" : `${undated} filings have no known filing date and are`} left out.`,
        ]
      : []),
  ];
  return (
    <>
      {scope}: <TradesInWords sums={sums} />. {balances !== null && <Held balances={balances} />} {leftOut.join(" ")}
    </>
  );
};

const MOST_BALANCES = 3;

const Held = ({ balances }: { balances: LastBalance[] }) => {
  const shares = balances.filter(({ table }) => table === "I");
  if (shares.length === 0) return "No balance of shares is reported.";
  const shown = shares
    .toSorted((a, b) => Number(a.ownership === "I") - Number(b.ownership === "I"))
    .slice(0, MOST_BALANCES);
  return (
    <>
      Last reported:{" "}
      {shown.map(({ balance, security, ownership, vehicle, asOf, filing, row }, index) => (
        <span key={`${filing}#${row}`}>
          {index > 0 && "; "}
          <b>{formatShares(balance)}</b> {security ?? "of a security without a title"}{" "}
          {ownership === "I" ? indirectly(vehicle) : "directly"}
          {asOf !== null && ` on ${formatDate(asOf)}`}
        </span>
      ))}
      {shares.length > shown.length && `; and ${shares.length - shown.length} more`}.
    </>
  );
};

const LONGEST_VEHICLE = 40;

/** A short nature of ownership as filed; a long one is a note, and stands with its row. */
const indirectly = (vehicle: string | null) =>
  vehicle !== null && vehicle.length <= LONGEST_VEHICLE
    ? `indirectly (${vehicle.replace(/\s*\.$/, "")})`
    : "indirectly";
