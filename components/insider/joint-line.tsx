/** That a balance was reported with others: "reported jointly with 2 others: may be theirs". */
export const JointLine = ({ jointOwners }: { jointOwners: number }) =>
  jointOwners > 0 && (
    <span className="under">
      reported jointly with {jointOwners} {jointOwners === 1 ? "other: may be theirs" : "others: may be theirs"}
    </span>
  );
