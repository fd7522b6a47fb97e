import type { ReportingOwner } from "@/lib/edgar/filing";
import { formatMonth } from "@/lib/format/dates";
import { issuerLabel } from "@/lib/format/issuer-label";
import { shortIssuerName } from "@/lib/format/names";
import { orderDay } from "@/lib/format/order-day";
import { describeRelationship } from "@/lib/format/relationship";
import { issuersUrl, issuerUrl } from "@/lib/urls";

type Issuer = { cik: string | null; name: string | null; tradingSymbol: string | null };
type Role = Omit<ReportingOwner, "cik" | "name"> & { issuerCik: string | null; from: string };

type RolesListProps = {
  insiderCik: string;
  /** Those filed for most first. */
  issuers: Issuer[];
  /** The newest first. */
  roles: Role[];
};

const MOST_SHOWN = 6;

/** What an insider is to each issuer, in the words of the newest filing, and since when filings say so. */
export const RolesList = ({ insiderCik, issuers, roles }: RolesListProps) => (
  <ul className="roles">
    {issuers.slice(0, MOST_SHOWN).map((issuer) => (
      <li key={issuer.cik ?? issuer.name}>
        <IssuerName issuer={issuer} />: {roleInWords(roles.filter(({ issuerCik }) => issuerCik === issuer.cik))}
      </li>
    ))}
    {issuers.length > MOST_SHOWN && (
      <li>
        <a href={`${issuersUrl()}?insider=${insiderCik}`}>All {issuers.length} issuers</a>
      </li>
    )}
  </ul>
);

const IssuerName = ({ issuer }: { issuer: Issuer }) => {
  const label = issuerLabel({ ...issuer });
  const name = issuer.name === null ? null : shortIssuerName(issuer.name);
  const shown = (
    <>
      {label !== name && <span className="id">{label}</span>} {name ?? "Issuer not named"}
    </>
  );
  return issuer.cik === null ? shown : <a href={issuerUrl(issuer.cik)}>{shown}</a>;
};

function roleInWords(roles: Role[]): React.ReactNode {
  const [newest] = roles;
  if (!newest) return "relationship not stated";
  const role = relationshipOf(newest);
  const from = roles
    .filter((other) => relationshipOf(other) === role)
    .flatMap((other) => orderDay(other.from) ?? [])
    .sort()[0];
  return (
    <>
      {role ?? "relationship not stated"}
      {from && <span className="muted">, so named since {formatMonth(from)}</span>}
    </>
  );
}

const relationshipOf = (role: Role) => describeRelationship({ ...role, cik: null, name: null });
