import { citedIds, REMARKS_POSITION } from "@/db/schema/note-places";
import { FAR, NOTE_MARKS } from "@/lib/note-search/note-marks";
import { TEXT_LIMIT } from "@/lib/values/text-limit";

/**
 * Prepares a text for search. PostgreSQL would skip `<b` as markup and read `and/or` as a path, one word. Search terms are
 * prepared in the same way.
 */
const searchedText = (text: string): string => `replace(replace(${text}, '<', ' '), '/', ' ')`;

/** Dates outside this range must be typing errors, and are marked as its first or last day. */
const marked = (date: string) =>
  `case when ${date} is not null then least(greatest(${date}::timestamp, '1990-01-01'), '2049-12-31') end`;

const month = (date: string) => `to_char(${date}, 'YYYY-MM')`;

/** Whether a transaction was made in the month of an instant or in the month before. */
const isUsual = (traded: string, ordered: string) =>
  `${traded} >= date_trunc('month', ${ordered}) - interval '1 month'
    and ${traded} < date_trunc('month', ${ordered}) + interval '1 month'`;

/** Separates the marks of a note in one text. No mark contains it. */
const BETWEEN = "E'\\x1f'";

/** Marks as one text, without those that are null. */
const marks = (...of: string[]) => `concat_ws(${BETWEEN}, ${of.join(", ")})`;

/**
 * A query for the lines of `searched_note` of some filings. Parameter 1 has the facts of notes that continue in each other, which
 * no text states alone: JSON lines of `accession_number`, `position` and `kinds`. Rows and notes are looked up filing by filing:
 * `offset 0` keeps the planner from reading all notes for a period.
 * @param filings the condition on `filing`
 */
export const noteLines = (filings: string): string => `
  with picked as materialized (
    select accession_number, ordered_at, filing_date, remarks, document_type, issuer_cik,
      ${marked("(ordered_at at time zone 'UTC')")} as ordered
    from filing where ${filings}
  ),
  of_filing as materialized (
    select accession_number, ordered_at, filing_date, ${marks(
      `'${NOTE_MARKS.ordered}' || ${month("ordered")}`,
      `'${NOTE_MARKS.ordered}' || to_char(ordered, 'YYYY')`,
      `'${NOTE_MARKS.issuer}' || issuer_cik`,
      `'${NOTE_MARKS.form}' || document_type`,
      `case when filing_date is null then '${NOTE_MARKS.filed}none'
        when abs(filing_date - (ordered_at at time zone 'UTC')::date) > ${FAR} then '${NOTE_MARKS.filed}far' end`,
      `(select string_agg('${NOTE_MARKS.owner}' || cik, ${BETWEEN}) from filing_owner
        where filing_owner.accession_number = picked.accession_number)`,
    )} as marks
    from picked
  ),
  trades as materialized (
    select accession_number, ids, ${marks(
      `'${NOTE_MARKS.code}' || transaction_code`,
      `case when ${isUsual("traded", "ordered")} then '${NOTE_MARKS.traded}usual'
        else ${marks(`'${NOTE_MARKS.traded}' || ${month("traded")}`, `'${NOTE_MARKS.traded}' || to_char(traded, 'YYYY')`)} end`,
    )} as marks
    from (
      select r.accession_number, ordered, transaction_code, ${marked("transaction_date")} as traded, ${citedIds("r")} as ids
      from picked cross join lateral (
        select * from filing_row where filing_row.accession_number = picked.accession_number and kind = 'transaction' offset 0
      ) as r
    ) as row
  ),
  citing as (
    select accession_number, id, string_agg(marks, ${BETWEEN}) as marks
    from (select accession_number, unnest(ids) as id, marks from trades) as cited group by 1, 2
  ),
  trading as (
    select accession_number, string_agg(marks, ${BETWEEN}) as marks from trades group by 1
  ),
  notes as materialized (
    select f.accession_number, f.position, f.text, citing.marks
    from picked cross join lateral (
        select * from footnote where footnote.accession_number = picked.accession_number offset 0
      ) as f
      left join citing on citing.accession_number = f.accession_number and citing.id = f.footnote_id
    where f.text ~ '\\S'
    union all
    select picked.accession_number, ${REMARKS_POSITION}, remarks, trading.marks
    from picked left join trading using (accession_number)
    where remarks ~ '\\S'
  ),
  texts as materialized (
    select text, to_tsvector('english', left(${searchedText("text")}, ${TEXT_LIMIT})) as words,
      (select kinds from stated_facts where text_md5 = md5(text)::uuid) as kinds
    from (select distinct text from notes) as once
  ),
  carried_on as (
    select * from json_to_recordset($1::json) as told (accession_number text, position smallint, kinds text[])
  )
  select accession_number, position::smallint, ordered_at, filing_date,
    texts.words || array_to_tsvector(array_remove(string_to_array(${marks(
      "of_filing.marks",
      "notes.marks",
      `'${NOTE_MARKS.fact}' || nullif(array_to_string(
        coalesce(carried_on.kinds, texts.kinds), ${BETWEEN} || '${NOTE_MARKS.fact}'), '')`,
    )}, ${BETWEEN}), '')) as words,
    coalesce(cardinality(coalesce(carried_on.kinds, texts.kinds)), 0) > 0 as states_facts
  from notes join texts using (text) join of_filing using (accession_number)
    left join carried_on using (accession_number, position)`;
