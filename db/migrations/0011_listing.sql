CREATE TABLE "listing" (
	"accession_number" text NOT NULL,
	"table_number" text NOT NULL,
	"line" smallint NOT NULL,
	"owner_position" smallint NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"filing_date" date,
	"document_type" text,
	"issuer_cik" text,
	"owner_cik" text,
	"code" text,
	"transaction_date" date,
	"shares" numeric,
	"price" numeric,
	"is_indirect" boolean NOT NULL,
	"plan" text,
	"plan_adopted_on" date,
	"price_range" text,
	"is_implausible" boolean NOT NULL,
	"apart" text,
	"event" text,
	"kind" text collate "C" GENERATED ALWAYS AS (case when table_number = '' then '.' when code is null then '-' when code ~ '^[A-Z]$' then code else '?' end
    || case document_type when '3' then '3' when '4' then '4' when '5' then '5' when '3/A' then 'c' when '4/A' then 'd' when '5/A' then 'e' else '-' end
    || case plan when 'not-indicated' then 'n' when 'no-box' then 'b' else case when plan is null then '-' when plan_adopted_on is null then 'u' else 'a' end end
    || case price_range when 'stated' then 's' when 'wide' then 'w' else '-' end
    || case when is_implausible then 'i' else '-' end
    || case when filing_date is null then '-'
    when filing_date - (ordered_at at time zone 'America/New_York')::date between 0 and 4 then 'y' else 'x' end
    || case when transaction_date is null then '-' when transaction_date > (ordered_at at time zone 'America/New_York')::date then '9' when (ordered_at at time zone 'America/New_York')::date - transaction_date <= 10 then '0' when (ordered_at at time zone 'America/New_York')::date - transaction_date <= 60 then '1' when (ordered_at at time zone 'America/New_York')::date - transaction_date <= 400 then '2' when (ordered_at at time zone 'America/New_York')::date - transaction_date <= 2000 then '3' else '9' end) STORED
);
--> statement-breakpoint
CREATE TABLE "listing_kind" (
	"kind" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
-- A load that was cut off may have set them aside, to be made again.
DELETE FROM "postponed_index" WHERE "name" IN ('trade_reading_by_adoption', 'trade_reading_of_wide_range', 'filing_by_document_type', 'filing_row_by_code');
--> statement-breakpoint
DROP INDEX IF EXISTS "trade_reading_by_adoption";--> statement-breakpoint
DROP INDEX IF EXISTS "trade_reading_of_wide_range";--> statement-breakpoint
DROP INDEX IF EXISTS "filing_by_document_type";--> statement-breakpoint
DROP INDEX IF EXISTS "filing_row_by_code";--> statement-breakpoint
ALTER TABLE "issuer_name" ADD COLUMN "first_word" text collate "C" GENERATED ALWAYS AS (translate(split_part(lower(name), ' ', 1), ',.', '')) STORED;--> statement-breakpoint
ALTER TABLE "owner_name" ADD COLUMN "first_word" text collate "C" GENERATED ALWAYS AS (translate(split_part(lower(name), ' ', 1), ',.', '')) STORED;--> statement-breakpoint
-- Before the indexes, because millions of lines load several times as fast without.
INSERT INTO "listing" (accession_number, table_number, line, owner_position, ordered_at, filing_date, document_type, issuer_cik, owner_cik, code, transaction_date, shares, price, is_indirect, plan, plan_adopted_on, price_range, is_implausible, apart, event)
select filing.accession_number, coalesce(r.table_number, '') as table_number, coalesce(r.line, 0) as line,
  coalesce(o.position, 1) as owner_position, filing.ordered_at, filing.filing_date, filing.document_type, filing.issuer_cik,
  o.cik as owner_cik, r.transaction_code as code, r.transaction_date, r.transaction_shares as shares,
  r.price_per_share as price, coalesce(r.direct_or_indirect = 'I', false) as is_indirect,
  case when r.plan_state is not null then 'under' when r.transaction_code in ('P', 'S')
      then case when filing.aff10b5_one is null then 'no-box' else 'not-indicated' end end as plan,
  r.plan_adopted_on,
  case when r.range_currency = 'USD' and r.range_high - r.range_low > 1 then 'wide'
    when r.range_low is not null then 'stated' end as price_range,
  r.field is not null as is_implausible,
  case when not coalesce(r.transaction_code in ('P', 'S'), 'transactionCode' = any(r.unread), false) then null
    when coalesce(r.unread && '{transactionDate,transactionCode,acquiredDisposedCode,transactionShares,pricePerShare}'::text[], false) or coalesce(r.uncertain && '{transactionDate,transactionCode,acquiredDisposedCode,transactionShares,pricePerShare}'::text[], false) then 'unsure'
    when r.currency is not null then 'currency'
    when (r.transaction_code, r.acquired_disposed_code) in (('P', 'A'), ('S', 'D')) then null
    else 'letter' end as apart,
  r.event
from filing
left join lateral (
  select cik, row_number() over (order by cik) as position from filing_owner
  where filing_owner.accession_number = filing.accession_number and cik is not null group by cik
) as o on true
left join (
  select r.*, t.plan_state, t.plan_adopted_on, t.currency, t.range_low, t.range_high, t.range_currency, i.field, e.event
  from filing_row r
    left join trade_reading t using (accession_number, table_number, line)
    left join implausible_row i using (accession_number, table_number, line)
    left join event_row e using (accession_number, table_number, line)
  where r.kind = 'transaction' and not exists (
    select from superseded_row s where (s.accession_number, s.table_number, s.line) = (r.accession_number, r.table_number, r.line))
) as r using (accession_number)
ORDER BY filing.ordered_at;
--> statement-breakpoint
INSERT INTO "listing_kind" SELECT DISTINCT "kind" COLLATE "default" FROM "listing";
--> statement-breakpoint
ALTER TABLE "listing" ADD CONSTRAINT "listing_accession_number_table_number_line_owner_position_pk" PRIMARY KEY("accession_number","table_number","line","owner_position");
--> statement-breakpoint
ALTER TABLE "listing" ADD CONSTRAINT "listing_accession_number_filing_accession_number_fk" FOREIGN KEY ("accession_number") REFERENCES "public"."filing"("accession_number") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "listing_by_kind" ON "listing" USING btree ("kind","ordered_at","accession_number","owner_position","filing_date","transaction_date");--> statement-breakpoint
CREATE INDEX "listing_of_issuer" ON "listing" USING btree ("issuer_cik","kind","ordered_at");--> statement-breakpoint
CREATE INDEX "listing_of_owner" ON "listing" USING btree ("owner_cik","kind","ordered_at");--> statement-breakpoint
CREATE INDEX "listing_of_both" ON "listing" USING btree ("issuer_cik","owner_cik");--> statement-breakpoint
CREATE INDEX "listing_by_adoption" ON "listing" USING btree ("plan_adopted_on","kind","transaction_date","owner_position","ordered_at","accession_number") WHERE plan_adopted_on is not null;--> statement-breakpoint
CREATE INDEX "issuer_name_by_first_word" ON "issuer_name" USING btree ("first_word");--> statement-breakpoint
CREATE INDEX "owner_name_by_first_word" ON "owner_name" USING btree ("first_word");