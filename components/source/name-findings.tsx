import { insiderUrl, issuerUrl } from "@/lib/urls";
import type { NameFinding } from "@/paper/parties/name-finding";

type NameFindingsProps = {
  names: NameFinding[];
  /** `/issuer`, `/reportingOwner/0`. */
  of: string;
};

/** Below a name from paper: how we matched it to a CIK, or whose it may be. The name itself is shown as it was read. */
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
