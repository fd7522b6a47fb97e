import { CodeChip } from "@/components/ui/code-chip";
import { Doubt } from "@/components/ui/doubt";
import { ImplausibleFigure, WhyImplausible } from "@/components/ui/implausible";
import { Missing } from "@/components/ui/missing";
import { Money } from "@/components/ui/money";
import { StatedPriceRange } from "@/components/ui/price-range";
import { Shares } from "@/components/ui/shares";
import { Unread } from "@/components/ui/unread";
import { describeTrade, planDays } from "@/lib/headlines/describe-trade";
import { holdersInWords } from "@/lib/headlines/holders-in-words";
import { holderOf } from "@/lib/holdings/row-holder";
import type { TransactionLine } from "@/lib/lists/transaction-lines";
import { shortIssuerName } from "@/lib/names/names";
import type { FilingIssuer } from "@/lib/record/filing";
import { isAmendment } from "@/lib/record/form-name";
import { issuerLabel } from "@/lib/record/issuer-label";
import { type ReportedRow, rowId } from "@/lib/record/reported-row";
import { issuerUrl, rowUrl } from "@/lib/urls";
import { parseDecimal } from "@/lib/values/decimal";
import { formatSharesChange } from "@/lib/values/decimals";
import { formatPrice, formatValue } from "@/lib/values/money";

type TransactionProps = {
  line: TransactionLine;
  /** Whether the line above belongs to another filing or day. If so, nothing is abbreviated. */
  opensFiling: boolean;
};

/** The code as a chip, with the form if it is an amendment, and how the row counts if several filings report the trade. */
export const Transaction = ({ line, opensFiling }: TransactionProps) => {
  const { entry, row, hasExercisePrice, underPlan, marks } = line;
  const form = entry.filing.documentType;
  const { trade } = line.derived;
  const said = describeTrade({ ...line.derived, row, rows: entry.rows, facts: entry.derived.facts });
  return (
    <>
      <Doubt row={row} of={["transactionCode"]}>
        {row.transactionCode === null ? (
          <Missing />
        ) : (
          <CodeChip
            code={row.transactionCode}
            hasExercisePrice={hasExercisePrice}
            underPlan={underPlan}
            planDays={planDays(trade?.plan?.adoptedOn ?? null, row.transactionDate.value)}
            timeliness={row.timeliness.value}
            equitySwapInvolved={row.equitySwapInvolved}
          />
        )}
      </Doubt>
      {isAmendment(form) && (
        <>
          {" "}
          <span className="form-tag" title={`Reported on an amendment, Form ${form}`}>
            {form}
          </span>
        </>
      )}
      {said && <span className="under">{said}</span>}
      <WhyImplausible implausible={line.derived.implausible} />
      {marks?.event && opensFiling && <span className="under">{marks.event.sentence}</span>}
      {marks?.event && !opensFiling && (
        <>
          {" "}
          <span className="tag" title={marks.event.sentence}>
            {marks.event.isCounted ? "counted once, here" : "counted once"}
          </span>
        </>
      )}
    </>
  );
};

/** The title as filed, with the exercise price that identifies a grant. On phones also how it is owned. It links to its row. */
export const Security = ({ line }: { line: TransactionLine }) => {
  const { entry, row } = line;
  const price = parseDecimal(row.conversionOrExercisePrice.value)?.gt(0) ? row.conversionOrExercisePrice.value : null;
  return (
    <a className="quiet-link" href={rowUrl(entry.filing.accessionNumber, rowId(row))}>
      {row.securityTitle.value ?? <Missing />}
      {price !== null && `, ${formatPrice(price)}`}
      {row.directOrIndirect.value === "I" && (
        <span className="phone-only">
          , <Ownership line={line} />
        </span>
      )}
    </a>
  );
};

/** The nature of ownership as filed, and the holder if only the footnotes name it. */
export const Ownership = ({ line: { entry, row } }: { line: TransactionLine }) => {
  const nature = row.natureOfOwnership.value;
  if (row.unread.includes("directOrIndirect")) return <Unread />;
  if (row.directOrIndirect.value === "D") return "Direct";
  if (row.directOrIndirect.value !== "I") return nature ?? <Missing />;
  const names = holderOf(row, entry.derived.facts)?.names ?? [];
  return (
    <>
      {nature ?? "Indirect"}
      {names.length > 0 && !names.some((name) => nature?.includes(name)) && (
        <span className="under">{holdersInWords(names)}</span>
      )}
    </>
  );
};

/** The price. For an average, also the range stated in its footnote. */
export const Price = ({ line: { row, derived } }: { line: TransactionLine }) => {
  const reading = derived.trade?.price ?? null;
  return (
    <>
      <Doubt row={row} of={["pricePerShare"]}>
        <ImplausibleFigure implausible={derived.implausible} of={["pricePerShare"]}>
          <Money
            text={formatPrice(row.pricePerShare.value, { currency: derived.trade?.currency })}
            average={reading?.isAverage}
          />
        </ImplausibleFigure>
      </Doubt>
      {reading && <StatedPriceRange price={row.pricePerShare.value} reading={reading} isBrief />}
    </>
  );
};

/** The value. On phones also the number of shares and the price. */
export const Value = ({ line: { row, value, derived } }: { line: TransactionLine }) => {
  const shares = formatSharesChange(row.transactionShares.value, row.acquiredDisposedCode.value);
  const price = formatPrice(row.pricePerShare.value, { currency: derived.trade?.currency });
  return (
    <>
      <Doubt row={row} of={["transactionShares", "pricePerShare"]}>
        <ImplausibleFigure implausible={derived.implausible} of={["pricePerShare", "transactionShares"]}>
          <Money
            text={formatValue(value, { currency: derived.trade?.currency })}
            strong={derived.implausible === null && (row.transactionCode === "P" || row.transactionCode === "S")}
          />
        </ImplausibleFigure>
      </Doubt>
      <span className="at">
        {shares ?? "shares not reported"}
        {price !== null && (
          <ImplausibleFigure
            implausible={derived.implausible}
            of={["pricePerShare"]}
          >{` at ${derived.trade?.price?.isAverage ? "avg " : ""}${price}`}</ImplausibleFigure>
        )}
      </span>
    </>
  );
};

/** The balance in shares or, for securities reported by value, the value owned. */
export const HeldAfter = ({ row }: { row: ReportedRow }) =>
  row.sharesOwnedFollowing.value === null && row.valueOwnedFollowing.value !== null ? (
    <Money text={formatValue(row.valueOwnedFollowing.value)} />
  ) : (
    <Doubt row={row} of={["sharesOwnedFollowing"]}>
      <Shares shares={row.sharesOwnedFollowing.value} />
    </Doubt>
  );

export const IssuerLabel = ({ issuer }: { issuer: FilingIssuer }) => {
  const label = issuerLabel(issuer);
  if (label === null) return <Missing />;
  const shown = <span title={issuer.name ? shortIssuerName(issuer.name) : undefined}>{label}</span>;
  return issuer.cik === null ? (
    shown
  ) : (
    <a className="quiet-link" href={issuerUrl(issuer.cik)}>
      {shown}
    </a>
  );
};
