-- Everything derived can be derived again beside the tables that pages read: into tables of the same names in the schema
-- "rebuild", which then take their places. Only the owner may create and drop tables, so the writing role asks for exactly
-- that through these functions. What is derived again is what is in "rebuild".

-- Queues a filing for the rebuild too, when it is queued for the tables that pages read. BEFORE: it also fires for a filing that
-- is queued already, whose conflict does nothing.
CREATE OR REPLACE FUNCTION "queue_for_rebuild"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO rebuild.filing_to_derive VALUES (new.accession_number)
  ON CONFLICT (accession_number) DO UPDATE SET failures = 0, last_failure = NULL, last_failed_at = NULL
    WHERE filing_to_derive.failures > 0;
  RETURN new;
END
$$;
--> statement-breakpoint
-- Until a rebuild has its keys, no foreign key removes what it derived from a filing that goes or gets another number.
CREATE OR REPLACE FUNCTION "note_gone_for_rebuild"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF to_regclass('rebuild.gone') IS NOT NULL THEN
    INSERT INTO rebuild.gone VALUES (old.accession_number) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER "gone_for_rebuild" AFTER DELETE OR UPDATE OF "accession_number" ON "filing" FOR EACH ROW
EXECUTE FUNCTION note_gone_for_rebuild();
--> statement-breakpoint
-- Begins a rebuild of some tables, without their indexes and keys. It waits for everyone who is changing filings; who comes
-- later finds the triggers.
CREATE OR REPLACE FUNCTION "begin_rebuild"("tables" text[], "made_by" text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  part record;
  allowed record;
BEGIN
  LOCK TABLE filing, filing_to_derive IN SHARE ROW EXCLUSIVE MODE;
  CREATE SCHEMA rebuild;
  GRANT USAGE ON SCHEMA rebuild TO PUBLIC;
  CREATE TABLE rebuild.run AS SELECT made_by;
  CREATE TABLE rebuild.work (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, stage text NOT NULL, size integer NOT NULL, task jsonb NOT NULL,
    is_done boolean NOT NULL DEFAULT false);
  CREATE TABLE rebuild.gone (accession_number text PRIMARY KEY);
  FOR part IN SELECT relname AS name FROM pg_class WHERE relname = ANY (tables) AND relnamespace = 'public'::regnamespace
  LOOP
    EXECUTE format('create table rebuild.%1$I (like public.%1$I including all excluding indexes)', part.name);
  END LOOP;
  -- Each table has the rights of the one that it replaces, and those of the run the rights of the queue.
  FOR part IN SELECT oid::regclass AS name, relname FROM pg_class WHERE relnamespace = 'rebuild'::regnamespace AND relkind = 'r'
  LOOP
    FOR allowed IN
      SELECT CASE grantee WHEN 0 THEN 'public' ELSE quote_ident(pg_get_userbyid(grantee)) END AS role, privilege_type AS privilege
      FROM pg_class CROSS JOIN aclexplode(relacl)
      WHERE oid = coalesce(to_regclass(format('public.%I', part.relname)), 'public.filing_to_derive')
    LOOP
      EXECUTE format('grant %s on %s to %s', allowed.privilege, part.name, allowed.role);
    END LOOP;
  END LOOP;
  PERFORM make_rebuilt_index(indexname) FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'filing_to_derive';
  CREATE TRIGGER "rebuild" BEFORE INSERT ON filing_to_derive FOR EACH ROW EXECUTE FUNCTION queue_for_rebuild();
  ALTER TABLE filing_to_derive ENABLE ALWAYS TRIGGER "rebuild";
END
$$;
--> statement-breakpoint
-- Makes an index of a table that pages read on the one that replaces it.
CREATE OR REPLACE FUNCTION "make_rebuilt_index"("wanted" text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF to_regclass(format('rebuild.%I', wanted)) IS NULL THEN
    EXECUTE (SELECT replace(indexdef, ' ON public.', ' ON rebuild.') FROM pg_indexes
      WHERE schemaname = 'public' AND indexname = wanted);
  END IF;
END
$$;
--> statement-breakpoint
-- Adds keys whose indexes are made, and foreign keys, which from then on remove what is derived from filings that go.
CREATE OR REPLACE FUNCTION "add_rebuilt_keys"() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  key record;
BEGIN
  FOR key IN
    SELECT t.relname AS "table", k.conname AS name, CASE k.contype WHEN 'p' THEN format('primary key using index %I', k.conname)
      ELSE pg_get_constraintdef(k.oid) || ' not valid' END AS definition
    FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
      JOIN pg_class r ON r.relname = t.relname AND r.relnamespace = 'rebuild'::regnamespace
    WHERE t.relnamespace = 'public'::regnamespace AND k.contype IN ('p', 'f')
      AND NOT EXISTS (SELECT FROM pg_constraint made WHERE made.conrelid = r.oid AND made.conname = k.conname)
    ORDER BY k.contype DESC, t.relname
  LOOP
    EXECUTE format('alter table rebuild.%I add constraint %I %s', key.table, key.name, key.definition);
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "check_rebuilt_keys"("of_table" text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  key text;
BEGIN
  FOR key IN SELECT conname FROM pg_constraint
    WHERE conrelid = to_regclass(format('rebuild.%I', of_table)) AND contype = 'f' AND NOT convalidated
  LOOP
    EXECUTE format('alter table rebuild.%I validate constraint %I', of_table, key);
  END LOOP;
END
$$;
--> statement-breakpoint
-- The tables of a rebuild take the places of those that pages read. The caller has locked them all. The queue stays, because it
-- has triggers; it gets what is in the queue of the rebuild.
CREATE OR REPLACE FUNCTION "swap_rebuilt"() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  part record;
BEGIN
  DROP TRIGGER "rebuild" ON filing_to_derive;
  TRUNCATE filing_to_derive;
  INSERT INTO filing_to_derive SELECT * FROM rebuild.filing_to_derive;
  FOR part IN
    SELECT r.relname AS name FROM pg_class r JOIN pg_class t ON t.relname = r.relname AND t.relnamespace = 'public'::regnamespace
    WHERE r.relnamespace = 'rebuild'::regnamespace AND r.relkind = 'r' AND r.relname <> 'filing_to_derive'
  LOOP
    EXECUTE format('drop table public.%I', part.name);
    EXECUTE format('alter table rebuild.%I set schema public', part.name);
  END LOOP;
  DROP SCHEMA rebuild CASCADE;
END
$$;
--> statement-breakpoint
-- Gives up a rebuild, and its disk.
CREATE OR REPLACE FUNCTION "drop_rebuild"() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DROP TRIGGER IF EXISTS "rebuild" ON filing_to_derive;
  DROP SCHEMA IF EXISTS rebuild CASCADE;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "begin_rebuild"(text[], text), "make_rebuilt_index"(text), "add_rebuilt_keys"(), "check_rebuilt_keys"(text),
  "swap_rebuilt"(), "drop_rebuild"() FROM PUBLIC;
