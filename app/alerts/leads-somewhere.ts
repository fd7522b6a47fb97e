import { readersMaySubscribe } from "@/app/alerts/alert-answers";
import { askDesk, DeskClosed } from "@/db/alerts/ask-desk";
import { alertsUrl, subscribeUrl } from "@/lib/urls";

/** Whether a path under `/alerts` exists, or null for any other path. None exists unless readers may subscribe. */
export async function alertLeadsSomewhere(path: string, search: string): Promise<boolean | null> {
  if (path !== alertsUrl() && !path.startsWith(`${alertsUrl()}/`)) return null;
  if (!readersMaySubscribe()) return false;
  const [, id] = path.match(/^\/alerts\/([^/]+)$/) ?? [];
  if (id === undefined || path === subscribeUrl()) return true;
  const key = new URLSearchParams(search).get("key") ?? "";
  try {
    return (await askDesk({ ask: "find", id, key })) !== null;
  } catch (error) {
    // The page says that it does not answer.
    if (error instanceof DeskClosed) return true;
    throw error;
  }
}
