import type { DraftFolder, PaperDraft } from "@/db/paper/draft-folder";
import { readApart } from "@/db/paper/read-apart";
import { log, msSince } from "@/db/server/log";

// On globalThis, because a page and a route may each have a copy of this module.
const shared: typeof globalThis & { section16Readings?: Map<string, Promise<void>> } = globalThis;

/** Reads a draft, only once at a time. It resolves when the draft has been read or could not be. */
export function readDraft(drafts: DraftFolder, draft: Pick<PaperDraft, "sha256">): Promise<void> {
  shared.section16Readings ??= new Map();
  const underWay = shared.section16Readings;
  const reading = underWay.get(draft.sha256) ?? readAndKeep(drafts, draft).finally(() => underWay.delete(draft.sha256));
  underWay.set(draft.sha256, reading);
  return reading;
}

async function readAndKeep(drafts: DraftFolder, draft: Pick<PaperDraft, "sha256">): Promise<void> {
  const started = performance.now();
  try {
    const read = await readApart(drafts.pathOf(draft));
    await drafts.wasRead(draft, read);
    log("import read", { sha256: draft.sha256, ms: msSince(started), outcome: read.outcome });
  } catch (error) {
    // The draft may be gone by now; otherwise it is read again when somebody opens it.
    console.error("The reading of a file could not be saved.", error);
  }
}
