import Big from "big.js";
import { securityNoun } from "@/lib/headlines/security-words";
import type { LadderOfDerivatives } from "@/lib/holdings/derivative-ladder";
import type { HeldSecurity } from "@/lib/holdings/held-securities";
import { isClassOfShares } from "@/lib/holdings/holding-line";
import { plural } from "@/lib/values/counts";
import { formatDate } from "@/lib/values/dates";
import { formatShares } from "@/lib/values/decimals";
import type { HeldThen } from "@/lib/views/insider";

type HeldInWordsProps = {
  /** Securities of one issuer. */
  held: readonly HeldSecurity[];
  /** What is open in Table II, where convertible classes of shares are reported too. */
  derivatives?: LadderOfDerivatives["totals"];
  then: HeldThen | null;
  /** The end of the period in view. A later balance does not belong to that period. */
  until?: string | null;
};

const MOST_SECURITIES = 2;

/** "Held 47,432 shares of Common Stock directly on June 10, 2025, up from 21,622 three years before, and 5,000 indirectly." */
export const HeldInWords = ({ held, derivatives = [], then, until = null }: HeldInWordsProps) => {
  const inShares = held.filter(({ total }) => total !== null);
  const left = inShares.filter(({ parts }) => parts.length > 0);
  if (inShares.length === 0) return "No balance of shares has been reported.";
  if (left.length === 0) return <NoneOfTableI titles={inShares.map(({ title }) => title)} derivatives={derivatives} />;
  return (
    <>
      {left.slice(0, MOST_SECURITIES).map((security, index) => (
        <span key={security.title}>
          {index > 0 && " "}
          <OfSecurity security={security} then={index === 0 ? then : null} />
        </span>
      ))}
      {left.length > MOST_SECURITIES &&
        ` ${plural(left.length - MOST_SECURITIES, "more security is", "more securities are")} listed under Holdings.`}
      {until !== null &&
        left.some(({ to }) => to !== null && to > until) &&
        ` Balances are the newest reported, not those on ${formatDate(until)}.`}
    </>
  );
};

type NoneOfTableIProps = { titles: readonly (string | null)[]; derivatives: LadderOfDerivatives["totals"] };

/** "Held no shares of Class A Common Stock at the last report, but 16,823,235 shares of Class B Common Stock, listed in Table II." */
const NoneOfTableI = ({ titles, derivatives }: NoneOfTableIProps) => {
  const classes = derivatives.filter(({ title }) => isClassOfShares(title));
  if (classes.length === 0) return "Held no shares at the last report.";
  const [only = null] = titles;
  const none = titles.length === 1 && only !== null ? securityNoun(new Big(0), only) : "shares of Table I";
  return (
    <>
      Held no {none} at the last report, but{" "}
      {classes.map(({ title, total }, index) => (
        <span key={title}>
          {index > 0 && " and "}
          <b>{formatShares(total)}</b> {securityNoun(new Big(total), title)}
        </span>
      ))}
      , listed in Table II.
    </>
  );
};

const OfSecurity = ({ security, then }: { security: HeldSecurity; then: HeldThen | null }) => {
  const { title, parts, direct, indirect, to } = security;
  const name = (shares: string) =>
    title === null ? "shares of an untitled security" : securityNoun(new Big(shares), title);
  const day = to === null ? null : formatDate(to);
  const since = then && direct !== "0" && <Since now={direct} {...then} />;
  if (direct === "0" || indirect === "0") {
    const total = direct === "0" ? indirect : direct;
    return (
      <>
        Held <b>{formatShares(total)}</b> {name(total)} {direct === "0" ? "indirectly" : "directly"}
        {day !== null && (parts.length > 1 ? `, as last reported, most recently on ${day}` : ` on ${day}`)}
        {since}.
      </>
    );
  }
  return (
    <>
      Held <b>{formatShares(direct)}</b> {name(direct)} directly{since}
      {since ? ", and " : " and "}
      <b>{formatShares(indirect)}</b> indirectly{day !== null && `, as last reported, most recently on ${day}`}.
    </>
  );
};

const NUMBERS = ["", "one year", "two years", "three years"];

const Since = ({ now, balance, years, isAdjusted }: HeldThen & { now: string }) => {
  const change = new Big(now).cmp(balance);
  const how = change > 0 ? "up from" : change < 0 ? "down from" : "unchanged from";
  return (
    <>
      , {how} {change === 0 ? "" : formatShares(balance)} {NUMBERS[years] ?? `${years} years`} before
      {isAdjusted && " (adjusted for the split)"}
    </>
  );
};
