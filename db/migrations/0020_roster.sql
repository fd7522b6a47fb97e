CREATE TABLE "lateness_count" (
	"accession_number" text PRIMARY KEY NOT NULL,
	"issuer_cik" text,
	"late" integer NOT NULL,
	"known" integer NOT NULL,
	"not_known" integer NOT NULL,
	"not_due" integer NOT NULL,
	"marked" integer NOT NULL,
	"marked_and_late" integer NOT NULL,
	"newest" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "owner_seat" (
	"accession_number" text NOT NULL,
	"position" smallint NOT NULL,
	"issuer_cik" text,
	"cik" text NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"filings" integer NOT NULL,
	"has_left" boolean NOT NULL,
	"role" text,
	"trade" text,
	CONSTRAINT "owner_seat_accession_number_position_pk" PRIMARY KEY("accession_number","position")
);
--> statement-breakpoint
DROP INDEX "listing_of_issuer";--> statement-breakpoint
ALTER TABLE "lateness_count" ADD CONSTRAINT "lateness_count_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "owner_seat" ADD CONSTRAINT "owner_seat_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "lateness_count_of_issuer" ON "lateness_count" USING btree ("issuer_cik");--> statement-breakpoint
CREATE INDEX "owner_seat_of_issuer" ON "owner_seat" USING btree ("issuer_cik");--> statement-breakpoint
CREATE INDEX "owner_seat_of_owner" ON "owner_seat" USING btree ("cik");--> statement-breakpoint
CREATE INDEX "filing_row_marked" ON "filing_row" USING btree ("accession_number","timeliness") WHERE "filing_row"."timeliness" is not null;--> statement-breakpoint
CREATE INDEX "listing_of_issuer" ON "listing" USING btree ("issuer_cik","kind","ordered_at","accession_number","owner_position");--> statement-breakpoint
INSERT INTO "filing_to_derive" SELECT "accession_number" FROM "filing" ON CONFLICT DO NOTHING;
