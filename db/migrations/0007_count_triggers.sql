-- Keeps the counts in "tally_change" true to the tables, whatever changes them. ENABLE ALWAYS: a data set is loaded with
-- session_replication_role = replica, in which other triggers do not fire. OR REPLACE: a restore drops tables and keeps functions.
CREATE OR REPLACE FUNCTION "tally_rows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tally_change (subject, n)
  SELECT tg_argv[0], tg_argv[1]::int * count(*) FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tally_rows_by_kind"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tally_change (subject, n)
  SELECT kind, tg_argv[0]::int * count(*) FROM changed GROUP BY kind;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tally_filings"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tally_change (subject, day, document_type, schema_version, source, is_sample, n)
  SELECT CASE WHEN grouping(filing_date) = 0 THEN 'filing' ELSE 'filing kind' END, coalesce(filing_date, '-infinity'),
    left(coalesce(document_type, ''), 40), left(coalesce(schema_version, ''), 40), coalesce(source, ''), is_sample,
    tg_argv[0]::int * count(*)
  FROM changed
  GROUP BY GROUPING SETS ((filing_date, is_sample), (document_type, schema_version, source, is_sample))
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tally_updated_filings"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tally_change (subject, day, document_type, schema_version, source, is_sample, n)
  SELECT CASE WHEN grouping(filing_date) = 0 THEN 'filing' ELSE 'filing kind' END, coalesce(filing_date, '-infinity'),
    left(coalesce(document_type, ''), 40), left(coalesce(schema_version, ''), 40), coalesce(source, ''), is_sample, sum(sign)
  FROM (
    SELECT filing_date, document_type, schema_version, source, is_sample, -1 AS sign FROM before
    UNION ALL SELECT filing_date, document_type, schema_version, source, is_sample, 1 FROM after) AS both_states
  GROUP BY GROUPING SETS ((filing_date, is_sample), (document_type, schema_version, source, is_sample))
  HAVING sum(sign) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tally_listed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tally_change (subject, day, source, n)
  SELECT 'listed', day, CASE WHEN refusal IS NULL THEN '' ELSE 'refused' END, tg_argv[0]::int * count(*)
  FROM changed GROUP BY 2, 3;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "tally_updated_listed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tally_change (subject, day, source, n)
  SELECT 'listed', day, CASE WHEN refusal IS NULL THEN '' ELSE 'refused' END, sum(sign)
  FROM (SELECT day, refusal, -1 AS sign FROM before UNION ALL SELECT day, refusal, 1 FROM after) AS both_states
  GROUP BY 2, 3 HAVING sum(sign) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "tally_insert" AFTER INSERT ON "footnote" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_rows('footnote', '1');
--> statement-breakpoint
ALTER TABLE "footnote" ENABLE ALWAYS TRIGGER "tally_insert";
--> statement-breakpoint
CREATE TRIGGER "tally_delete" AFTER DELETE ON "footnote" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_rows('footnote', '-1');
--> statement-breakpoint
ALTER TABLE "footnote" ENABLE ALWAYS TRIGGER "tally_delete";
--> statement-breakpoint
CREATE TRIGGER "tally_insert" AFTER INSERT ON "filing_problem" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_rows('problem', '1');
--> statement-breakpoint
ALTER TABLE "filing_problem" ENABLE ALWAYS TRIGGER "tally_insert";
--> statement-breakpoint
CREATE TRIGGER "tally_delete" AFTER DELETE ON "filing_problem" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_rows('problem', '-1');
--> statement-breakpoint
ALTER TABLE "filing_problem" ENABLE ALWAYS TRIGGER "tally_delete";
--> statement-breakpoint
CREATE TRIGGER "tally_insert" AFTER INSERT ON "refused_document" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_rows('refused', '1');
--> statement-breakpoint
ALTER TABLE "refused_document" ENABLE ALWAYS TRIGGER "tally_insert";
--> statement-breakpoint
CREATE TRIGGER "tally_delete" AFTER DELETE ON "refused_document" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_rows('refused', '-1');
--> statement-breakpoint
ALTER TABLE "refused_document" ENABLE ALWAYS TRIGGER "tally_delete";
--> statement-breakpoint
CREATE TRIGGER "tally_insert" AFTER INSERT ON "owner" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_rows('insider', '1');
--> statement-breakpoint
ALTER TABLE "owner" ENABLE ALWAYS TRIGGER "tally_insert";
--> statement-breakpoint
CREATE TRIGGER "tally_delete" AFTER DELETE ON "owner" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_rows('insider', '-1');
--> statement-breakpoint
ALTER TABLE "owner" ENABLE ALWAYS TRIGGER "tally_delete";
--> statement-breakpoint
CREATE TRIGGER "tally_insert" AFTER INSERT ON "issuer" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_rows('issuer', '1');
--> statement-breakpoint
ALTER TABLE "issuer" ENABLE ALWAYS TRIGGER "tally_insert";
--> statement-breakpoint
CREATE TRIGGER "tally_delete" AFTER DELETE ON "issuer" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_rows('issuer', '-1');
--> statement-breakpoint
ALTER TABLE "issuer" ENABLE ALWAYS TRIGGER "tally_delete";
--> statement-breakpoint
CREATE TRIGGER "tally_insert" AFTER INSERT ON "filing_row" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_rows_by_kind('1');
--> statement-breakpoint
ALTER TABLE "filing_row" ENABLE ALWAYS TRIGGER "tally_insert";
--> statement-breakpoint
CREATE TRIGGER "tally_delete" AFTER DELETE ON "filing_row" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_rows_by_kind('-1');
--> statement-breakpoint
ALTER TABLE "filing_row" ENABLE ALWAYS TRIGGER "tally_delete";
--> statement-breakpoint
CREATE TRIGGER "tally_insert" AFTER INSERT ON "filing" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_filings('1');
--> statement-breakpoint
ALTER TABLE "filing" ENABLE ALWAYS TRIGGER "tally_insert";
--> statement-breakpoint
CREATE TRIGGER "tally_delete" AFTER DELETE ON "filing" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_filings('-1');
--> statement-breakpoint
ALTER TABLE "filing" ENABLE ALWAYS TRIGGER "tally_delete";
--> statement-breakpoint
CREATE TRIGGER "tally_update" AFTER UPDATE ON "filing" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION tally_updated_filings();
--> statement-breakpoint
ALTER TABLE "filing" ENABLE ALWAYS TRIGGER "tally_update";
--> statement-breakpoint
CREATE TRIGGER "tally_insert" AFTER INSERT ON "listed_filing" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_listed('1');
--> statement-breakpoint
ALTER TABLE "listed_filing" ENABLE ALWAYS TRIGGER "tally_insert";
--> statement-breakpoint
CREATE TRIGGER "tally_delete" AFTER DELETE ON "listed_filing" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tally_listed('-1');
--> statement-breakpoint
ALTER TABLE "listed_filing" ENABLE ALWAYS TRIGGER "tally_delete";
--> statement-breakpoint
CREATE TRIGGER "tally_update" AFTER UPDATE ON "listed_filing" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION tally_updated_listed();
--> statement-breakpoint
ALTER TABLE "listed_filing" ENABLE ALWAYS TRIGGER "tally_update";
--> statement-breakpoint
INSERT INTO tally (subject, day, is_sample, n)
SELECT 'filing', coalesce(filing_date, '-infinity'), is_sample, count(*) FROM filing GROUP BY 2, 3;
--> statement-breakpoint
INSERT INTO tally (subject, document_type, schema_version, source, is_sample, n)
SELECT 'filing kind', left(coalesce(document_type, ''), 40), left(coalesce(schema_version, ''), 40), source, is_sample, count(*)
FROM filing GROUP BY 2, 3, 4, 5;
--> statement-breakpoint
INSERT INTO tally (subject, day, source, n)
SELECT 'listed', day, CASE WHEN refusal IS NULL THEN '' ELSE 'refused' END, count(*) FROM listed_filing GROUP BY 2, 3;
--> statement-breakpoint
INSERT INTO tally (subject, n)
SELECT subject, n FROM (
  SELECT kind AS subject, count(*) AS n FROM filing_row GROUP BY 1
  UNION ALL SELECT 'footnote', count(*) FROM footnote
  UNION ALL SELECT 'problem', count(*) FROM filing_problem
  UNION ALL SELECT 'refused', count(*) FROM refused_document
  UNION ALL SELECT 'insider', count(*) FROM owner
  UNION ALL SELECT 'issuer', count(*) FROM issuer) AS whole_tables
WHERE n > 0;
