CREATE TABLE "edgar_request_count" (
	"day" date NOT NULL,
	"status" text NOT NULL,
	"requests" integer NOT NULL,
	CONSTRAINT "edgar_request_count_day_status_pk" PRIMARY KEY("day","status")
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"subject" text NOT NULL,
	"day" date DEFAULT '-infinity' NOT NULL,
	"document_type" text DEFAULT '' NOT NULL,
	"schema_version" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tally_key" PRIMARY KEY("subject","day","document_type","schema_version","source","is_sample")
);
--> statement-breakpoint
CREATE TABLE "tally_change" (
	"subject" text NOT NULL,
	"day" date DEFAULT '-infinity' NOT NULL,
	"document_type" text DEFAULT '' NOT NULL,
	"schema_version" text DEFAULT '' NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"n" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "filing_problem" ADD COLUMN "received_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "tally_change_by_day" ON "tally_change" USING btree ("subject","day");--> statement-breakpoint
CREATE INDEX "filing_problem_newest" ON "filing_problem" USING btree ("received_at","accession_number","position");--> statement-breakpoint
CREATE INDEX "refused_document_newest" ON "refused_document" USING btree ("received_at");