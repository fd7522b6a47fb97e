import { Missing } from "@/components/ui/missing";
import type { ComparedField, Said } from "@/lib/amendments/compare-rows";
import { formatShares } from "@/lib/values/decimals";
import { formatPrice } from "@/lib/values/money";
import { noteNumber } from "@/lib/views/note";

const MONEY: ReadonlySet<ComparedField> = new Set([
  "conversionOrExercisePrice",
  "pricePerShare",
  "transactionTotalValue",
  "underlyingSecurityValue",
  "valueOwnedFollowing",
]);
const SHARES: ReadonlySet<ComparedField> = new Set([
  "transactionShares",
  "underlyingSecurityShares",
  "sharesOwnedFollowing",
]);

type ComparedValueProps = {
  field: ComparedField;
  said: Said;
  /** Whether the footnotes differ. If so, their text is shown. */
  notesDiffer: boolean;
};

/** A cell as one filing states it: the value with every digit filed, and the text of its footnotes. */
export const ComparedValue = ({ field, said: { value, notes }, notesDiffer }: ComparedValueProps) => {
  const shown = valueText(field, value);
  return (
    <>
      {shown ?? (field === "row" && notes.length > 0 ? null : <Missing />)}
      {notesDiffer &&
        notes.map(({ id, text }) => (
          <span className="compared-note" key={id}>
            <span className="note-number">footnote {noteNumber(id)}</span> <q className="quoted">{text}</q>
          </span>
        ))}
    </>
  );
};

function valueText(field: ComparedField, value: string | null): string | null {
  if (MONEY.has(field)) return formatPrice(value, { asFiled: true });
  if (SHARES.has(field)) return formatShares(value, { asFiled: true });
  return field === "equitySwapInvolved" ? (value === null ? "no" : "yes") : value;
}
