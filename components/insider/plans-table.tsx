import { SectionHead } from "@/components/site/section-head";
import { CalendarDate } from "@/components/ui/calendar-date";
import { ColumnHeads } from "@/components/ui/column-heads";
import { Missing } from "@/components/ui/missing";
import { tableRoles } from "@/components/ui/table-roles";
import type { InsiderPlan, PlanTotals } from "@/lib/plans/insider-plans";
import { partsOfKey } from "@/lib/record/row-key";
import { methodUrl, placeUrl, rowUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { formatShares } from "@/lib/values/decimals";
import { formatSummary } from "@/lib/values/money";
import type { InsiderView } from "@/lib/views/insider";

const MOST_PLANS = 20;

const SAYS = {
  box: "the form’s box",
  note: "a footnote",
  "not indicated": "not stated",
  "no box": "not stated",
} as const;

/** The 10b5-1 plans mentioned in an insider's filings, each with the trades under it. */
export const PlansTable = ({ plans: { plans, issuers } }: { plans: InsiderView["plans"] }) => {
  if (plans.length === 0) return null;
  const hasIssuers = issuers.size > 1;
  return (
    <section className="section" aria-labelledby="plans">
      <SectionHead
        id="plans"
        title="10b5-1 plans"
        note={`As stated in the filings: ${plans.length === 1 ? "1 plan" : `${plans.length} plans`} by adoption date, most recently used first${plans.length > MOST_PLANS ? `; the first ${MOST_PLANS} are shown, and the JSON has all` : ""}`}
      />
      <table {...tableRoles.table} className="stack labelled">
        <caption className="visually-hidden">10b5-1 plans</caption>
        <ColumnHeads
          columns={[
            ...(hasIssuers ? [["Issuer"] as const] : []),
            ["Adopted"],
            ["Stated by"],
            ["Trades"],
            ["First trade"],
            ["Last trade"],
            ["Days to first trade", "num"],
            ["Wording"],
          ]}
        />
        <tbody {...tableRoles.rowGroup}>
          {plans.slice(0, MOST_PLANS).map((plan) => (
            <Plan
              key={`${plan.issuerCik} ${plan.adoptedOn}`}
              plan={plan}
              issuer={hasIssuers ? (issuers.get(plan.issuerCik) ?? "") : null}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Plan = ({ plan, issuer }: { plan: InsiderPlan; issuer: string | null }) => {
  const { adoptedOn, basis, firstTrade, lastTrade, daysToFirstTrade, words, from, rows } = plan;
  return (
    <tr {...tableRoles.row}>
      {issuer !== null && (
        <td {...tableRoles.cell} className="id">
          {issuer}
        </td>
      )}
      <td {...tableRoles.cell} className="col-what" data-label="Adopted">
        {adoptedOn === null ? (
          <span className="muted">not stated; may be several plans</span>
        ) : (
          <CalendarDate date={adoptedOn} />
        )}
      </td>
      <td {...tableRoles.cell} data-label="Stated by">
        {basis.map((state) => SAYS[state]).join(" and ")}
      </td>
      <td {...tableRoles.cell} data-label="Trades">
        <Traded totals={plan.sales} one="sale" />
        {plan.sales.rows > 0 && plan.purchases.rows > 0 && ", "}
        <Traded totals={plan.purchases} one="purchase" />
        {plan.sales.rows + plan.purchases.rows === 0 && plan.derivatives > 0 && `${plan.derivatives} in derivatives`}
        {plan.notCounted > 0 && (
          <span className="muted">
            {" "}
            {plural(plan.notCounted, "row")} <a href={methodUrl("totals")}>not counted</a>
          </span>
        )}
      </td>
      <td {...tableRoles.cell} data-label="First trade">
        <RowDate date={firstTrade} row={rows[0]} />
      </td>
      <td {...tableRoles.cell} data-label="Last trade">
        <RowDate date={lastTrade} row={rows.at(-1)} />
      </td>
      <td {...tableRoles.cell} className="num" data-label="Days to first trade">
        {daysToFirstTrade?.toLocaleString("en-US") ?? (adoptedOn === null ? "" : <Missing />)}
      </td>
      <td {...tableRoles.cell}>
        {words === null || from === null ? (
          <span className="muted">no footnote</span>
        ) : (
          <a className="quoted" href={placeUrl(from)}>
            “{words}”
          </a>
        )}
      </td>
    </tr>
  );
};

const Traded = ({ totals: { rows, shares, value, valueMissing }, one }: { totals: PlanTotals; one: string }) =>
  rows > 0 && (
    <>
      {rows.toLocaleString("en-US")} {one}
      {rows === 1 ? "" : "s"} of {formatShares(shares)} shares
      {valueMissing < rows && `, ${formatSummary(value)}`}
      {valueMissing > 0 && ` (${valueMissing} without a price)`}
    </>
  );

const RowDate = ({ date, row }: { date: string | null; row: string | undefined }) => {
  const { accessionNumber: filing, id } = partsOfKey(row ?? "");
  return (
    <a className="quiet-link" href={rowUrl(filing, id)}>
      <CalendarDate date={date} />
    </a>
  );
};
