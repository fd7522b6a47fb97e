CREATE TABLE "past_match" (
	"alert_id" text NOT NULL,
	"match_key" text NOT NULL,
	"accession_number" text NOT NULL,
	CONSTRAINT "past_match_alert_id_match_key_accession_number_pk" PRIMARY KEY("alert_id","match_key","accession_number")
);
--> statement-breakpoint
ALTER TABLE "alert_match" DROP CONSTRAINT "alert_match_delivery_id_delivery_delivery_id_fk";
--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "receiver" text GENERATED ALWAYS AS (case channel when 'mail' then substring(target from '@[^@]*$')
  else substring(lower(target) from '^https?:[/\\]*([^/\\?#]*)') end) STORED;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "refusals" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "past_match" ADD CONSTRAINT "past_match_alert_id_alert_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("alert_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_match" ADD CONSTRAINT "alert_match_delivery_id_delivery_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery"("delivery_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Errors are now stored without addresses, because the site reads them.
UPDATE "delivery" SET "last_error" = regexp_replace("last_error", '(https?://\S+|[^\s<>"''()]+@[^\s<>"''()]+)', '…', 'gi') WHERE "last_error" ~ '@|://';
