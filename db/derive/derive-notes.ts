import type { ClientBase } from "pg";
import { type CarriedOn, carriedOn, type FactsLine, factsLine, type StoredNote } from "@/db/derive/note-facts";
import { noteLines } from "@/db/derive/note-lines";
import { statedFacts } from "@/db/schema";
import { asJson } from "@/db/schema/json-rows";
import { REMARKS_POSITION } from "@/db/schema/note-places";
import { textMd5 } from "@/db/schema/text-md5";
import { REMARKS } from "@/lib/footnotes/filed-notes";
import { groupBy } from "@/lib/values/group-by";

/** Replaces the facts and search lines of the notes and remarks of some filings. */
export async function deriveNotes(client: ClientBase, accessionNumbers: readonly string[]): Promise<void> {
  if (accessionNumbers.length === 0) return;
  const notes = await loadStoredNotes(client, accessionNumbers);
  const joined = groupByFiling(notes).map(carriedOn);
  await putFacts(client, [...notes.map(({ text }) => text), ...joined.flatMap(({ texts }) => texts)]);
  // A generic plan is good enough: planning for these values takes longer than running the statement.
  await client.query("set local plan_cache_mode = force_generic_plan");
  await client.query({
    name: "derive_searched_notes",
    text: REPLACE_LINES,
    values: [carriedOnJson(joined.flatMap(({ carriedOn: parts }) => parts)), accessionNumbers],
  });
}

const REPLACE_LINES = `
  with new as materialized (${noteLines("accession_number = any($2)")}),
  gone as (
    delete from searched_note held where held.accession_number = any($2) and not exists (
      select from new where (new.accession_number, new.position) = (held.accession_number, held.position)))
  insert into searched_note as held select * from new
  on conflict (accession_number, position) do update
    set (ordered_at, filing_date, words, states_facts)
      = (excluded.ordered_at, excluded.filing_date, excluded.words, excluded.states_facts)
    where (held.ordered_at, held.filing_date, held.words, held.states_facts)
      is distinct from (excluded.ordered_at, excluded.filing_date, excluded.words, excluded.states_facts)`;

/** As the first parameter of `noteLines`. */
export const carriedOnJson = (parts: readonly CarriedOn[]): string =>
  JSON.stringify(
    parts.map(({ accessionNumber: accession_number, position, kinds }) => ({ accession_number, position, kinds })),
  );

/** In the order of the document, with the remarks last. */
export async function loadStoredNotes(client: ClientBase, accessionNumbers: readonly string[]): Promise<StoredNote[]> {
  const { rows } = await client.query<StoredNote>({
    name: "derive_stored_notes",
    text: `
      select accession_number as "accessionNumber", position, id, text from (
        select accession_number, position, footnote_id as id, text from footnote where accession_number = any($1)
        union all
        select accession_number, ${REMARKS_POSITION}, '${REMARKS}', remarks from filing where accession_number = any($1)
      ) as note
      where text <> '' order by accession_number, position = ${REMARKS_POSITION}, position`,
    values: [accessionNumbers],
  });
  return rows;
}

export const groupByFiling = (notes: readonly StoredNote[]): StoredNote[][] => [
  ...groupBy(notes, ({ accessionNumber }) => accessionNumber).values(),
];

/** Unchanged lines are not locked. Several runs may store the same text at once, so they go in one order. */
const PUT_FACTS = `
  with new as (select * from json_populate_recordset(null::stated_facts, $1::json)),
  gone as (delete from stated_facts where text_md5 = any($2::uuid[]))
  insert into stated_facts as held select * from new
  where not exists (
    select from stated_facts same where same.text_md5 = new.text_md5 and (same.facts, same.kinds) = (new.facts, new.kinds))
  order by text_md5
  on conflict (text_md5) do update set facts = excluded.facts, kinds = excluded.kinds`;

/** Replaces the facts of some texts. */
export async function putFacts(client: ClientBase, texts: readonly string[]): Promise<void> {
  const lines: FactsLine[] = [];
  const nothing: string[] = [];
  for (const text of new Set(texts)) {
    const line = factsLine(text);
    if (line) lines.push(line);
    else nothing.push(textMd5(text));
  }
  if (lines.length + nothing.length === 0) return;
  await client.query({ name: "derive_put_facts", text: PUT_FACTS, values: [asJson(statedFacts, lines), nothing] });
}
