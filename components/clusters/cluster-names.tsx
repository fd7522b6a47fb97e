import type { ClusterPerson } from "@/lib/clusters/cluster-people";
import { insiderUrl } from "@/lib/urls";

/** Names of the buyers, as filed. Owners who file together count as one. */
export const ClusterNames = ({ people }: { people: ClusterPerson[] }) =>
  people.map(({ owner: { cik, name }, others }, index) => (
    <span key={cik ?? name}>
      {index > 0 && "; "}
      {cik === null ? (
        (name ?? "an unnamed owner")
      ) : (
        <a className="quiet-link" href={insiderUrl(cik)}>
          {name ?? `CIK ${cik}`}
        </a>
      )}
      {others > 0 && ` with ${others} ${others === 1 ? "other" : "others"}`}
    </span>
  ));
