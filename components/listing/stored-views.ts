import { useSyncExternalStore } from "react";
import {
  type FilingTime,
  type ListAnswer,
  newestUrl,
  parseViews,
  printViews,
  type SavedView,
} from "@/lib/filters/saved-views";
import { STORED_VIEWS } from "./save-view";

export type StoredViews = {
  views: readonly SavedView[];
  /** What is wrong with what the browser keeps. */
  errors: readonly string[];
};

const NONE: StoredViews = { views: [], errors: [] };

let last: { text: string | null; read: StoredViews } = { text: null, read: NONE };
const listeners = new Set<() => void>();

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

function subscribe(onChange: () => void) {
  listeners.add(onChange);
  // Of other tabs.
  window.addEventListener("storage", onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener("storage", onChange);
  };
}

/** The views that this browser keeps; null until script runs. */
export const useStoredViews = (): StoredViews | null => useSyncExternalStore(subscribe, current, () => null);

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
  for (const onChange of listeners) onChange();
  return null;
}

/** A view as it is now, visited. */
export const visited = (view: SavedView, seen: FilingTime | null): SavedView => ({
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
