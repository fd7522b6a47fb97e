import { statedWords } from "@/lib/derive/stated-words";
import { filedNotes } from "@/lib/footnotes/filed-notes";
import { noteUses } from "@/lib/footnotes/note-uses";
import { runningNotes } from "@/lib/footnotes/running-notes";
import type { FilingEntry } from "@/lib/record/filing";
import type { ReportedRow } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { type Notes, noteKey } from "@/lib/views/note";
import { openableNote } from "./openable-note";

/** The footnotes that some rows of a filing cite, ready to open in a list. Other footnotes are not sent to the browser. */
export function entryNotes(entry: FilingEntry, rows: readonly ReportedRow[]): Notes {
  const cited = [...new Set(rows.flatMap(rowNotes))];
  if (cited.length === 0) return {};
  const { accessionNumber } = entry.filing;
  const { facts, isWaiting } = entry.derived;
  const [words, uses] = [statedWords(entry), noteUses(entry.rows)];
  const running = runningNotes(filedNotes(entry));
  return Object.fromEntries(
    cited.map((id) => [
      noteKey(accessionNumber, id),
      openableNote(entry.notes[id] ?? "", {
        facts: facts.get(id) ?? {},
        words: words.get(id),
        uses: uses.get(id),
        running: running.get(id),
        isWaiting,
      }),
    ]),
  );
}
