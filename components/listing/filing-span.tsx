import { CalendarDate } from "@/components/ui/calendar-date";
import { ClockTime } from "@/components/ui/clock-time";
import { Missing } from "@/components/ui/missing";
import { tableRoles } from "@/components/ui/table-roles";
import { holdersInWords } from "@/lib/headlines/holders-in-words";
import { shortIssuerName } from "@/lib/names/names";
import type { Filing, ReportingOwner } from "@/lib/record/filing";
import { listedName, type ReadingNames } from "@/lib/record/filing-names";
import { listedDay } from "@/lib/record/order-day";
import { describeRelationship } from "@/lib/record/relationship";
import { filingUrl, insiderUrl, issuerUrl } from "@/lib/urls";
import { upperFirst } from "@/lib/values/upper-first";

type FilingSpanProps = {
  filing: Filing;
  /** Who holds the securities of all rows shown, if others than the owner do; null if not, or if that is not known. */
  holders: readonly string[] | null;
  rows: number;
  names: ReadingNames;
};

/** The cells shared by all rows of a filing: filed, who traded, issuer. */
export const FilingSpan = ({ filing, holders, rows, names }: FilingSpanProps) => {
  const { issuer, owners } = filing;
  const [owner, ...others] = owners;
  const listed = listedDay(filing);
  const role = owner ? describeRelationship(owner) : null;
  const andOthers = others.length > 0 ? `and ${others.length} ${others.length === 1 ? "other" : "others"}` : null;
  return (
    <>
      <td {...tableRoles.cell} className="col-filed" rowSpan={rows}>
        <a className="quiet-link" href={filingUrl(filing.accessionNumber)}>
          <CalendarDate date={listed.day} />
        </a>
        <span className="under">
          <span className="form-tag">{filing.documentType ?? "?"}</span>{" "}
          {filing.filedAt !== null && <ClockTime instant={filing.filedAt} />}
          {listed.is !== "filed" && (
            <>
              {NOT_FILED[listed.is]}
              <span className="visually-hidden">; filing date not known</span>
            </>
          )}
        </span>
      </td>
      <th {...tableRoles.rowGroupHeader} className="col-insider" rowSpan={rows}>
        {holders !== null ? (
          <span className="name holder">{upperFirst(holdersInWords(holders))}</span>
        ) : owner ? (
          <OwnerName owner={owner} names={names} className="name" />
        ) : (
          <Missing />
        )}
        <span className="under">
          {issuer.tradingSymbol !== null && <b className="ticker inline-ticker">{issuer.tradingSymbol}</b>}
          {holders === null ? (
            (andOthers ?? role)
          ) : (
            <>
              reported by{" "}
              {owner ? <OwnerName owner={owner} names={names} className="quiet-link" /> : "an unnamed owner"}{" "}
              {andOthers}
            </>
          )}
        </span>
      </th>
      <td {...tableRoles.cell} className="col-issuer" rowSpan={rows}>
        <IssuerName issuer={issuer} />
      </td>
    </>
  );
};

/** What the date in the first column is if it is not the filing date. */
const NOT_FILED = { signed: "signed", period: "period" };

const OwnerName = ({ owner, names, className }: { owner: ReportingOwner; names: ReadingNames; className: string }) => {
  const { cik } = owner;
  const name = listedName(owner, names);
  if (name === null) return <Missing />;
  return cik === null ? (
    <span className={className}>{name}</span>
  ) : (
    <a className={className} href={insiderUrl(cik)}>
      {name}
    </a>
  );
};

const IssuerName = ({ issuer: { cik, name, tradingSymbol } }: Pick<Filing, "issuer">) => {
  const shown = (
    <>
      {tradingSymbol !== null && <b className="ticker">{tradingSymbol}</b>}
      {name === null ? <Missing /> : <span className="under">{shortIssuerName(name)}</span>}
    </>
  );
  return cik === null ? (
    shown
  ) : (
    <a className="quiet-link" href={issuerUrl(cik)}>
      {shown}
    </a>
  );
};
