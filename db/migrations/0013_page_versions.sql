CREATE TABLE "page_change" (
	"subject" text NOT NULL,
	"stamp" bigint DEFAULT hashtextextended(gen_random_uuid()::text, 0) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "page_version" (
	"subject" text PRIMARY KEY NOT NULL,
	"stamp" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "page_change_of_subject" ON "page_change" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "index_day_absent" ON "index_day" USING btree ("day") WHERE "index_day"."state" = 'absent';
--> statement-breakpoint
-- Databases that start here have no version in common with any other.
INSERT INTO "page_change" ("subject") VALUES ('*');
--> statement-breakpoint
-- Each change leaves a stamp in the same transaction. ENABLE ALWAYS and OR REPLACE as for the counts of 0007.
CREATE OR REPLACE FUNCTION "stamp_filings"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO page_change (subject) SELECT coalesce(issuer_cik, accession_number) FROM changed GROUP BY 1;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "stamp_updated_filings"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO page_change (subject)
  SELECT coalesce(issuer_cik, accession_number) FROM before UNION SELECT coalesce(issuer_cik, accession_number) FROM after;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- For rows about filings. To find the issuers of very many takes too long, so they stand for everything.
CREATE OR REPLACE FUNCTION "stamp_filings_of_rows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM changed) > 10000 THEN
    INSERT INTO page_change (subject) VALUES ('*');
  ELSE
    INSERT INTO page_change (subject)
    SELECT coalesce(issuer_cik, accession_number) FROM changed JOIN filing USING (accession_number) GROUP BY 1;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "stamp_subject"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO page_change (subject) VALUES (tg_argv[0]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "stamp_insert" AFTER INSERT ON "filing" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_filings();
--> statement-breakpoint
ALTER TABLE "filing" ENABLE ALWAYS TRIGGER "stamp_insert";
--> statement-breakpoint
CREATE TRIGGER "stamp_delete" AFTER DELETE ON "filing" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_filings();
--> statement-breakpoint
ALTER TABLE "filing" ENABLE ALWAYS TRIGGER "stamp_delete";
--> statement-breakpoint
CREATE TRIGGER "stamp_update" AFTER UPDATE ON "filing" REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION stamp_updated_filings();
--> statement-breakpoint
ALTER TABLE "filing" ENABLE ALWAYS TRIGGER "stamp_update";
--> statement-breakpoint
CREATE TRIGGER "stamp_insert" AFTER INSERT ON "filing_to_derive" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_filings_of_rows();
--> statement-breakpoint
ALTER TABLE "filing_to_derive" ENABLE ALWAYS TRIGGER "stamp_insert";
--> statement-breakpoint
CREATE TRIGGER "stamp_delete" AFTER DELETE ON "filing_to_derive" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_filings_of_rows();
--> statement-breakpoint
ALTER TABLE "filing_to_derive" ENABLE ALWAYS TRIGGER "stamp_delete";
--> statement-breakpoint
CREATE TRIGGER "stamp_insert" AFTER INSERT ON "filing_problem" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_filings_of_rows();
--> statement-breakpoint
ALTER TABLE "filing_problem" ENABLE ALWAYS TRIGGER "stamp_insert";
--> statement-breakpoint
CREATE TRIGGER "stamp_delete" AFTER DELETE ON "filing_problem" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION stamp_filings_of_rows();
--> statement-breakpoint
ALTER TABLE "filing_problem" ENABLE ALWAYS TRIGGER "stamp_delete";
--> statement-breakpoint
-- Whatever takes the place of the derived tables empties their queue.
CREATE TRIGGER "stamp_truncate" AFTER TRUNCATE ON "filing_to_derive" FOR EACH STATEMENT EXECUTE FUNCTION stamp_subject('*');
--> statement-breakpoint
ALTER TABLE "filing_to_derive" ENABLE ALWAYS TRIGGER "stamp_truncate";
--> statement-breakpoint
CREATE TRIGGER "stamp_update" AFTER UPDATE ON "filing_to_derive" FOR EACH STATEMENT EXECUTE FUNCTION stamp_subject('operations');
--> statement-breakpoint
ALTER TABLE "filing_to_derive" ENABLE ALWAYS TRIGGER "stamp_update";
--> statement-breakpoint
-- Days without filings are no business days, which every page may show.
CREATE TRIGGER "stamp_insert" AFTER INSERT ON "index_day" FOR EACH ROW WHEN (NEW.state = 'absent') EXECUTE FUNCTION stamp_subject('*');
--> statement-breakpoint
ALTER TABLE "index_day" ENABLE ALWAYS TRIGGER "stamp_insert";
--> statement-breakpoint
CREATE TRIGGER "stamp_delete" AFTER DELETE ON "index_day" FOR EACH ROW WHEN (OLD.state = 'absent') EXECUTE FUNCTION stamp_subject('*');
--> statement-breakpoint
ALTER TABLE "index_day" ENABLE ALWAYS TRIGGER "stamp_delete";
--> statement-breakpoint
CREATE TRIGGER "stamp_update" AFTER UPDATE ON "index_day" FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION stamp_subject('*');
--> statement-breakpoint
ALTER TABLE "index_day" ENABLE ALWAYS TRIGGER "stamp_update";
--> statement-breakpoint
CREATE TRIGGER "stamp" AFTER INSERT OR UPDATE OR DELETE ON "index_day" FOR EACH STATEMENT EXECUTE FUNCTION stamp_subject('operations');
--> statement-breakpoint
ALTER TABLE "index_day" ENABLE ALWAYS TRIGGER "stamp";
--> statement-breakpoint
CREATE TRIGGER "stamp" AFTER INSERT OR UPDATE OR DELETE ON "data_set" FOR EACH STATEMENT EXECUTE FUNCTION stamp_subject('operations');
--> statement-breakpoint
ALTER TABLE "data_set" ENABLE ALWAYS TRIGGER "stamp";
--> statement-breakpoint
CREATE TRIGGER "stamp" AFTER INSERT OR UPDATE OR DELETE ON "edgar_request_count" FOR EACH STATEMENT EXECUTE FUNCTION stamp_subject('operations');
--> statement-breakpoint
ALTER TABLE "edgar_request_count" ENABLE ALWAYS TRIGGER "stamp";
--> statement-breakpoint
CREATE TRIGGER "stamp" AFTER INSERT OR UPDATE OR DELETE ON "follow_position" FOR EACH STATEMENT EXECUTE FUNCTION stamp_subject('operations');
--> statement-breakpoint
ALTER TABLE "follow_position" ENABLE ALWAYS TRIGGER "stamp";
--> statement-breakpoint
CREATE TRIGGER "stamp" AFTER INSERT OR UPDATE OR DELETE ON "ingest_run" FOR EACH STATEMENT EXECUTE FUNCTION stamp_subject('operations');
--> statement-breakpoint
ALTER TABLE "ingest_run" ENABLE ALWAYS TRIGGER "stamp";
--> statement-breakpoint
CREATE TRIGGER "stamp" AFTER INSERT OR UPDATE OR DELETE ON "listed_filing" FOR EACH STATEMENT EXECUTE FUNCTION stamp_subject('operations');
--> statement-breakpoint
ALTER TABLE "listed_filing" ENABLE ALWAYS TRIGGER "stamp";
--> statement-breakpoint
CREATE TRIGGER "stamp" AFTER INSERT OR UPDATE OR DELETE ON "refused_document" FOR EACH STATEMENT EXECUTE FUNCTION stamp_subject('operations');
--> statement-breakpoint
ALTER TABLE "refused_document" ENABLE ALWAYS TRIGGER "stamp";
