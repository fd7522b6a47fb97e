import { connect } from "@/db/client";
import { settingsOrExit } from "@/db/command-settings";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import { announceFilings } from "@/db/ingest/announce-filings";
import { storePaper } from "@/db/ingest/store-paper";
import { DraftFolder } from "@/db/paper/draft-folder";
import { correctedReading } from "@/lib/paper/corrected-reading";
import { withoutTakenOut } from "@/lib/paper/taken-out";

/** `store-draft-command.ts SHA-256`: stores a draft as it was corrected, derives what follows, and answers `{"accessionNumber": …}`. */
const { databaseUrl, dataDir } = settingsOrExit();
const drafts = new DraftFolder(dataDir);
const draft = await drafts.find(process.argv[2] ?? "");
if (databaseUrl === null || draft?.read?.outcome !== "read") {
  process.stderr.write("There is no such draft, or no DATABASE_URL to store it in.\n");
  process.exit(2);
}

const { fileName, read } = draft;
const reading = correctedReading(read.reading, draft.corrections);
const { db, pool, end } = connect(databaseUrl, 2);
try {
  const { accessionNumber } = await storePaper(pool, {
    fileName,
    bytes: await drafts.bytesOf(draft),
    ...withoutTakenOut({ ...draft, reading }),
  });
  // What is concluded of it waits on a list until then: pages are whole without.
  await deriveWaiting({ pool }).catch((error) => console.error("What follows could not be derived yet.", error));
  const announcement = announceFilings(db);
  announcement.add(accessionNumber);
  await announcement.end();
  process.stdout.write(JSON.stringify({ accessionNumber }));
} finally {
  await end();
}
