import { nearestWords } from "@/db/queries/nearest-names";
import { countNotes } from "@/db/queries/search-notes";
import type { Typed } from "@/db/queries/suggest-parties";
import type { Db } from "@/db/server/client";
import { NO_NOTE_SEARCH } from "@/lib/note-search/note-query";
import { footnotesUrl, searchUrl } from "@/lib/urls";
import type { InsteadOfName } from "@/lib/views/suggestions";

/** What to offer if no name has the words: the nearest name, and the footnotes with these words. */
export async function insteadOf(db: Db, { text, words }: Typed): Promise<InsteadOfName[]> {
  const [nearest, count] = await Promise.all([nearestWords(db, words), countNotes(db, { ...NO_NOTE_SEARCH, q: text })]);
  const known = nearest?.join(" ");
  return [
    ...(known ? [{ kind: "nearest" as const, url: searchUrl(known), words: known }] : []),
    { kind: "footnotes", url: footnotesUrl(text), count },
  ];
}
