import type { OwnershipDocument } from "@/lib/edgar/ownership-document";
import type { Place, SourceText } from "./printed-form";

/** What a file turned out to be, by its content. */
export type PaperKind = "html" | "pdf" | "scan" | "text" | "ocr" | "ascii";

/** Sources whose letters are what was printed; of the others a text that is not of its column's type is misread. */
export const isExact = (kind: PaperKind): boolean => kind !== "scan" && kind !== "ocr";

/** A sum or a rule that a form allows to be checked. It confirms or contradicts what was read, and never makes a value. */
export type PaperCheck = {
  /** The fields that it is about, as JSON Pointers into the document. */
  pointers: string[];
  outcome: "confirmed" | "contradicted";
  /** With the sum: `154,377 + 13,200 = 167,577`. */
  message: string;
};

export type PaperProblem = { pointer: string | null; place: Place | null; message: string };

/** A form as read, in the shape of an ownershipDocument, with what could not be read and where everything was. */
export type PaperReading = {
  kind: PaperKind;
  document: OwnershipDocument;
  /** JSON Pointers of fields that the form has and that could not be read: `null` in the document. */
  unread: string[];
  /** JSON Pointers of values that may be wrong. */
  uncertain: string[];
  checks: PaperCheck[];
  problems: PaperProblem[];
  /** By JSON Pointer: where a value was read. */
  places: Record<string, Place[]>;
  /** By JSON Pointer: why a value is uncertain or unread. */
  doubts: Record<string, string>;
  /** From a header, a footer or a link, where there is one. */
  accessionNumber: string | null;
  text: SourceText;
};
