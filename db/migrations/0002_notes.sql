CREATE TABLE "searched_note" (
	"accession_number" text NOT NULL,
	"position" smallint NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"filing_date" date,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "searched_note_accession_number_position_pk" PRIMARY KEY("accession_number","position")
);
--> statement-breakpoint
CREATE TABLE "stated_facts" (
	"text_md5" uuid PRIMARY KEY NOT NULL,
	"facts" jsonb NOT NULL,
	"kinds" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "trade_reading" ADD COLUMN "is_average" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "trade_reading" ADD COLUMN "range_low" numeric;--> statement-breakpoint
ALTER TABLE "trade_reading" ADD COLUMN "range_high" numeric;--> statement-breakpoint
ALTER TABLE "trade_reading" ADD COLUMN "range_currency" text;--> statement-breakpoint
ALTER TABLE "trade_reading" ADD COLUMN "price_footnote_id" text;--> statement-breakpoint
ALTER TABLE "trade_reading" ADD COLUMN "covers" text[];--> statement-breakpoint
ALTER TABLE "searched_note" ADD CONSTRAINT "searched_note_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "searched_note_by_words" ON "searched_note" USING gin ("words");--> statement-breakpoint
INSERT INTO "filing_to_derive" SELECT "accession_number" FROM "filing" ON CONFLICT DO NOTHING;