-- What is read and derived has changed in many places: what footnotes state, last trades, and the owner whom groups count.
INSERT INTO "filing_to_derive" SELECT "accession_number" FROM "filing" ON CONFLICT DO NOTHING;
