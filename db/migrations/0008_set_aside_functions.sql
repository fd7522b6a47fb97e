-- Indexes and keys are dropped and made again by their owner alone. These two functions let the writing role ask for exactly
-- that: what is made again is what the first of them wrote down, as nobody else may write to postponed_index.
CREATE OR REPLACE FUNCTION "set_indexes_aside"("tables" text[], "with_keys" boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  aside record;
BEGIN
  FOR aside IN
    SELECT i.relname AS name,
      CASE WHEN k.oid IS NULL THEN pg_get_indexdef(i.oid)
        ELSE format('alter table %I add constraint %I %s', t.relname, k.conname, pg_get_constraintdef(k.oid)) END AS definition,
      CASE WHEN k.oid IS NULL THEN format('drop index %I', i.relname)
        ELSE format('alter table %I drop constraint %I', t.relname, k.conname) END AS removal
    FROM pg_index x
      JOIN pg_class i ON i.oid = x.indexrelid
      JOIN pg_class t ON t.oid = x.indrelid
      LEFT JOIN pg_constraint k ON k.conindid = i.oid AND k.contype = 'p'
    WHERE t.relname = ANY (tables) AND t.relnamespace = 'public'::regnamespace AND (with_keys OR NOT x.indisunique)
  LOOP
    INSERT INTO postponed_index (name, definition) VALUES (aside.name, aside.definition);
    EXECUTE aside.removal;
  END LOOP;
  -- Keys are set aside only while everything is derived from nothing. After a run that was killed, all filings wait.
  IF with_keys THEN
    INSERT INTO postponed_index (name, definition) VALUES ('filing_to_derive_of_all',
      'insert into filing_to_derive select accession_number from filing order by 1 on conflict do nothing');
  END IF;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "make_postponed_index"("wanted" text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  statement text;
BEGIN
  SELECT definition INTO statement FROM postponed_index WHERE name = wanted FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  EXECUTE format('drop index if exists %I', wanted);
  EXECUTE statement;
  DELETE FROM postponed_index WHERE name = wanted;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "set_indexes_aside"(text[], boolean), "make_postponed_index"(text) FROM PUBLIC;
