import { SectionHead } from "@/components/site/section-head";
import type { ReadingNote } from "@/paper/filing-paper";
import type { PaperKind } from "@/paper/form/paper-reading";
import { describeLine, doubtAnchor, lineAnchor } from "@/paper/form/value-marks";
import { UnreadValue } from "./read-value";

type ReadingNotesProps = {
  kind: PaperKind;
  /** Values that are unread, uncertain or corrected. */
  notes: ReadingNote[];
};

const HOW: Record<PaperKind, string> = {
  html: "from a page of EDGAR’s viewer",
  pdf: "from the text of a PDF",
  scan: "from a scan, by text recognition",
  text: "from the text of a PDF",
  ocr: "from the recognised text of a scan",
  ascii: "from plain text",
};

/** A list of the values read from paper that are unread, uncertain or corrected. */
export const ReadingNotes = ({ kind, notes }: ReadingNotesProps) => (
  <section className="section" aria-labelledby="reading">
    <SectionHead
      id="reading"
      title="Read from paper"
      note={`This page was read ${HOW[kind]}. ${counted(notes)} Values link to their lines in the source below.`}
    />
    {notes.length > 0 && (
      <ul className="reading-notes">
        {notes.map((note) => (
          <li key={note.mark.pointer} id={doubtAnchor(note.mark.pointer)}>
            <span>{[note.where, note.label].filter(Boolean).join(", ")}</span>
            <span>
              <State note={note} />
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
);

const State = ({ note: { mark, value } }: { note: ReadingNote }) => {
  const { state, doubt, place, correction } = mark;
  return (
    <>
      {state === "unread" && <UnreadValue mark={undefined} />}
      {state === "uncertain" && (
        <>
          {value !== null && <>“{shortened(value)}” </>}
          <b className="uncertain">uncertain</b>
        </>
      )}
      {correction && (
        <>
          <b>corrected to:</b> {correction.value ?? "blank on the form"}
          <span className="muted">; read as {correction.asRead === null ? "nothing" : `“${correction.asRead}”`}</span>
        </>
      )}
      {doubt !== null && <> {doubt}</>}
      {place && (
        <>
          {" "}
          <a href={`#${lineAnchor(place)}`}>{describeLine(place)}</a>
        </>
      )}
    </>
  );
};

const LONGEST = 160;
const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function counted(notes: ReadingNote[]): string {
  const of = (wanted: ReadingNote["mark"]["state"]) => notes.filter(({ mark }) => mark.state === wanted).length;
  const byHand = notes.filter(({ mark }) => mark.correction !== null).length;
  const parts = [
    { count: of("unread"), words: "unread" },
    { count: of("uncertain"), words: "uncertain" },
    { count: byHand, words: "corrected by hand" },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return "Every value was read with certainty.";
  return `Values: ${parts.map(({ count, words }) => `${count} ${words}`).join(", ")}.`;
}
