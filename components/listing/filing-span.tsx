import { CalendarDate } from "@/components/ui/calendar-date";
import { ClockTime } from "@/components/ui/clock-time";
import { Missing } from "@/components/ui/missing";
import { tableRoles } from "@/components/ui/table-roles";
import { holdersInWords } from "@/lib/headlines/holders-in-words";
import { shortIssuerName } from "@/lib/names/names";
import type { Filing, ReportingOwner } from "@/lib/record/filing";
import { listedName, type ReadingNames } from "@/lib/record/filing-names";
import { orderDay } from "@/lib/record/order-day";
import { describeRelationship } from "@/lib/record/relationship";
import { filingUrl, insiderUrl, issuerUrl } from "@/lib/urls";
import { newYorkDate } from "@/lib/values/dates";
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
  const role = owner ? describeRelationship(owner) : null;
  const andOthers = others.length > 0 ? `and ${others.length} ${others.length === 1 ? "other" : "others"}` : null;
  return (
    <>
      <td {...tableRoles.cell} className="col-filed" rowSpan={rows}>
        <a className="quiet-link" href={filingUrl(filing.accessionNumber)}>
          <Filed filing={filing} />
        </a>
        <span className="under">
          <span className="form-tag">{filing.documentType ?? "?"}</span>{" "}
          {filing.filedAt !== null && <ClockTime instant={filing.filedAt} />}
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

/** The filing date. If it is not known, the day by which the filing is sorted, labelled as the date signed. */
const Filed = ({ filing: { filedAt, filingDate, orderedAt } }: { filing: Filing }) => {
  if (filingDate !== null || filedAt !== null) return <CalendarDate date={filingDate ?? newYorkDate(filedAt ?? "")} />;
  const day = orderDay(orderedAt);
  return (
    <span className="muted" title="Filing date not known; this is the date of the signature or the period of report">
      <CalendarDate date={day} />
      <span className="visually-hidden"> (signed; filing date not known)</span>
    </span>
  );
};

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
