/** Who a name on paper is or may be, and the evidence. */
export type NameFinding = {
  /** `/issuer`, `/reportingOwner/0`. */
  pointer: string;
  /** Null if the name is unread. */
  asRead: string | null;
  /** `known`: the filing is stored with this CIK. `candidate`: it is only shown next to the name. */
  outcome: "known" | "candidate";
  /** Null for a name that is elsewhere on the form. */
  cik: string | null;
  name: string | null;
  /** In words for a reader. */
  evidence: string;
};
