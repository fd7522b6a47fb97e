import type { ClusterPerson } from "@/lib/clusters/cluster-people";
import { insiderUrl } from "@/lib/urls";

/** Who bought, as filed; owners who file together stand as one. */
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
