ALTER TABLE "owner_seat" ADD COLUMN "signed" text[];--> statement-breakpoint
INSERT INTO "filing_to_derive" SELECT "accession_number" FROM "filing" ON CONFLICT DO NOTHING;
