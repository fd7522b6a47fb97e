import type { ClusterPerson } from "@/lib/clusters/cluster-people";
import { listedName, type ReadingNames } from "@/lib/record/filing-names";
import { insiderUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";

/** Names of the buyers. Owners who file together count as one. */
export const ClusterNames = ({ people, names }: { people: ClusterPerson[]; names: ReadingNames }) =>
  people.map(({ owner: { cik, name }, others }, index) => (
    <span key={cik ?? name}>
      {index > 0 && "; "}
      {cik === null ? (
        (listedName({ cik, name }, names) ?? "an unnamed owner")
      ) : (
        <a className="quiet-link" href={insiderUrl(cik)}>
          {listedName({ cik, name }, names) ?? `CIK ${cik}`}
        </a>
      )}
      {others > 0 && ` with ${plural(others, "other")}`}
    </span>
  ));
