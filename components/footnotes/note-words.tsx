import type { Segment } from "@/lib/note-search/marked-segments";
import { markedSegments, placePassages } from "@/lib/note-search/marked-segments";
import type { FoundNote } from "@/lib/note-search/note-search";

/** Up to this many characters, a text is shown in full, because opening it would add only a few words. */
const SHORT = 320;

/** The passages of a footnote that were found. If they leave out much, the whole text can be opened in their place. */
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

/** Text of a footnote as filed. Matches are bold and underlined; words that state a fact are underlined. */
const NoteSegments = ({ segments }: { segments: readonly Segment[] }) =>
  // Segments have no identity of their own and are never reordered.
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
