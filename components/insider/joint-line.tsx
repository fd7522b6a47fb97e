/** Says that a balance was reported with others: "reported jointly with 2 others, who may own it". */
export const JointLine = ({ jointOwners }: { jointOwners: number }) =>
  jointOwners > 0 && (
    <span className="under">
      reported jointly with {jointOwners} {jointOwners === 1 ? "other, who may own it" : "others, who may own it"}
    </span>
  );
