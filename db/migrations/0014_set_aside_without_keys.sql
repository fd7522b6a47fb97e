-- Keys are no longer set aside, because everything is derived again beside the tables that pages read.
DROP FUNCTION IF EXISTS "set_indexes_aside"(text[], boolean);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "set_indexes_aside"("tables" text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  aside record;
BEGIN
  FOR aside IN
    SELECT i.relname AS name, pg_get_indexdef(i.oid) AS definition
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    WHERE t.relname = ANY (tables) AND t.relnamespace = 'public'::regnamespace AND NOT x.indisunique
  LOOP
    INSERT INTO postponed_index (name, definition) VALUES (aside.name, aside.definition);
    EXECUTE format('drop index %I', aside.name);
  END LOOP;
END
$$;
--> statement-breakpoint
-- An index or key that is there already counts as made. Loads by earlier versions, if they were killed, may have left keys to make.
CREATE OR REPLACE FUNCTION "make_postponed_index"("wanted" text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  statement text;
BEGIN
  SELECT definition INTO statement FROM postponed_index WHERE name = wanted FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF to_regclass(format('public.%I', wanted)) IS NULL THEN
    EXECUTE statement;
  END IF;
  DELETE FROM postponed_index WHERE name = wanted;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "set_indexes_aside"(text[]) FROM PUBLIC;
