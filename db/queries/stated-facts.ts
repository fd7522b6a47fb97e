import { sql } from "drizzle-orm";
import { sideBySide } from "@/db/queries/side-by-side";
import { statedFacts } from "@/db/schema";
import { textMd5 } from "@/db/schema/text-md5";
import type { Db } from "@/db/server/client";
import { factsByNote } from "@/lib/footnotes/facts-by-note";
import { filedNotes } from "@/lib/footnotes/filed-notes";
import { joinedNotes } from "@/lib/footnotes/joined-notes";
import type { NoteFacts } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import type { StatedFacts } from "@/lib/record/stated-facts";

/** Each text is on another page of the table. */
const AT_ONCE = 4;

/** The facts of texts, by text, without texts that state none or whose filing waits to be derived. */
export async function listStatedFacts(db: Db, texts: readonly string[]): Promise<ReadonlyMap<string, StatedFacts>> {
  const byKey = new Map(texts.map((text) => [textMd5(text), text]));
  if (byKey.size === 0) return new Map();
  const rows = await sideBySide([...byKey.keys()], AT_ONCE, async (keys) => {
    // One array parameter and a plain query, because an insider may have thousands of notes.
    const { rows } = await db.execute<{ key: string; facts: StatedFacts }>(sql`
      select text_md5 as key, facts from ${statedFacts} where text_md5 = any(${sql.param(keys)}::uuid[])`);
    return rows;
  });
  return new Map(rows.map(({ key, facts }) => [byKey.get(key) ?? "", facts]));
}

type FilingWithNotes = {
  filing: Pick<FilingEntry["filing"], "accessionNumber" | "remarks">;
  notes: FilingEntry["notes"];
};

export const NO_FACTS: NoteFacts = new Map();

/** What the notes of filings state, by accession number. Notes that run on into each other are read as one. */
export async function listNoteFacts(
  db: Db,
  filings: readonly FilingWithNotes[],
): Promise<ReadonlyMap<string, NoteFacts>> {
  const notes = new Map(filings.map((entry) => [entry.filing.accessionNumber, filedNotes(entry)]));
  const joined = [...notes.values()].flatMap((ofFiling) => joinedNotes(ofFiling).map(({ text }) => text));
  const stored = await listStatedFacts(db, joined);
  const stated = (text: string): StatedFacts => stored.get(text) ?? {};
  return new Map(
    Array.from(notes, ([accessionNumber, ofFiling]) => [
      accessionNumber,
      new Map(Array.from(factsByNote(ofFiling, stated), ([{ id }, facts]) => [id, facts])),
    ]),
  );
}

/**
 * What the notes of filings state, once these are derived. Before that, the facts of a text may come from the filing of another issuer,
 * which does not change the version of this issuer's pages.
 */
export async function withNoteFacts(db: Db, entries: readonly FilingEntry[]): Promise<FilingEntry[]> {
  const facts = await listNoteFacts(
    db,
    entries.filter(({ derived }) => !derived.isWaiting),
  );
  return entries.map((entry) => ({
    ...entry,
    derived: { ...entry.derived, facts: facts.get(entry.filing.accessionNumber) ?? NO_FACTS },
  }));
}
