"use client";

import { useEffect, useState } from "react";
import { useIsSaved } from "./is-saved";
import type { SavePanel, SaveViewProps } from "./save-panel";

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
