import type { Segment } from "@/lib/note-search/marked-segments";

/** Words of a note as filed: what was looked for is bold and underlined, what a fact was read from is underlined. */
export const NoteSegments = ({ segments }: { segments: readonly Segment[] }) =>
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
