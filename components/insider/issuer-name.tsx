import { shortIssuerName } from "@/lib/names/names";
import { issuerLabel } from "@/lib/record/issuer-label";
import { issuerUrl } from "@/lib/urls";
import type { FiledIssuer } from "@/lib/views/party";

/** An issuer by symbol and name, a link where its CIK is known. */
export const IssuerName = ({ issuer }: { issuer: FiledIssuer }) => {
  const label = issuerLabel(issuer);
  const name = issuer.name === null ? null : shortIssuerName(issuer.name);
  const shown = (
    <>
      {label !== name && <span className="id">{label}</span>} {name ?? "Issuer not named"}
    </>
  );
  return issuer.cik === null ? shown : <a href={issuerUrl(issuer.cik)}>{shown}</a>;
};
