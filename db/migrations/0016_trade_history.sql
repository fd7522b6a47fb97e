CREATE TABLE "trade_history" (
	"accession_number" text NOT NULL,
	"table_number" text NOT NULL,
	"line" smallint NOT NULL,
	"label" text NOT NULL,
	"routine_months" smallint[],
	"is_first" boolean NOT NULL,
	CONSTRAINT "trade_history_accession_number_table_number_line_pk" PRIMARY KEY("accession_number","table_number","line")
);
--> statement-breakpoint
CREATE TABLE "industry" (
	"cik" text PRIMARY KEY NOT NULL,
	"code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"as_of" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "label" text;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "is_first" boolean;--> statement-breakpoint
ALTER TABLE "trade_history" ADD CONSTRAINT "trade_history_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "industry_by_code" ON "industry" USING btree ("code");--> statement-breakpoint
INSERT INTO "filing_to_derive" SELECT "accession_number" FROM "filing" ON CONFLICT DO NOTHING;
