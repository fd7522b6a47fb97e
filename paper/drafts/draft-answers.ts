import type { AccessionNumber } from "@/lib/record/accession-number";
import type { Correction } from "./correction";

/** What a paper form does not print, but a person may know. */
export type KnownIdentity = {
  /** CIKs without leading zeros. */
  issuer: string | null;
  /** In the form's order. */
  owners: (string | null)[];
  accessionNumber: AccessionNumber | null;
  filingDate: string | null;
};

/** An answer that its field cannot contain: kept as typed, under the name of its input, for the person to correct. */
export type RejectedAnswer = { name: string; typed: string; problem: string };

/** A person's answers about a form as read, until it is stored. */
export type DraftAnswers = { corrections: Correction[]; identity: KnownIdentity; rejected: RejectedAnswer[] };

export const NO_ANSWERS: DraftAnswers = {
  corrections: [],
  identity: { issuer: null, owners: [], accessionNumber: null, filingDate: null },
  rejected: [],
};

/** Names of the inputs of a review. Those of a field end in its JSON Pointer. */
export const INPUTS = {
  value: (pointer: string) => `value:${pointer}`,
  /** The form is blank there. */
  blank: (pointer: string) => `blank:${pointer}`,
  /** What was read is right. */
  right: (pointer: string) => `right:${pointer}`,
  /** Its value is the id of a section. The uncertain values there count as correct unless the user changed them. */
  restIsRight: "rest-is-right",
  /** The form has no such row, owner or signature. */
  takeOut: (entry: string) => `take-out:${entry}`,
  /** Its value is the pointer of a correction to withdraw. */
  takeBack: "take-back",
  issuer: "issuer-cik",
  owner: (index: number) => `owner-cik-${index}`,
  accessionNumber: "accession-number",
  filingDate: "filing-date",
  /** The answers that the page was rendered with. */
  stamp: "stamp",
} as const;
