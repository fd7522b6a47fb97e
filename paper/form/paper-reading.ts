import type { OwnershipDocument } from "@/lib/edgar/ownership-document";
import type { Place, SourceText } from "./printed-form";

/** The type of a file, detected from its content. */
export type PaperKind = "html" | "pdf" | "scan" | "text" | "ocr" | "ascii";

/** Sources with exact letters. In the others, a text that is not of its column's type was misread. */
export const isExact = (kind: PaperKind): boolean => kind !== "scan" && kind !== "ocr";

/** A sum or rule that a form allows. It confirms or contradicts what was read, and never supplies a value. */
export type PaperCheck = {
  /** The fields it uses, as JSON Pointers into the document. */
  pointers: string[];
  outcome: "confirmed" | "contradicted";
  /** With the sum: `154,377 + 13,200 = 167,577`. */
  message: string;
};

export type PaperProblem = { pointer: string | null; place: Place | null; message: string };

/** A form as read, in the shape of an ownershipDocument, with what could not be read and the place of each value. */
export type PaperReading = {
  kind: PaperKind;
  document: OwnershipDocument;
  /** JSON Pointers of fields that are on the form but could not be read: `null` in the document. */
  unread: string[];
  /** JSON Pointers of values that may be wrong. */
  uncertain: string[];
  checks: PaperCheck[];
  problems: PaperProblem[];
  /** By JSON Pointer: where a value was read. */
  places: Record<string, Place[]>;
  /** By JSON Pointer: why a value is uncertain or unread. */
  doubts: Record<string, string>;
  /** From a header, a footer or a link, if there is one. */
  accessionNumber: string | null;
  text: SourceText;
};
