"use client";

import { useEffect, useState } from "react";
import type { FilingTime } from "@/lib/filters/saved-views";
import type { SavePanel } from "./save-panel";

/** The name under which the browser keeps all views. */
export const STORED_VIEWS = "views";

export type SaveViewProps = {
  url: string;
  /** What it holds, in words: the name that we suggest. */
  name: string;
  /** When the newest filing of the view was filed. Undefined if the page does not list the newest first. */
  newest?: FilingTime | null;
};

/** Lets a reader save a view. What does it is loaded only on request, or if the view is saved. Hidden without script. */
export const SaveView = (view: SaveViewProps) => {
  const [loaded, setLoaded] = useState<{ Panel: typeof SavePanel; opens: boolean } | null>(null);
  useEffect(() => {
    if (isSaved(view.url)) load(false).then(setLoaded);
  }, [view.url]);
  if (loaded !== null) return <loaded.Panel {...view} opens={loaded.opens} />;
  return (
    <button type="button" className="link-button needs-script" onClick={() => load(true).then(setLoaded)}>
      Save
    </button>
  );
};

const load = async (opens: boolean) => ({ Panel: (await import("./save-panel")).SavePanel, opens });

function isSaved(url: string): boolean {
  try {
    return localStorage.getItem(STORED_VIEWS)?.includes(JSON.stringify(url)) ?? false;
  } catch {
    return false;
  }
}
