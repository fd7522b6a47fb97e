"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Seen } from "@/lib/filters/saved-views";
import type { SavePanel } from "./save-panel";

/** The name under which the browser keeps all views. */
export const STORED_VIEWS = "views";

export type SaveViewProps = {
  url: string;
  /** What it holds, in words: the name that we suggest. */
  name: string;
  /** What the page shows of the newest in the view. Undefined if it does not list the newest first. */
  newest?: Seen;
};

/** Lets a reader save a view. What does it is loaded only on request, or if the view is saved. Hidden without script. */
export const SaveView = (view: SaveViewProps) => {
  const [loaded, setLoaded] = useState<{ Panel: typeof SavePanel; opens: boolean } | null>(null);
  const isSaved = useIsSaved(view.url);
  useEffect(() => {
    if (isSaved) load(false).then((panel) => setLoaded((before) => before ?? panel));
  }, [isSaved]);
  if (loaded !== null) return <loaded.Panel {...view} opens={loaded.opens} />;
  return (
    <button type="button" className="link-button needs-script" onClick={() => load(true).then(setLoaded)}>
      Save
    </button>
  );
};

const load = async (opens: boolean) => ({ Panel: (await import("./save-panel")).SavePanel, opens });

/** Whether the browser keeps a view, without reading all that it keeps. False until script runs. */
export const useIsSaved = (url: string): boolean =>
  useSyncExternalStore(
    onStored,
    () => isKept(url),
    () => false,
  );

/** Calls back whenever this tab or another one has changed what is kept. Returns a function that ends this. */
export function onStored(changed: () => void) {
  window.addEventListener("storage", changed);
  return () => window.removeEventListener("storage", changed);
}

function isKept(url: string): boolean {
  try {
    return localStorage.getItem(STORED_VIEWS)?.includes(JSON.stringify(url)) ?? false;
  } catch {
    return false;
  }
}
