ALTER TABLE "filing_to_derive" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "filing_to_derive" ADD COLUMN "last_failure" text;--> statement-breakpoint
ALTER TABLE "filing_to_derive" ADD COLUMN "last_failed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "filing_to_derive_by_failures" ON "filing_to_derive" USING btree ("failures","accession_number") WHERE "filing_to_derive"."failures" > 0;