import type { Segment } from "@/lib/note-search/marked-segments";
import { markedSegments, placePassages } from "@/lib/note-search/marked-segments";
import type { FoundNote } from "@/lib/note-search/note-search";

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

/** Words of a note as filed: what was looked for is bold and underlined, what a fact was read from is underlined. */
const NoteSegments = ({ segments }: { segments: readonly Segment[] }) =>
  // Segments have no identity of their own, and never change places.
  segments.map(({ text, isMatch, isStated }, index) =>
    isMatch || isStated ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <mark key={index} className={isMatch ? "is-match" : undefined}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
