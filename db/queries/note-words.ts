import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/server/client";
import type { LookedFor } from "@/lib/note-search/looked-for-words";

/** The search words as text searches that PostgreSQL itself has parsed and printed. */
export type WordSearches = {
  whole: string;
  /** Only beginnings of words, which may match thousands of words. */
  beginnings: string[];
  /** The search without them, which finds at least as much. Null if nothing is left of some alternative. */
  withoutBeginnings: string | null;
};

/** Null if nothing is left to search for, because all the words are too common. */
export async function readNoteWords(db: Db, alternatives: LookedFor[][]): Promise<WordSearches | null> {
  const parts = alternatives.flat();
  const beginnings = parts.filter((part) => part.kind === "beginning");
  const others = alternatives.map((alternative) => alternative.filter((part) => part.kind === "words"));
  const { rows } = await db.execute<{ query: string; others: string[]; beginnings: string[] }>(sql`
    select (${anyOf(alternatives)})::text as query, array[${list(others.map((alternative) => sql`(${allOf(alternative)})::text`))}] as others,
      array[${list(beginnings.map(({ word }) => sql`(${begins(word)})::text`))}]::text[] as beginnings`);
  const [found] = rows;
  if (!found || found.query === "") return null;
  const isWhole = beginnings.length === 0;
  return {
    whole: found.query,
    beginnings: found.beginnings.filter((beginning) => beginning !== ""),
    withoutBeginnings: isWhole
      ? found.query
      : found.others.includes("")
        ? null
        : found.others.map((other) => `(${other})`).join(" | "),
  };
}

const NOTHING = sql`''::tsquery`;
const list = (parts: SQL[]) => sql.join(parts, sql`, `);
const anyOf = (alternatives: LookedFor[][]): SQL => sql.join([NOTHING, ...alternatives.map(allOf)], sql` || `);
const allOf = (parts: LookedFor[]): SQL => sql`(${sql.join([NOTHING, ...parts.map(tsquery)], sql` && `)})`;

function tsquery(part: LookedFor): SQL {
  if (part.kind === "words") return sql`websearch_to_tsquery('english', ${part.text})`;
  return part.isExcluded ? sql`!! ${begins(part.word)}` : begins(part.word);
}

/** A stop word of the language (the, of) is searched by its stem, other words as they are. */
function begins(word: string): SQL {
  const quoted = `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}':*`;
  return sql`coalesce(nullif(to_tsquery('english', ${quoted}), ''), to_tsquery('simple', ${quoted}))`;
}
