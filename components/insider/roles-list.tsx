import { describeRoles } from "@/lib/people/describe-roles";
import type { RolesOverTime } from "@/lib/people/roles-over-time";
import { issuersUrl } from "@/lib/urls";
import type { InsiderRoles } from "@/lib/views/insider";
import { IssuerName } from "./issuer-name";

type RolesListProps = {
  insiderCik: string;
  /** Of the issuers, those filed for most first. */
  roles: InsiderRoles[];
};

const MOST_SHOWN = 6;

/** What an insider is to each issuer and was before, as the filings say. */
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
