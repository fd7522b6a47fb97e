ALTER TABLE "listing" ALTER COLUMN "is_indirect" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "lateness" ADD COLUMN "rows" jsonb;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "side" text;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "value" numeric;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "change" numeric;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "position" text;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "delay" integer;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "is_late" boolean;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "roles" smallint;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "is_joint" boolean;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "is_amended" boolean;--> statement-breakpoint
-- All of it is derived again.
INSERT INTO "filing_to_derive" SELECT "accession_number" FROM "filing" ON CONFLICT DO NOTHING;