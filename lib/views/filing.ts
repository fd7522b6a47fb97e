import type { ComparedFiling, FilingComparison } from "@/lib/amendments/compare-filings";
import type { AmendmentBasis } from "@/lib/record/derived-filing";
import type { FilingRef } from "@/lib/record/filing-ref";

/** The filing of some owners that comes next to another. */
export type Neighbour = FilingRef & {
  /** CIKs of those owners of whose filings it is the nearest. */
  owners: string[];
};

export type Neighbours = { previous: Neighbour[]; next: Neighbour[] };

/** What a page says of amendments: of the filing, or by it. */
export type AmendmentFacts = {
  /** Of an amendment: what it amends, and how that was found. */
  amends: {
    original: FilingRef | null;
    basis: AmendmentBasis;
    /** As box 4 gives it. */
    originalDate: string | null;
    /** Its place among the amendments of the original, from 1, and how many they are. */
    place: number;
    of: number;
  } | null;
  /** The amendments that came after it, in order. */
  amendedBy: FilingRef[];
  /** Ids of the rows whose place the last of these took, and of those whose place an earlier one took. */
  replaced: { byLast: string[]; byEarlier: string[] };
  comparison: { original: ComparedFiling; amendment: ComparedFiling; differences: FilingComparison } | null;
};

/** A version of a filing whose bytes are kept. */
export type FilingVersion = { version: number; fileName: string; sha256: string; receivedAt: string };

/** Something in a document that breaks a rule of the form, and where it stands. */
export type StoredProblem = {
  fileName: string;
  page: number | null;
  line: number | null;
  pointer: string | null;
  message: string;
};
