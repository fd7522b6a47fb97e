import { Fragment } from "react";
import { ListedDay } from "@/components/site/listed-day";
import { CalendarDate } from "@/components/ui/calendar-date";
import { CodeChip } from "@/components/ui/code-chip";
import { ColumnHeads } from "@/components/ui/column-heads";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { ImplausibleFigure, ImplausibleTag } from "@/components/ui/implausible";
import { Missing } from "@/components/ui/missing";
import { Shares } from "@/components/ui/shares";
import { SharesChange } from "@/components/ui/shares-change";
import { tableRoles } from "@/components/ui/table-roles";
import { shortIssuerName } from "@/lib/names/names";
import { listedName, type NamedOwner, type ReadingNames } from "@/lib/record/filing-names";
import { filingUrl, insiderUrl, issuerUrl, rowUrl } from "@/lib/urls";
import type { Directory, DirectoryEntry, DirectoryTrade } from "@/lib/views/directory";

type DirectoryTableProps = {
  directory: Directory;
  entries: DirectoryEntry[];
  /** The names of insiders in reading order. */
  names: ReadingNames;
  caption: string;
};

/** Names to browse, each with its last trade, its matching filings, and the insiders or issuers it is connected with. */
export const DirectoryTable = ({ directory, entries, names, caption }: DirectoryTableProps) => {
  const isInsiders = directory === "insiders";
  const [ownUrl, otherUrl] = isInsiders ? [insiderUrl, issuerUrl] : [issuerUrl, insiderUrl];
  const nameOf = (party: NamedOwner) => listedName(party, names) ?? `CIK ${party.cik}`;
  return (
    <DrawnOnce>
      <table {...tableRoles.table} className="directory stack has-sticky-head">
        <caption className="visually-hidden">{caption}</caption>
        <ColumnHeads
          columns={[
            [isInsiders ? "Insider" : "Issuer", "col-name"],
            [isInsiders ? "Issuers" : "Insiders", "col-others"],
            ["Last trade", "col-trade"],
            ["Shares", "col-shares num"],
            ...(isInsiders ? [["Held after", "col-held num"] as const] : []),
            ["Filings", "col-filings num"],
            ["Last filing", "col-last num"],
          ]}
        />
        <tbody {...tableRoles.rowGroup}>
          {entries.map(({ others, othersInAll, lastTrade, lastFiling, ...entry }) => (
            <tr key={entry.cik} {...tableRoles.row}>
              <th {...tableRoles.rowHeader} className="col-name link-lines">
                <a className="name" href={ownUrl(entry.cik)}>
                  {entry.tradingSymbol !== null && <b className="ticker">{entry.tradingSymbol}</b>}
                  {isInsiders ? nameOf(entry) : shortIssuerName(entry.name ?? `CIK ${entry.cik}`)}
                </a>
                {isInsiders && <span className="under">{entry.role ?? "Relationship not stated"}</span>}
              </th>
              <td {...tableRoles.cell} className="col-others link-lines">
                {others.map((other, index) => (
                  <Fragment key={other.cik}>
                    {index > 0 && " "}
                    <a className="quiet-link" href={otherUrl(other.cik)}>
                      {other.tradingSymbol !== null && <b className="ticker">{other.tradingSymbol}</b>}
                      <span>
                        {isInsiders ? shortIssuerName(other.name ?? `CIK ${other.cik}`) : nameOf(other)}
                        {index < others.length - 1 && ","}
                      </span>
                    </a>
                  </Fragment>
                ))}
                {othersInAll > others.length && ` and ${othersInAll - others.length} more`}
                {othersInAll === 0 && <Missing />}
              </td>
              <LastTrade trade={lastTrade} hasBalance={isInsiders} />
              <td {...tableRoles.cell} className="col-filings num" data-label="filings">
                {entry.filings.toLocaleString("en-US")}
              </td>
              <td {...tableRoles.cell} className="col-last num link-lines">
                {lastFiling === null ? (
                  <Missing />
                ) : (
                  <a className="quiet-link" href={filingUrl(lastFiling.accessionNumber)}>
                    <span className="form-tag">{lastFiling.documentType ?? "?"}</span>
                    <ListedDay filing={lastFiling} />
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </DrawnOnce>
  );
};

const LastTrade = ({ trade, hasBalance }: { trade: DirectoryTrade | null; hasBalance: boolean }) => (
  <>
    <td {...tableRoles.cell} className="col-trade link-lines">
      {trade === null || trade.code === null ? (
        <Missing />
      ) : (
        <CodeChip code={trade.code} hasExercisePrice={trade.hasExercisePrice} />
      )}
      {trade !== null && (
        <span className="under">
          <a className="quiet-link" href={rowUrl(trade.accessionNumber, trade.row)}>
            <CalendarDate date={trade.date} />
          </a>
        </span>
      )}
      <ImplausibleTag implausible={trade?.implausible ?? null} />
    </td>
    <td {...tableRoles.cell} className="col-shares num">
      {trade && (
        <ImplausibleFigure implausible={trade.implausible} of={["transactionShares"]}>
          <SharesChange shares={trade.shares} acquiredDisposedCode={trade.acquiredDisposedCode} />
        </ImplausibleFigure>
      )}
    </td>
    {hasBalance && (
      <td {...tableRoles.cell} className="col-held num" data-label="held after">
        {trade && <Shares shares={trade.sharesOwnedFollowing} />}
      </td>
    )}
  </>
);
