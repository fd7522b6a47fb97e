import { CalendarDate } from "@/components/ui/calendar-date";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { Missing } from "@/components/ui/missing";
import { tableRoles } from "@/components/ui/table-roles";
import { orderDay } from "@/lib/record/order-day";
import { filingUrl, insiderUrl, issuerUrl } from "@/lib/urls";

type Party = { cik: string; name: string | null; tradingSymbol: string | null };

type DirectoryEntry = Party & {
  filings: number;
  lastFiling: {
    accessionNumber: string;
    filingDate: string | null;
    orderedAt: string;
    documentType: string | null;
  } | null;
  others: Party[];
  othersInAll: number;
};

type DirectoryTableProps = { directory: "insiders" | "issuers"; entries: DirectoryEntry[]; caption: string };

/** Names to browse, each with its matching filings, the latest of them, and the insiders or issuers it is connected with. */
export const DirectoryTable = ({ directory, entries, caption }: DirectoryTableProps) => {
  const isInsiders = directory === "insiders";
  const [ownUrl, otherUrl] = isInsiders ? [insiderUrl, issuerUrl] : [issuerUrl, insiderUrl];
  return (
    <DrawnOnce>
      <table {...tableRoles.table} className="directory stack">
        <caption className="visually-hidden">{caption}</caption>
        <thead {...tableRoles.rowGroup}>
          <tr {...tableRoles.row}>
            <th {...tableRoles.columnHeader}>{isInsiders ? "Insider" : "Issuer"}</th>
            <th {...tableRoles.columnHeader}>{isInsiders ? "Issuers" : "Insiders"}</th>
            <th {...tableRoles.columnHeader} className="num">
              Filings
            </th>
            <th {...tableRoles.columnHeader} className="num">
              Last filing
            </th>
          </tr>
        </thead>
        <tbody {...tableRoles.rowGroup}>
          {entries.map(({ cik, name, tradingSymbol, filings, lastFiling, others, othersInAll }) => (
            <tr key={cik} {...tableRoles.row}>
              <th {...tableRoles.rowHeader} className="col-name">
                {tradingSymbol !== null && <b className="ticker">{tradingSymbol}</b>}{" "}
                <a className="name" href={ownUrl(cik)}>
                  {name ?? `CIK ${cik}`}
                </a>
              </th>
              <td {...tableRoles.cell} className="col-issuers">
                <span>
                  {others.map((other, index) => (
                    <span key={other.cik}>
                      {index > 0 && ", "}
                      <a className="quiet-link" href={otherUrl(other.cik)}>
                        {other.name ?? `CIK ${other.cik}`}
                      </a>
                    </span>
                  ))}
                  {othersInAll > others.length && ` and ${othersInAll - others.length} more`}
                  {othersInAll === 0 && <Missing />}
                </span>
              </td>
              <td {...tableRoles.cell} className="col-filings num">
                {filings.toLocaleString("en-US")}
              </td>
              <td {...tableRoles.cell} className="col-last num">
                {lastFiling === null ? (
                  <Missing />
                ) : (
                  <a href={filingUrl(lastFiling.accessionNumber)}>
                    <span className="form-tag">{lastFiling.documentType ?? "?"}</span>{" "}
                    <CalendarDate date={lastFiling.filingDate ?? orderDay(lastFiling.orderedAt)} />
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
