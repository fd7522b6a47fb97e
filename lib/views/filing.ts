import type { ComparedFiling, FilingComparison } from "@/lib/amendments/compare-filings";
import type { AmendmentBasis } from "@/lib/record/derived-filing";
import type { FilingRef } from "@/lib/record/filing-ref";

/** The previous or next filing of some of the owners. */
export type Neighbour = FilingRef & {
  /** CIKs of the owners whose nearest filing it is. */
  owners: string[];
};

export type Neighbours = { previous: Neighbour[]; next: Neighbour[] };

/** What a page says about amendments to or by the filing. */
export type AmendmentFacts = {
  /** For an amendment: what it amends, and how that was found. */
  amends: {
    original: FilingRef | null;
    basis: AmendmentBasis;
    /** As given in box 4. */
    originalDate: string | null;
    /** Its number among the amendments of the original, from 1, and how many there are. */
    place: number;
    of: number;
  } | null;
  /** Later amendments, in order. */
  amendedBy: FilingRef[];
  /** Ids of the rows that the last of these superseded, and of those that an earlier one did. */
  replaced: { byLast: string[]; byEarlier: string[] };
  comparison: { original: ComparedFiling; amendment: ComparedFiling; differences: FilingComparison } | null;
};

/** A version of a filing whose bytes we keep. */
export type FilingVersion = { version: number; fileName: string; sha256: string; receivedAt: string };

/** Something in a document that breaks a rule of the form, and its place. */
export type StoredProblem = {
  fileName: string;
  page: number | null;
  line: number | null;
  pointer: string | null;
  message: string;
};
