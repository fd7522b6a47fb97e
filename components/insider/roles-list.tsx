import { shortIssuerName } from "@/lib/names/names";
import { describeRoles } from "@/lib/people/describe-roles";
import type { RolesOverTime } from "@/lib/people/roles-over-time";
import { issuerLabel } from "@/lib/record/issuer-label";
import { issuersUrl, issuerUrl } from "@/lib/urls";
import type { InsiderRoles } from "@/lib/views/insider";
import type { FiledIssuer } from "@/lib/views/party";

type RolesListProps = {
  insiderCik: string;
  /** Issuers with the most filings first. */
  roles: InsiderRoles[];
};

const MOST_SHOWN = 6;

/** The current and former roles of an insider at each issuer, according to the filings. */
export const RolesList = ({ insiderCik, roles }: RolesListProps) => (
  <ul className="roles">
    {roles.slice(0, MOST_SHOWN).map(({ issuer, roles: ofIssuer }) => (
      <li key={issuer.cik ?? issuer.name}>
        <IssuerName issuer={issuer} />: <RoleInWords roles={ofIssuer} />
      </li>
    ))}
    {roles.length > MOST_SHOWN && (
      <li>
        <a href={`${issuersUrl()}?insider=${insiderCik}`}>All {roles.length} issuers</a>
      </li>
    )}
  </ul>
);

const RoleInWords = ({ roles }: { roles: RolesOverTime }) => {
  const { role, since, left, before } = describeRoles(roles);
  const [first, ...others] = [left, since, before].filter((part) => part !== null);
  return (
    <>
      {role}
      {first && (
        <span className="muted">
          , {first}
          {others.map((part) => `; ${part}`)}
        </span>
      )}
    </>
  );
};

/** An issuer by symbol and name, linked if its CIK is known. */
const IssuerName = ({ issuer }: { issuer: FiledIssuer }) => {
  const label = issuerLabel(issuer);
  const name = issuer.name === null ? null : shortIssuerName(issuer.name);
  const shown = (
    <>
      {label !== name && <span className="id">{label}</span>} {name ?? "Issuer not named"}
    </>
  );
  return issuer.cik === null ? shown : <a href={issuerUrl(issuer.cik)}>{shown}</a>;
};
