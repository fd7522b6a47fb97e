import type { Metadata } from "next";
import { type CodesView, loadCodesView } from "@/app/codes/view";
import { IgnoredNames } from "@/app/ignored-names";
import { PageLead } from "@/components/site/page-lead";
import { SectionHead } from "@/components/site/section-head";
import { CodeChip } from "@/components/ui/code-chip";
import { tableRoles } from "@/components/ui/table-roles";
import { codesUrl, inFormat } from "@/lib/urls";
import { describeCount, formatCount } from "@/lib/values/counts";

export const metadata: Metadata = {
  title: "Transaction codes",
  description: "What each transaction code of SEC Forms 3, 4 and 5 means, and how it is commonly misread.",
  alternates: { canonical: codesUrl(), types: { "application/json": inFormat(codesUrl(), "json") } },
};

export default async function CodesPage() {
  const { groups, flag, unknown, url } = await loadCodesView();
  return (
    <>
      <PageLead
        eyebrow="Transaction codes"
        title="The code says why a holding changed; the letter A or D only says which way"
        standfirst={
          <>
            Column 3 of Forms 4 and 5 gives every transaction a code. P and S, <b>purchase and sale</b>, are trades at a
            price set by the market or the parties. Most other codes are for pay, tax, gifts and reorganisations.
          </>
        }
      />
      <IgnoredNames path={url} />
      <div className="work">
        <CodesTable groups={groups} />
        <section className="section" aria-labelledby="flag">
          <SectionHead id="flag" title="A flag, not a code" />
          <p className="prose">
            <a href={flag.url}>
              <b>{flag.flag}</b>
            </a>{" "}
            appears next to a code: {flag.meaning.charAt(0).toLowerCase()}
            {flag.meaning.slice(1)}. {flag.misreading}
          </p>
        </section>
        {unknown.length > 0 && (
          <section className="section" aria-labelledby="unknown">
            <SectionHead id="unknown" title="Unknown codes" note="Found in filings and shown there as filed" />
            <p>
              {unknown.map(({ code, transactions }) => `${code} (${describeCount(transactions, "row")})`).join(", ")}
            </p>
          </section>
        )}
        <p className="section small muted">
          <a href={inFormat(url, "json")}>JSON of this page</a>
        </p>
      </div>
    </>
  );
}

const CodesTable = ({ groups }: { groups: CodesView["groups"] }) => (
  <table {...tableRoles.table} className="plain codes stack">
    <caption className="visually-hidden">Transaction codes by group</caption>
    <thead {...tableRoles.rowGroup}>
      <tr {...tableRoles.row}>
        <th {...tableRoles.columnHeader} className="col-code">
          Code
        </th>
        <th {...tableRoles.columnHeader} className="col-meaning">
          The form’s meaning
        </th>
        <th {...tableRoles.columnHeader} className="col-rule">
          Rule
        </th>
        <th {...tableRoles.columnHeader}>Commonly misread</th>
        <th {...tableRoles.columnHeader} className="col-held num">
          Transactions here
        </th>
      </tr>
    </thead>
    {groups.map(({ group, label, codes }) => (
      <tbody key={group} {...tableRoles.rowGroup}>
        <tr {...tableRoles.row} className="group-head">
          <th {...tableRoles.rowGroupHeader} colSpan={5}>
            {label}
          </th>
        </tr>
        {codes.map((code) => (
          <tr key={code.code} {...tableRoles.row}>
            <th {...tableRoles.rowHeader}>
              <CodeChip code={code.code} hasExercisePrice />
            </th>
            <td {...tableRoles.cell}>
              {code.meaning}
              {code.derivativeOnly && ". Only in Table II"}
            </td>
            <td {...tableRoles.cell} className="secondary">
              {code.rule}
            </td>
            <td {...tableRoles.cell} className="secondary">
              {code.misreading}
            </td>
            <td {...tableRoles.cell} className="num" data-label="Transactions here">
              <a href={code.transactions.url}>{formatCount(code.transactions)}</a>
            </td>
          </tr>
        ))}
      </tbody>
    ))}
  </table>
);
