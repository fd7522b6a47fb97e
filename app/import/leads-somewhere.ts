import { drafts, importIsAllowed } from "@/app/import/import-setup";
import { findFilingOfContent } from "@/db/queries/filing-of-content";
import { database } from "@/db/server/client";
import { importUrl } from "@/lib/urls";

/** Whether a path under `/import` exists, or null for any other path. None exists while import is switched off. */
export async function importLeadsSomewhere(path: string): Promise<boolean | null> {
  if (path !== importUrl() && !path.startsWith(`${importUrl()}/`)) return null;
  if (!importIsAllowed()) return false;
  const [, sha256] = /^\/import\/([^/]+)$/.exec(path) ?? [];
  if (sha256 === undefined) return true;
  return (await drafts().find(sha256)) !== null || (await findFilingOfContent(database(), sha256)) !== null;
}
