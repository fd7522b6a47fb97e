CREATE TABLE "paper_reading" (
	"accession_number" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"uncertain" text[] NOT NULL,
	"places" jsonb NOT NULL,
	"doubts" jsonb NOT NULL,
	"checks" jsonb NOT NULL,
	"corrections" jsonb NOT NULL,
	"names" jsonb NOT NULL,
	"text" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "filing_problem" ADD COLUMN "page" integer;--> statement-breakpoint
ALTER TABLE "filing_row" ADD COLUMN "unread" text[];--> statement-breakpoint
ALTER TABLE "filing_row" ADD COLUMN "uncertain" text[];--> statement-breakpoint
ALTER TABLE "paper_reading" ADD CONSTRAINT "paper_reading_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "filing_of_local_paper_by_cik" ON "filing" USING btree ("issuer_cik") WHERE source = 'paper' and accession_number like 'local-%';--> statement-breakpoint
CREATE INDEX "filing_of_local_paper_by_name" ON "filing" USING btree (upper("issuer_name")) WHERE source = 'paper' and accession_number like 'local-%';
--> statement-breakpoint
UPDATE "raw_document" SET "kind" = 'paper' WHERE "kind" = 'document' AND "accession_number" IN (SELECT "accession_number" FROM "filing" WHERE "source" = 'paper');
