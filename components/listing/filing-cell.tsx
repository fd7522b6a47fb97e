import { CalendarDate } from "@/components/ui/calendar-date";
import { ClockTime } from "@/components/ui/clock-time";
import { Missing } from "@/components/ui/missing";
import { tableRoles } from "@/components/ui/table-roles";
import { ROLE_WORDS } from "@/lib/filters/describe-filter";
import { holdersInWords } from "@/lib/headlines/holders-in-words";
import { isSameHolder } from "@/lib/holdings/row-holder";
import { shortIssuerName } from "@/lib/names/names";
import { rolesOfFiling } from "@/lib/people/officer-roles";
import type { Filing, ReportingOwner } from "@/lib/record/filing";
import type { ReadingNames } from "@/lib/record/filing-names";
import { listedDay } from "@/lib/record/order-day";
import { describeRelationship } from "@/lib/record/relationship";
import { filingUrl, issuerUrl } from "@/lib/urls";
import { upperFirst } from "@/lib/values/upper-first";
import type { ListExtras } from "@/lib/views/lists";
import type { ColumnName } from "./list-layout";
import { andOthers, OwnerName } from "./owner-name";

type FilingCellProps = {
  name: ColumnName;
  className: string;
  label?: string;
  filing: Filing;
  /** Who holds the securities of all rows shown, if others than the owner do; null if not, or if that is not known. */
  holders: readonly string[] | null;
  rows: number;
  extras: ListExtras;
};

/** A cell that all rows of a filing share. */
export const FilingCell = ({ name, className, label, filing, holders, rows, extras }: FilingCellProps) =>
  name === "insider" ? (
    <th {...tableRoles.rowGroupHeader} className={className} rowSpan={rows}>
      {holders === null ? (
        <Reporters filing={filing} names={extras.names} />
      ) : (
        <Holders holders={holders} filing={filing} names={extras.names} />
      )}
    </th>
  ) : (
    <td {...tableRoles.cell} className={className} rowSpan={rows} data-label={label}>
      {name === "filed" && <Filed filing={filing} />}
      {name === "issuer" && <IssuerName issuer={filing.issuer} />}
      {name === "role" &&
        rolesOfFiling(filing)
          .map((role) => ROLE_WORDS[role])
          .join(", ")}
      {name === "industry" && <IndustryOf issuer={filing.issuer} industries={extras.industries} />}
      {name === "accession" && (
        <a className="quiet-link id" href={filingUrl(filing.accessionNumber)}>
          {filing.accessionNumber}
        </a>
      )}
    </td>
  );

const Filed = ({ filing }: { filing: Filing }) => {
  const listed = listedDay(filing);
  return (
    <>
      <a className="quiet-link" href={filingUrl(filing.accessionNumber)}>
        <CalendarDate date={listed.day} />
      </a>
      <span className="under">
        <span className="form-tag">{filing.documentType ?? "?"}</span>{" "}
        {filing.filedAt !== null && <ClockTime instant={filing.filedAt} />}
        {listed.is !== "filed" && (
          <>
            {listed.is}
            <span className="visually-hidden">; filing date not known</span>
          </>
        )}
      </span>
    </>
  );
};

type IndustryProps = Pick<Filing, "issuer"> & Pick<ListExtras, "industries">;

const IndustryOf = ({ issuer: { cik }, industries }: IndustryProps) => {
  const found = cik === null ? undefined : industries[cik];
  if (!found) return <span className="muted">not known</span>;
  return (
    <>
      <span className="id">{found.code}</span> <span className="under">{found.name}</span>
    </>
  );
};

type NamesProps = { filing: Filing; names: ReadingNames };

const Ticker = ({ filing: { issuer } }: Pick<NamesProps, "filing">) =>
  issuer.tradingSymbol !== null && <b className="ticker inline-ticker">{issuer.tradingSymbol}</b>;

/** The owners who file, with the role if there is only one. */
const Reporters = ({ filing, names }: NamesProps) => {
  const [owner, ...others] = filing.owners;
  return (
    <>
      {owner ? <OwnerName owner={owner} names={names} className="name" /> : <Missing />}
      <span className="under">
        <Ticker filing={filing} /> {andOthers(others.length) ?? (owner && describeRelationship(owner))}
      </span>
    </>
  );
};

/** The holders who traded, and the owners who report it. A holder may be one of the owners, or the only one. */
const Holders = ({ holders, filing, names }: NamesProps & { holders: readonly string[] }) => {
  const isHolder = ({ name }: ReportingOwner) => name !== null && holders.some((holder) => isSameHolder(name, holder));
  const [first, ...others] = filing.owners.filter((owner) => !isHolder(owner));
  const isJoint = filing.owners.some(isHolder);
  const [only] = filing.owners.filter(isHolder);
  return (
    <>
      {only && holders.length === 1 ? (
        <OwnerName owner={only} names={names} className="name holder" />
      ) : (
        <span className="name holder">{upperFirst(holdersInWords(holders))}</span>
      )}
      <span className="under">
        <Ticker filing={filing} />{" "}
        {first ? (
          <>
            reported {isJoint ? "jointly with" : "by"} <OwnerName owner={first} names={names} className="quiet-link" />{" "}
            {andOthers(others.length)}
          </>
        ) : (
          only && describeRelationship(only)
        )}
      </span>
    </>
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
