import { useSyncExternalStore } from "react";
import {
  type ListAnswer,
  newestOf,
  newestUrl,
  parseViews,
  printViews,
  type SavedView,
  type Seen,
  viewName,
} from "@/lib/filters/saved-views";
import { onStored, STORED_VIEWS } from "./is-saved";

/** What we know of the newest of a view: while it is being read nothing, and then what is new, or why we cannot say. */
export type Newest = { words: string; isNew: boolean; seen: Seen; last: ListAnswer["rows"][number] | null };

export type StoredViews = {
  views: readonly SavedView[];
  /** What is wrong with what the browser keeps. */
  errors: readonly string[];
};

const NONE: StoredViews = { views: [], errors: [] };

let last: { text: string | null; read: StoredViews } = { text: null, read: NONE };

/** The same object as long as nothing changes. */
function current(): StoredViews {
  let text: string | null = null;
  try {
    text = localStorage.getItem(STORED_VIEWS);
  } catch {
    return last.read;
  }
  if (text !== last.text) last = { text, read: text === null ? NONE : parseViews(text) };
  return last.read;
}

/** The views that this browser keeps; null until script runs. */
export const useStoredViews = (): StoredViews | null => useSyncExternalStore(onStored, current, () => null);

/** Changes what is kept, and returns why that was not possible, or null. */
export function storeViews(change: (views: readonly SavedView[]) => readonly SavedView[]): string | null {
  const text = printViews(change(current().views));
  // What could not be read again must not take the place of what can.
  const [error] = parseViews(text).errors;
  if (error) return `We could not store this. ${error}`;
  try {
    localStorage.setItem(STORED_VIEWS, text);
  } catch {
    return "This browser did not let us store this.";
  }
  // Browsers announce a change only to other tabs.
  window.dispatchEvent(new StorageEvent("storage"));
  return null;
}

/** A view as it is now, visited. */
export const visited = (view: SavedView, seen: Seen): SavedView => ({
  ...view,
  seen,
  visitedAt: new Date().toISOString(),
});

/** The newest of a view, as data. If it cannot be read, the error says why. */
export async function readNewest(view: Pick<SavedView, "url" | "seen">): Promise<ListAnswer | null> {
  const address = newestUrl(view);
  if (address === null) return null;
  const answer = await fetch(address);
  const body = await answer.json();
  if (!answer.ok) throw new Error(body?.error?.message ?? `status ${answer.status}`);
  return body;
}

/** Saves a view that is not saved yet, or removes it. Returns why that was not possible, or null. */
export const toggleView = ({ url, name }: Pick<SavedView, "url" | "name">): string | null =>
  storeViews((views) =>
    views.some((view) => view.url === url) ? views.filter((view) => view.url !== url) : [...views, newView(url, name)],
  );

/** A view before we know its newest filing. */
export const newView = (url: string, name: string, seen: Seen = null): SavedView => ({
  name: viewName(name),
  url,
  visitedAt: new Date().toISOString(),
  seen,
});

/** Notes that the reader has opened a view. If its page does not show the newest in it, we ask for that. */
export async function noteVisit(url: string, newest?: Seen) {
  await pageOpened();
  const listed = newest === undefined ? await readNewest({ url, seen: null }) : null;
  const seen = newest === undefined ? listed && newestOf(listed) : newest;
  storeViews((views) => views.map((view) => (view.url === url ? visited(view, seen) : view)));
}

/** A browser may draw a page unseen while the pointer rests on its link (`app/speculation-rules.json`). The reader may never open it. */
async function pageOpened() {
  if (!("prerendering" in document && document.prerendering)) return;
  await new Promise((settle) => document.addEventListener("prerenderingchange", settle, { once: true }));
}
