import { drafts, importIsAllowed } from "@/app/import/import-setup";
import { askedParams } from "@/app/search-params";
import type { StoredDraft } from "@/db/paper/draft-folder";
import { guardedRequest } from "@/lib/requests/guarded-request";
import { IMPORTED } from "@/lib/urls";

/** What happened to the uploaded file that led to this page of a filing. Null if none did. */
export async function findStoredDraft(accessionNumber: string): Promise<StoredDraft | null> {
  const [, sha256] = (await askedParams()).find(([name]) => name === IMPORTED) ?? [];
  if (sha256 === undefined || !importIsAllowed()) return null;
  // It is meant for the reader who uploaded the file, and changes without a transaction.
  delete guardedRequest()?.tag;
  const stored = await drafts().stored(sha256);
  return stored?.accessionNumber === accessionNumber ? stored : null;
}
