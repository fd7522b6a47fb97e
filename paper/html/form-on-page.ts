import type { Document } from "domhandler";
import { getElementsByTagName, textContent } from "domutils";
import { formNumber } from "@/paper/form/form-number";
import type { PrintedForm } from "@/paper/form/printed-form";
import { OWNER_LABEL } from "./owner-block";
import { type PagePiece, placeOf } from "./printed-text";

export type FormOnPage = {
  form: PrintedForm["form"];
  /** The form's own pieces, without those of a second form after it. */
  pieces: PagePiece[];
  /** The index of the chunk at which a second form begins. */
  end: number;
  problems: PrintedForm["problems"];
};

/** The form on a page, the first if there are several; null if there is none. */
export function formOnPage(document: Document, all: PagePiece[]): FormOnPage | null {
  const second = all.filter(({ text }) => HEADING.test(text))[1]?.chunks[0];
  const end = second?.index ?? Number.POSITIVE_INFINITY;
  const pieces = all.filter(({ chunks: [chunk] }) => chunk && chunk.index < end);
  const title = getElementsByTagName("title", document, true, 1).map((element) => textContent(element));
  const form = formNumber([...pieces.map(({ text }) => text), ...title]);
  const isForm =
    pieces.some(({ text }) => OWNER_LABEL.test(text)) && (form !== null || pieces.some(({ text }) => ACT.test(text)));
  if (!isForm) return null;
  const message = "Another form begins here, which we did not read.";
  return { form, pieces, end, problems: second ? [{ message, place: placeOf(second) }] : [] };
}

const HEADING = /^FORM\s+[345](?:\/A)?$/;
const ACT = /Section 16\(a\) of the Securities Exchange Act/i;
