CREATE TABLE "row_pattern" (
	"accession_number" text NOT NULL,
	"table_number" text NOT NULL,
	"line" smallint NOT NULL,
	"pattern" text NOT NULL,
	CONSTRAINT "row_pattern_accession_number_table_number_line_pk" PRIMARY KEY("accession_number","table_number","line")
);
--> statement-breakpoint
CREATE TABLE "trade_cluster" (
	"accession_number" text NOT NULL,
	"table_number" text NOT NULL,
	"line" smallint NOT NULL,
	"insiders" smallint NOT NULL,
	CONSTRAINT "trade_cluster_accession_number_table_number_line_pk" PRIMARY KEY("accession_number","table_number","line")
);
--> statement-breakpoint
ALTER TABLE "trade_history" ADD COLUMN "is_first_in_two_years" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "is_first_in_two_years" boolean;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "pattern" text;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "cluster_insiders" smallint;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "cites_facts" boolean;--> statement-breakpoint
ALTER TABLE "searched_note" ADD COLUMN "states_facts" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "row_pattern" ADD CONSTRAINT "row_pattern_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "trade_cluster" ADD CONSTRAINT "trade_cluster_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
INSERT INTO "filing_to_derive" SELECT "accession_number" FROM "filing" ON CONFLICT DO NOTHING;