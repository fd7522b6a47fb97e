import type { BalanceCheck } from "@/lib/record/balance-check";
import { formatShares } from "@/lib/values/decimals";
import { noteNumber } from "@/lib/views/note";
import { CheckResult, changeText, PriorBalance } from "./balance-sum";
import type { FormRow } from "./form-row";

const MISSING: Record<NonNullable<BalanceCheck["missing"]>, string> = {
  balance: "the row states no balance",
  shares: "the row states no amount",
  acquiredDisposedCode: "the row states neither A nor D",
  "rows between": "a row between them states no balance",
};

/**
 * "154,377 + 13,200 = 167,577 ✓" or "35,590 + 18,200 = 53,790 +412" under a balance, or why the two cannot be compared.
 * Empty if there is no previous balance.
 */
export const FormCheck = ({ of }: { of: FormRow }) => {
  const { check } = of;
  if (check?.state === "not_comparable" && check.missing !== null) {
    return <span className="under">not comparable: {MISSING[check.missing]}</span>;
  }
  if (check?.state !== "consistent" && check?.state !== "gap") return null;
  return (
    <>
      <span className="under">
        <PriorBalance of={of} />
        {changeText(of) || " before"}{" "}
        <span className="nowrap">
          {changeText(of) !== "" && <span className="only-in-columns">= {formatShares(check.expected)} </span>}
          <CheckResult of={of} />
        </span>
      </span>
      {check.state === "gap" && check.reason === null && <Unexplained of={of} />}
    </>
  );
};

/** A footnote on the balance can say more than we read from it, so link to it. */
const Unexplained = ({ of: { row } }: { of: FormRow }) => {
  const [note] = row.sharesOwnedFollowing.footnotes;
  return (
    <span className="under">
      {note === undefined ? (
        "no filing explains it"
      ) : (
        <>
          we found no reason in <a href={`#${note}`}>footnote {noteNumber(note)}</a>
        </>
      )}
    </span>
  );
};
