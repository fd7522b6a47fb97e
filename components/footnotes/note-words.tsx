import { markedSegments, placePassages } from "@/lib/note-search/marked-segments";
import type { FoundNote } from "@/lib/note-search/note-search";
import { NoteSegments } from "./note-segments";

/** A text that is no longer stands whole: to open it would show a few words more. */
const SHORT = 320;

/** The passages of a note that were found; where they leave out much, the whole note opens in their place. */
export const NoteWords = ({ note: { text, snippet, facts } }: { note: FoundNote }) => {
  const { passages, matches } = placePassages(text, snippet);
  const stated = Object.values(facts).flatMap(({ spans }) => spans);
  const isCut = passages.some(({ isCutBefore, isCutBehind }) => isCutBefore || isCutBehind);
  if (!isCut || text.length <= SHORT) {
    return (
      <p className="note-text">
        <NoteSegments segments={markedSegments(text, { matches, stated })} />
      </p>
    );
  }
  return (
    <>
      <p className="note-text passages">
        {passages.map(({ from, to, isCutBefore, isCutBehind }, index) => (
          <span key={from}>
            {isCutBefore && index === 0 && "… "}
            <NoteSegments segments={markedSegments(text, { from, to, matches, stated })} />
            {isCutBehind && " … "}
          </span>
        ))}
      </p>
      <details className="whole-note">
        <summary>Whole text</summary>
        <p className="note-text">
          <NoteSegments segments={markedSegments(text, { matches, stated })} />
        </p>
      </details>
    </>
  );
};
