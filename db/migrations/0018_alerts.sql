CREATE TABLE "alert" (
	"alert_id" text PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	"name" text,
	"view" text NOT NULL,
	"channel" text NOT NULL,
	"target" text NOT NULL,
	"rate" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"starts_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text NOT NULL,
	"state_reason" text,
	"state_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmation_sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "alert_match" (
	"alert_match_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_match_alert_match_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"alert_id" text NOT NULL,
	"match_key" text NOT NULL,
	"kind" text NOT NULL,
	"accession_number" text NOT NULL,
	"filing_version" integer NOT NULL,
	"what" jsonb NOT NULL,
	"changes" jsonb,
	"rate" text NOT NULL,
	"matched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"delivery_id" text,
	CONSTRAINT "alert_match_once" UNIQUE("alert_id","match_key","accession_number","filing_version")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"delivery_id" text PRIMARY KEY NOT NULL,
	"alert_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"body" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_error_class" text,
	"last_error" text,
	"last_try_at" timestamp with time zone,
	"delivered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "filing_to_match" (
	"filing_to_match_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "filing_to_match_filing_to_match_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"accession_number" text NOT NULL,
	"queued_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alert_match" ADD CONSTRAINT "alert_match_alert_id_alert_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("alert_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_match" ADD CONSTRAINT "alert_match_delivery_id_delivery_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery"("delivery_id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_alert_id_alert_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("alert_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_of_target" ON "alert" USING btree ("target");--> statement-breakpoint
CREATE INDEX "alert_active" ON "alert" USING btree ("starts_at") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "alert_match_to_send" ON "alert_match" USING btree ("rate","alert_id") WHERE delivery_id is null;--> statement-breakpoint
CREATE INDEX "alert_match_of_delivery" ON "alert_match" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "delivery_to_send" ON "delivery" USING btree ("next_try_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "delivery_of_alert" ON "delivery" USING btree ("alert_id","created_at");--> statement-breakpoint
CREATE INDEX "delivery_newest" ON "delivery" USING btree ("created_at");
--> statement-breakpoint
-- /about/alerts shows all three. The queue of filings is not on any page, and must cost those who derive as little as possible.
CREATE TRIGGER "stamp" AFTER INSERT OR UPDATE OR DELETE ON "alert" FOR EACH STATEMENT EXECUTE FUNCTION stamp_subject('operations');
--> statement-breakpoint
ALTER TABLE "alert" ENABLE ALWAYS TRIGGER "stamp";
--> statement-breakpoint
CREATE TRIGGER "stamp" AFTER INSERT OR UPDATE OR DELETE ON "alert_match" FOR EACH STATEMENT EXECUTE FUNCTION stamp_subject('operations');
--> statement-breakpoint
ALTER TABLE "alert_match" ENABLE ALWAYS TRIGGER "stamp";
--> statement-breakpoint
CREATE TRIGGER "stamp" AFTER INSERT OR UPDATE OR DELETE ON "delivery" FOR EACH STATEMENT EXECUTE FUNCTION stamp_subject('operations');
--> statement-breakpoint
ALTER TABLE "delivery" ENABLE ALWAYS TRIGGER "stamp";
