import { readersMaySubscribe } from "@/app/alerts/alert-answers";
import { askDesk, DeskClosed } from "@/db/alerts/ask-desk";
import type { FoundAlert } from "@/db/alerts/reader-requests";
import { alertsUrl, subscribeUrl } from "@/lib/urls";

/** Whether a path under `/alerts` exists, or null for any other path. None exists unless readers may subscribe. */
export async function alertLeadsSomewhere(path: string, search: string): Promise<boolean | null> {
  if (!isUnderAlerts(path)) return null;
  if (!readersMaySubscribe()) return false;
  const found = await findLinkedAlert(path, search);
  return found !== null && found !== "deleted";
}

/** Why a path under `/alerts` does not exist. Null for any other path. */
export async function whyNoAlert(path: string, search: string): Promise<"off" | "deleted" | "wrong link" | null> {
  if (!isUnderAlerts(path)) return null;
  if (!readersMaySubscribe()) return "off";
  return (await findLinkedAlert(path, search)) === "deleted" ? "deleted" : "wrong link";
}

const isUnderAlerts = (path: string) => path === alertsUrl() || path.startsWith(`${alertsUrl()}/`);

/** The alert that a link in an email is about; `other` if the path is not such a link, or the alert process does not answer. */
async function findLinkedAlert(path: string, search: string): Promise<FoundAlert | "other"> {
  const [, id] = path.match(/^\/alerts\/([^/]+)$/) ?? [];
  if (id === undefined || path === subscribeUrl()) return "other";
  const key = new URLSearchParams(search).get("key") ?? "";
  try {
    return await askDesk({ ask: "find", id, key });
  } catch (error) {
    // The page says that it does not answer.
    if (error instanceof DeskClosed) return "other";
    throw error;
  }
}
