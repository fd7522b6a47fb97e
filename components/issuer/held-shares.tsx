import { Missing } from "@/components/ui/missing";
import { Shares } from "@/components/ui/shares";
import { formatShares } from "@/lib/format/decimals";
import type { HeldSecurity } from "@/lib/holdings/roster-holdings";

type HeldSharesProps = {
  securities: HeldSecurity[];
  /** The newest filing says that no securities are owned. */
  isNone: boolean;
  /** Name the security even where there is only one. */
  isTitled?: boolean;
};

const MOST_SHOWN = 3;
const LONGEST_VEHICLE = 32;

/** Last balances: one number where all lines are of one security, else one for each; under it the vehicles. */
export const HeldShares = ({ securities, isNone, isTitled = false }: HeldSharesProps) => {
  if (securities.length === 0) return isNone ? <Shares shares="0" /> : <Missing />;
  const held = securities.filter(({ total }) => total !== "0");
  if (held.length === 0) return <Shares shares="0" />;
  const hasTitles = isTitled || securities.length > 1;
  return (
    <>
      {held.slice(0, MOST_SHOWN).map((security) => (
        <span key={security.title} className={hasTitles ? "held-line" : undefined}>
          {formatShares(security.total)}
          {hasTitles && (
            <span className={isTitled ? undefined : "secondary"}> {security.title ?? "without a title"}</span>
          )}
          <Vehicles security={security} />
        </span>
      ))}
      {held.length > MOST_SHOWN && <span className="under">and {held.length - MOST_SHOWN} more</span>}
    </>
  );
};

/** Through whom it is held, where that is short; else how many lines there are. */
const Vehicles = ({ security: { lines } }: { security: HeldSecurity }) => {
  const vehicles = lines.filter(({ balance }) => Number(balance) !== 0).flatMap(({ vehicle }) => vehicle ?? []);
  if (vehicles.length === 0) return null;
  const [only] = vehicles;
  const words =
    vehicles.length === 1 && only !== undefined && only.length <= LONGEST_VEHICLE
      ? only
      : `${vehicles.length} ${vehicles.length === 1 ? "line" : "lines"}`;
  return (
    <span className="under" title={vehicles.join("; ")}>
      {words}
    </span>
  );
};
