import { Remarks } from "@/components/form/remarks";
import { Signatures } from "@/components/form/signatures";
import { openableNote } from "@/components/notes/openable-note";
import { DocumentProblems } from "@/components/source/document-problems";
import { REMARKS } from "@/lib/footnotes/filed-notes";
import { Explanation } from "./explanation";
import { type FilingView, marksOf } from "./filing-view";

/** Below the tables: footnotes, remarks, signatures, and problems with the document. */
export const FilingWords = ({ view }: { view: FilingView }) => {
  const marks = marksOf(view);
  return (
    <div>
      <Explanation accessionNumber={view.entry.filing.accessionNumber} notes={view.notes} marks={marks} />
      <Remarks remarks={remarksToShow(view)} isUnread={view.form.unread.has("remarks")} mark={marks.get("/remarks")} />
      <Signatures signatures={view.form.signatures} marks={marks} />
      <DocumentProblems problems={view.problems} />
    </div>
  );
};

const remarksToShow = ({ form: { remarks }, facts, stated, isWaiting }: FilingView) =>
  remarks === null
    ? null
    : openableNote(remarks, { facts: facts.get(REMARKS) ?? {}, words: stated.get(REMARKS), isWaiting });
