import { type SQL, sql } from "drizzle-orm";

/** The rows of `tally`, counted from the tables themselves. It reads every table: seconds for millions of filings. */
export const COUNT_TABLES: SQL = sql`
  select 'filing' as subject, coalesce(filing_date, '-infinity') as day, '' as document_type, '' as schema_version,
    '' as source, is_sample, count(*) as n
  from filing group by 2, 6
  union all
  select 'filing kind', '-infinity'::date, left(coalesce(document_type, ''), 40), left(coalesce(schema_version, ''), 40), source,
    is_sample, count(*)
  from filing group by 3, 4, 5, 6
  union all
  select 'listed', day, '', '', case when refusal is null then '' else 'refused' end, false, count(*)
  from listed_filing group by 2, 5
  union all
  select subject, '-infinity'::date, '', '', '', false, n from (
    select kind as subject, count(*) as n from filing_row group by 1
    union all select 'footnote', count(*) from footnote
    union all select 'problem', count(*) from filing_problem
    union all select 'refused', count(*) from refused_document
    union all select 'insider', count(*) from owner
    union all select 'issuer', count(*) from issuer) as whole_tables
  where n > 0`;
