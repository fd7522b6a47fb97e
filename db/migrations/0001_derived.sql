CREATE TABLE "amendment_link" (
	"accession_number" text PRIMARY KEY NOT NULL,
	"amends" text,
	"basis" text,
	"amended_by" text
);
--> statement-breakpoint
CREATE TABLE "event_row" (
	"accession_number" text NOT NULL,
	"table_number" text NOT NULL,
	"line" smallint NOT NULL,
	"event" text NOT NULL,
	"is_counted" boolean NOT NULL,
	CONSTRAINT "event_row_accession_number_table_number_line_pk" PRIMARY KEY("accession_number","table_number","line")
);
--> statement-breakpoint
CREATE TABLE "filing_to_derive" (
	"accession_number" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holding_line" (
	"accession_number" text NOT NULL,
	"table_number" text NOT NULL,
	"line" smallint NOT NULL,
	"issuer_cik" text,
	"owners" text[] NOT NULL,
	"last_accession_number" text NOT NULL,
	"last_table_number" text NOT NULL,
	"last_line" smallint NOT NULL,
	"rows" integer NOT NULL,
	"gaps" integer NOT NULL,
	"unexplained_gaps" integer NOT NULL,
	CONSTRAINT "holding_line_accession_number_table_number_line_pk" PRIMARY KEY("accession_number","table_number","line")
);
--> statement-breakpoint
CREATE TABLE "lateness" (
	"accession_number" text PRIMARY KEY NOT NULL,
	"days" integer NOT NULL,
	"due" date NOT NULL,
	"is_late" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "row_check" (
	"accession_number" text NOT NULL,
	"table_number" text NOT NULL,
	"line" smallint NOT NULL,
	"holding_line" text NOT NULL,
	"line_position" integer NOT NULL,
	"state" text NOT NULL,
	"expected" numeric,
	"reported" numeric,
	"difference" numeric,
	"missing" text,
	"prior_row" text,
	"prior_balance" numeric,
	"reason" jsonb,
	CONSTRAINT "row_check_accession_number_table_number_line_pk" PRIMARY KEY("accession_number","table_number","line")
);
--> statement-breakpoint
CREATE TABLE "split_hint" (
	"accession_number" text NOT NULL,
	"table_number" text NOT NULL,
	"line" smallint NOT NULL,
	"issuer_cik" text NOT NULL,
	"reason" jsonb,
	CONSTRAINT "split_hint_accession_number_table_number_line_pk" PRIMARY KEY("accession_number","table_number","line")
);
--> statement-breakpoint
CREATE TABLE "superseded_row" (
	"accession_number" text NOT NULL,
	"table_number" text NOT NULL,
	"line" smallint NOT NULL,
	"superseded_by" text NOT NULL,
	CONSTRAINT "superseded_row_accession_number_table_number_line_pk" PRIMARY KEY("accession_number","table_number","line")
);
--> statement-breakpoint
CREATE TABLE "trade_reading" (
	"accession_number" text NOT NULL,
	"table_number" text NOT NULL,
	"line" smallint NOT NULL,
	"plan_state" text,
	"plan_adopted_on" date,
	"plan_footnote_id" text,
	"plan_words" text,
	"currency" text,
	CONSTRAINT "trade_reading_accession_number_table_number_line_pk" PRIMARY KEY("accession_number","table_number","line")
);
--> statement-breakpoint
DROP INDEX "filing_row_by_transaction_date";--> statement-breakpoint
ALTER TABLE "amendment_link" ADD CONSTRAINT "amendment_link_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "event_row" ADD CONSTRAINT "event_row_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "filing_to_derive" ADD CONSTRAINT "filing_to_derive_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "holding_line" ADD CONSTRAINT "holding_line_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "lateness" ADD CONSTRAINT "lateness_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "row_check" ADD CONSTRAINT "row_check_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "split_hint" ADD CONSTRAINT "split_hint_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "superseded_row" ADD CONSTRAINT "superseded_row_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "trade_reading" ADD CONSTRAINT "trade_reading_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "amendment_link_by_original" ON "amendment_link" USING btree ("amends");--> statement-breakpoint
CREATE INDEX "event_row_by_event" ON "event_row" USING btree ("event");--> statement-breakpoint
CREATE INDEX "holding_line_of_issuer" ON "holding_line" USING btree ("issuer_cik");--> statement-breakpoint
CREATE INDEX "split_hint_of_issuer" ON "split_hint" USING btree ("issuer_cik");--> statement-breakpoint
CREATE INDEX "filing_row_by_transaction_date" ON "filing_row" USING btree ("transaction_date","transaction_shares","accession_number");--> statement-breakpoint
INSERT INTO "filing_to_derive" SELECT "accession_number" FROM "filing";
