-- What footnotes state is read differently in many places, and facts that no search asks for are stored too.
INSERT INTO "filing_to_derive" SELECT "accession_number" FROM "filing" ON CONFLICT DO NOTHING;
