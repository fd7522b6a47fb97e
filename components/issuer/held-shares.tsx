import { Missing } from "@/components/ui/missing";
import { Shares } from "@/components/ui/shares";
import type { HeldLine, RosterSecurity } from "@/lib/holdings/roster-holdings";
import { formatShares } from "@/lib/values/decimals";

type HeldSharesProps = {
  securities: RosterSecurity[];
  /** Whether the newest filing says that no securities are owned. */
  isNone: boolean;
  /** Whether to name the security even if there is only one. */
  isTitled?: boolean;
};

const MOST_SHOWN = 3;
const MOST_VEHICLES = 2;
const LONGEST_VEHICLE = 32;

/** Last balances: one number if all lines are of one security, otherwise one for each, with the vehicles below. */
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
          {hasTitles && <span className={isTitled ? undefined : "secondary"}> {security.title ?? "untitled"}</span>}
          <Vehicles security={security} />
          <Joint lines={security.lines} />
        </span>
      ))}
      {held.length > MOST_SHOWN && <span className="under">and {held.length - MOST_SHOWN} more</span>}
    </>
  );
};

const isHeld = ({ balance }: HeldLine): boolean => Number(balance) !== 0;

/** Says that others reported the same balance with this insider, since it may be theirs. */
const Joint = ({ lines }: { lines: readonly HeldLine[] }) => {
  const held = lines.filter(isHeld);
  const joint = held.filter(({ jointOwners }) => jointOwners > 0);
  if (joint.length === 0) return null;
  const others = Math.max(...joint.map(({ jointOwners }) => jointOwners));
  const part = joint.length === held.length ? "" : `${joint.length} of ${held.length} lines `;
  return (
    <span className="under" title="Reported jointly with others, who may own it">
      {part}joint with {others} {others === 1 ? "other" : "others"}
    </span>
  );
};

/** The vehicles. If there are several, each has its balance; if there are too many, only their number is shown. */
const Vehicles = ({ security: { lines } }: { security: RosterSecurity }) => {
  const held = lines.filter((line) => isHeld(line) && line.vehicle !== null);
  if (held.length === 0) return null;
  const told = held.map(({ vehicle, balance, holdingLine }) => ({
    vehicle: vehicle ?? "",
    balance: formatShares(balance) ?? "",
    holdingLine,
  }));
  const title = told.map(({ vehicle, balance }) => `${balance} ${vehicle}`).join("; ");
  if (told.length > MOST_VEHICLES || told.some(({ vehicle }) => vehicle.length > LONGEST_VEHICLE)) {
    return (
      <span className="under" title={title}>
        {told.length} {told.length === 1 ? "line" : "lines"}
      </span>
    );
  }
  return told.map(({ vehicle, balance, holdingLine }) => (
    <span key={holdingLine} className="under">
      {told.length > 1 && `${balance} `}
      {vehicle}
    </span>
  ));
};
