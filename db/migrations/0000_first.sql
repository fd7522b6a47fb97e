CREATE TABLE "data_set" (
	"sha256" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"filings" integer NOT NULL,
	"rows" integer NOT NULL,
	"refused_rows" integer NOT NULL,
	"stored_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "edgar_page" (
	"url" text PRIMARY KEY NOT NULL,
	"etag" text,
	"last_modified" text,
	"gzip" "bytea",
	"fetched_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "edgar_slot" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"paused_until" timestamp with time zone,
	"pause_reason" text,
	CONSTRAINT "edgar_slot_is_only" CHECK ("edgar_slot"."is_only")
);
--> statement-breakpoint
CREATE TABLE "filing" (
	"accession_number" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"version" integer NOT NULL,
	"content_sha256" text,
	"is_sample" boolean NOT NULL,
	"filed_at" timestamp with time zone,
	"filing_date" date,
	"ordered_at" timestamp with time zone NOT NULL,
	"schema_version" text,
	"document_type" text,
	"period_of_report" date,
	"date_of_original_submission" date,
	"no_securities_owned" boolean,
	"not_subject_to_section16" boolean,
	"form3_holdings_reported" boolean,
	"form4_transactions_reported" boolean,
	"issuer_cik" text,
	"issuer_name" text,
	"issuer_trading_symbol" text,
	"issuer_foreign_trading_symbol" text,
	"aff10b5_one" boolean,
	"remarks" text,
	"has_tables" boolean NOT NULL,
	"unread" text[],
	"spelling" jsonb,
	"extra" jsonb
);
--> statement-breakpoint
CREATE TABLE "filing_owner" (
	"accession_number" text NOT NULL,
	"position" smallint NOT NULL,
	"cik" text,
	"name" text,
	"street1" text,
	"street2" text,
	"city" text,
	"state" text,
	"zip_code" text,
	"state_description" text,
	"non_us_address_flag" boolean,
	"non_us_state_territory" text,
	"country" text,
	"is_director" boolean,
	"is_officer" boolean,
	"is_ten_percent_owner" boolean,
	"is_other" boolean,
	"officer_title" text,
	"other_text" text,
	"file_number" text,
	"spelling" jsonb,
	"extra" jsonb,
	CONSTRAINT "filing_owner_accession_number_position_pk" PRIMARY KEY("accession_number","position")
);
--> statement-breakpoint
CREATE TABLE "filing_problem" (
	"accession_number" text NOT NULL,
	"position" smallint NOT NULL,
	"file_name" text NOT NULL,
	"line" integer,
	"pointer" text,
	"message" text NOT NULL,
	CONSTRAINT "filing_problem_accession_number_position_pk" PRIMARY KEY("accession_number","position")
);
--> statement-breakpoint
CREATE TABLE "filing_row" (
	"accession_number" text NOT NULL,
	"table_number" text NOT NULL,
	"line" smallint NOT NULL,
	"line_is_filed" boolean DEFAULT true NOT NULL,
	"kind" text NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"security_title" text,
	"security_title_footnotes" text[],
	"conversion_or_exercise_price" numeric,
	"conversion_or_exercise_price_footnotes" text[],
	"transaction_date" date,
	"transaction_date_footnotes" text[],
	"deemed_execution_date" date,
	"deemed_execution_date_footnotes" text[],
	"transaction_form_type" text,
	"transaction_code" text,
	"equity_swap_involved" boolean,
	"transaction_coding_footnotes" text[],
	"timeliness" text,
	"timeliness_footnotes" text[],
	"transaction_shares" numeric,
	"transaction_shares_footnotes" text[],
	"transaction_total_value" numeric,
	"transaction_total_value_footnotes" text[],
	"price_per_share" numeric,
	"price_per_share_footnotes" text[],
	"acquired_disposed_code" text,
	"acquired_disposed_code_footnotes" text[],
	"exercise_date" date,
	"exercise_date_footnotes" text[],
	"expiration_date" date,
	"expiration_date_footnotes" text[],
	"underlying_security_title" text,
	"underlying_security_title_footnotes" text[],
	"underlying_security_shares" numeric,
	"underlying_security_shares_footnotes" text[],
	"underlying_security_value" numeric,
	"underlying_security_value_footnotes" text[],
	"shares_owned_following" numeric,
	"shares_owned_following_footnotes" text[],
	"value_owned_following" numeric,
	"value_owned_following_footnotes" text[],
	"direct_or_indirect" text,
	"direct_or_indirect_footnotes" text[],
	"nature_of_ownership" text,
	"nature_of_ownership_footnotes" text[],
	"row_footnotes" text[],
	"spelling" jsonb,
	"extra" jsonb,
	CONSTRAINT "filing_row_accession_number_table_number_line_pk" PRIMARY KEY("accession_number","table_number","line"),
	CONSTRAINT "filing_row_table_number" CHECK ("filing_row"."table_number" in ('I', 'II')),
	CONSTRAINT "filing_row_kind" CHECK ("filing_row"."kind" in ('transaction', 'holding'))
);
--> statement-breakpoint
CREATE TABLE "follow_position" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"reconciled_through" date NOT NULL,
	"polled_at" timestamp with time zone,
	"failure" text,
	"failing_since" timestamp with time zone,
	CONSTRAINT "follow_position_is_only" CHECK ("follow_position"."is_only")
);
--> statement-breakpoint
CREATE TABLE "footnote" (
	"accession_number" text NOT NULL,
	"position" smallint NOT NULL,
	"footnote_id" text,
	"text" text,
	"spelling" jsonb,
	"extra" jsonb,
	CONSTRAINT "footnote_accession_number_position_pk" PRIMARY KEY("accession_number","position")
);
--> statement-breakpoint
CREATE TABLE "former_address" (
	"local_number" text PRIMARY KEY NOT NULL,
	"accession_number" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "index_day" (
	"day" date PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"damaged_lines" text[] DEFAULT '{}' NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ingest_run" (
	"ingest_run_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ingest_run_ingest_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"read" integer DEFAULT 0 NOT NULL,
	"stored" integer DEFAULT 0 NOT NULL,
	"already_there" integer DEFAULT 0 NOT NULL,
	"with_problems" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issuer" (
	"cik" text PRIMARY KEY NOT NULL,
	"name" text,
	"trading_symbol" text,
	"named_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issuer_name" (
	"cik" text NOT NULL,
	"name" text NOT NULL,
	"trading_symbol" text NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', regexp_replace(name || ' ' || trading_symbol, '[^[:alnum:]]+', ' ', 'g'))) STORED,
	CONSTRAINT "issuer_name_cik_name_trading_symbol_pk" PRIMARY KEY("cik","name","trading_symbol")
);
--> statement-breakpoint
CREATE TABLE "listed_filing" (
	"accession_number" text PRIMARY KEY NOT NULL,
	"cik" text NOT NULL,
	"document_type" text,
	"day" date NOT NULL,
	"listed_by" text NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"tried_at" timestamp with time zone,
	"refusal" text
);
--> statement-breakpoint
CREATE TABLE "owner" (
	"cik" text PRIMARY KEY NOT NULL,
	"name" text,
	"named_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "owner_name" (
	"cik" text NOT NULL,
	"name" text NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('simple', regexp_replace(name, '[^[:alnum:]]+', ' ', 'g'))) STORED,
	CONSTRAINT "owner_name_cik_name_pk" PRIMARY KEY("cik","name")
);
--> statement-breakpoint
CREATE TABLE "postponed_index" (
	"name" text PRIMARY KEY NOT NULL,
	"definition" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "raw_document" (
	"accession_number" text NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"content_sha256" text NOT NULL,
	"file_name" text NOT NULL,
	"gzip" "bytea" NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "raw_document_accession_number_version_kind_pk" PRIMARY KEY("accession_number","version","kind")
);
--> statement-breakpoint
CREATE TABLE "refused_document" (
	"sha256" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"line" integer,
	"message" text NOT NULL,
	"gzip" "bytea" NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signature" (
	"accession_number" text NOT NULL,
	"position" smallint NOT NULL,
	"name" text,
	"date" date,
	"spelling" jsonb,
	"extra" jsonb,
	CONSTRAINT "signature_accession_number_position_pk" PRIMARY KEY("accession_number","position")
);
--> statement-breakpoint
ALTER TABLE "filing_owner" ADD CONSTRAINT "filing_owner_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "filing_problem" ADD CONSTRAINT "filing_problem_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "filing_row" ADD CONSTRAINT "filing_row_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "footnote" ADD CONSTRAINT "footnote_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "former_address" ADD CONSTRAINT "former_address_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "issuer_name" ADD CONSTRAINT "issuer_name_cik_issuer_cik_fk" FOREIGN KEY ("cik") REFERENCES "public"."issuer"("cik") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owner_name" ADD CONSTRAINT "owner_name_cik_owner_cik_fk" FOREIGN KEY ("cik") REFERENCES "public"."owner"("cik") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "raw_document" ADD CONSTRAINT "raw_document_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "signature" ADD CONSTRAINT "signature_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "filing_newest" ON "filing" USING btree ("ordered_at","accession_number");--> statement-breakpoint
CREATE INDEX "filing_of_issuer" ON "filing" USING btree ("issuer_cik","ordered_at","accession_number");--> statement-breakpoint
CREATE INDEX "filing_by_filing_date" ON "filing" USING btree ("filing_date");--> statement-breakpoint
CREATE INDEX "filing_of_sample" ON "filing" USING btree ("is_sample") WHERE is_sample;--> statement-breakpoint
CREATE INDEX "filing_by_document_type" ON "filing" USING btree ("document_type","ordered_at","accession_number");--> statement-breakpoint
CREATE INDEX "filing_owner_by_cik" ON "filing_owner" USING btree ("cik","accession_number");--> statement-breakpoint
CREATE INDEX "filing_row_by_code" ON "filing_row" USING btree ("transaction_code","ordered_at","accession_number");--> statement-breakpoint
CREATE INDEX "filing_row_by_transaction_date" ON "filing_row" USING btree ("transaction_date","accession_number");--> statement-breakpoint
CREATE INDEX "issuer_by_name" ON "issuer" USING btree (lower(coalesce("name", '')),"cik");--> statement-breakpoint
CREATE INDEX "issuer_by_symbol" ON "issuer" USING btree (upper("trading_symbol"));--> statement-breakpoint
CREATE INDEX "issuer_name_by_words" ON "issuer_name" USING gin ("words");--> statement-breakpoint
CREATE INDEX "issuer_name_by_symbol" ON "issuer_name" USING btree (upper("trading_symbol"));--> statement-breakpoint
CREATE INDEX "listed_filing_by_day" ON "listed_filing" USING btree ("day");--> statement-breakpoint
CREATE INDEX "owner_by_name" ON "owner" USING btree (lower(coalesce("name", '')),"cik");--> statement-breakpoint
CREATE INDEX "owner_name_by_words" ON "owner_name" USING gin ("words");--> statement-breakpoint
CREATE INDEX "raw_document_by_content" ON "raw_document" USING btree ("content_sha256");--> statement-breakpoint
-- Names are updated with every newer filing: room on each page keeps the update beside the row.
ALTER TABLE "issuer" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "issuer_name" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "owner" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "owner_name" SET (fillfactor = 70);
