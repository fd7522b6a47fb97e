CREATE TABLE "implausible_row" (
	"accession_number" text NOT NULL,
	"table_number" text NOT NULL,
	"line" smallint NOT NULL,
	"field" text NOT NULL,
	"reason" text NOT NULL,
	"cause" text,
	"amount" numeric NOT NULL,
	"times" numeric,
	"trades" integer,
	"footnote_id" text,
	CONSTRAINT "implausible_row_accession_number_table_number_line_pk" PRIMARY KEY("accession_number","table_number","line")
);
--> statement-breakpoint
ALTER TABLE "implausible_row" ADD CONSTRAINT "implausible_row_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
INSERT INTO "filing_to_derive" SELECT "accession_number" FROM "filing" ON CONFLICT DO NOTHING;
