import { insiderUrl, issuerUrl } from "@/lib/urls";
import type { NameFinding } from "@/paper/parties/name-finding";

type NameFindingsProps = {
  names: NameFinding[];
  /** `/issuer`, `/reportingOwner/0`. */
  of: string;
};

/** Under a name from paper: how it was found to be that of a CIK, or whose it may be. It stays as it was read. */
export const NameFindings = ({ names, of }: NameFindingsProps) =>
  names
    .filter(({ pointer }) => pointer === of)
    .map((finding) => (
      <span className="under" key={`${finding.cik} ${finding.name}`}>
        {finding.outcome === "known" ? "Identified as" : "Possibly"} <Party finding={finding} />: {finding.evidence}
      </span>
    ));

const Party = ({ finding: { pointer, outcome, cik, name } }: { finding: NameFinding }) => {
  const said = outcome === "known" || name === null ? `CIK ${cik}` : name;
  if (cik === null || outcome === "known") return said;
  return <a href={pointer === "/issuer" ? issuerUrl(cik) : insiderUrl(cik)}>{said}</a>;
};
