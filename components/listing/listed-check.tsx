import { Icon } from "@/components/ui/icon";
import { describeGap } from "@/lib/holdings/describe-gap";
import type { BalanceCheck } from "@/lib/record/balance-check";
import type { ReportedRow } from "@/lib/record/reported-row";
import { placeUrl, rowUrl } from "@/lib/urls";
import { formatShares, formatSigned, minus } from "@/lib/values/decimals";
import { upperFirst } from "@/lib/values/upper-first";

/** Whether a balance follows from the previous one: a tick, the difference and its reason, or nothing to compare. */
export const ListedCheck = ({ row, check }: { row: ReportedRow; check: BalanceCheck | null }) => {
  if (check?.state === "consistent") {
    return (
      <span title={arithmetic(row, check)}>
        <Icon name="check" size={12} />
        <span className="visually-hidden">agrees: {arithmetic(row, check)}</span>
      </span>
    );
  }
  if (check?.state === "gap") return <Gap row={row} check={check} />;
  return null;
};

/** "35,590 + 18,200 = 53,790". */
function arithmetic(
  { kind, transactionShares, acquiredDisposedCode }: ReportedRow,
  { prior, expected }: BalanceCheck,
): string {
  const before = formatShares(prior?.balance ?? null) ?? "the previous balance";
  if (kind === "holding") return `${before} before`;
  const sign = acquiredDisposedCode.value === "D" ? minus : "+";
  return `${before} ${sign} ${formatShares(transactionShares.value)} = ${formatShares(expected)}`;
}

/** The difference, which opens to show how it was calculated. */
const Gap = ({ row, check }: { row: ReportedRow; check: BalanceCheck }) => {
  const gap = describeGap(check);
  const { prior } = check;
  return (
    <details className="gap-check">
      <summary title={arithmetic(row, check)}>
        <span className="gap-value">{formatSigned(check.difference)}</span>
        {gap?.short != null && <span className="under">{gap.short}</span>}
      </summary>
      <span className="gap-sum">
        {arithmetic(row, check)}, but the filing reports {formatShares(check.reported)}
        {prior && (
          <>
            ; <a href={rowUrl(prior.accessionNumber, prior.row)}>see the previous balance</a>
          </>
        )}
        .{" "}
        {gap?.reason == null ? (
          "No filing explains it."
        ) : (
          <Reason reason={gap.reason} words={gap.words} from={gap.from} />
        )}
      </span>
    </details>
  );
};

const Reason = ({ reason, words, from }: { reason: string; words: string | null; from: string | null }) => (
  <>
    {upperFirst(reason)}
    {from !== null && (
      <>
        : <a href={placeUrl(from)}>{words === null ? "see this row" : `“${words}”`}</a>
      </>
    )}
    {words?.endsWith(".") ? "" : "."}
  </>
);
