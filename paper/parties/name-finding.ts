/** Whom a name on paper means, or may mean, and what says so. */
export type NameFinding = {
  /** `/issuer`, `/reportingOwner/0`. */
  pointer: string;
  /** Null where the name is unread. */
  asRead: string | null;
  /** `known`: the filing is stored with this CIK. `candidate`: it is only shown beside the name. */
  outcome: "known" | "candidate";
  /** Null for a name that the paper itself gives elsewhere. */
  cik: string | null;
  name: string | null;
  /** In words for a reader. */
  evidence: string;
};
