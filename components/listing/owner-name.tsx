import { Missing } from "@/components/ui/missing";
import { listedName, type NamedOwner, type ReadingNames } from "@/lib/record/filing-names";
import { insiderUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";

type OwnerNameProps = { owner: NamedOwner; names: ReadingNames; className: string };

/** The name of an owner in a list, as a link to the insider. */
export const OwnerName = ({ owner, names, className }: OwnerNameProps) => {
  const { cik } = owner;
  const name = listedName(owner, names);
  if (cik === null) return name === null ? <Missing /> : <span className={className}>{name}</span>;
  return (
    <a className={className} href={insiderUrl(cik)}>
      {name ?? `CIK ${cik}`}
    </a>
  );
};

/** The owners of a filing in a cell with little room: the first, and how many others there are. */
export const OwnersInBrief = ({ owners, names }: { owners: readonly NamedOwner[]; names: ReadingNames }) => {
  const [owner, ...others] = owners;
  return (
    <>
      {owner ? <OwnerName owner={owner} names={names} className="quiet-link" /> : <Missing />}{" "}
      {andOthers(others.length)}
    </>
  );
};

export const andOthers = (count: number): string | null => (count > 0 ? `and ${plural(count, "other")}` : null);
