"use client";

import { useEffect, useId, useRef, useState } from "react";
import { type FilingTime, newestOf, viewName } from "@/lib/filters/saved-views";
import { viewsUrl } from "@/lib/urls";
import type { SaveViewProps } from "./save-view";
import { readNewest, storeViews, useStoredViews, visited } from "./stored-views";

type SavePanelProps = SaveViewProps & {
  /** Whether the reader has already asked for it. */
  opens: boolean;
};

/** Keeps a view in the browser under a name, and notes each visit. */
export const SavePanel = ({ url, name, newest, opens }: SavePanelProps) => {
  const panel = useId();
  const stored = useStoredViews();
  const saved = stored?.views.find((view) => view.url === url);
  const isSaved = saved !== undefined;
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (isSaved) noteVisit(url, newest).catch(() => {});
  }, [isSaved, url, newest]);

  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (opens && !document.getElementById(panel)?.matches(":popover-open")) opener.current?.click();
  }, [opens, panel]);

  const save = async (form: FormData) => {
    const chosen = viewName(String(form.get("name"))) || viewName(name);
    const failure = storeViews((views) =>
      views.some((view) => view.url === url)
        ? views.map((view) => (view.url === url ? { ...view, name: chosen } : view))
        : [...views, { name: chosen, url, visitedAt: new Date().toISOString(), seen: newest ?? null }],
    );
    setProblem(failure);
    if (failure === null) document.getElementById(panel)?.hidePopover();
  };

  return (
    <>
      <button ref={opener} type="button" className="link-button needs-script" popoverTarget={panel}>
        {isSaved ? "Saved" : "Save"}
      </button>
      <div id={panel} popover="auto" role="dialog" aria-label="Save this view" className="filter-panel save-view">
        <form action={save}>
          <div className="filter-panel-head">
            <b>{isSaved ? "Saved view" : "Save this view"}</b>
            <button type="button" className="link-button" popoverTarget={panel} popoverTargetAction="hide">
              Close
            </button>
          </div>
          <div className="filter-panel-body">
            <label className="field">
              <span>Name</span>
              <input
                key={saved?.name}
                className="input"
                name="name"
                maxLength={120}
                defaultValue={saved?.name ?? name}
                autoComplete="off"
              />
            </label>
            <p className="small muted">
              It is kept in this browser only. <a href={viewsUrl()}>Views</a> lists what you have saved and says what is
              new in it since your last visit.
            </p>
            <p role="alert">{problem}</p>
          </div>
          <div className="filter-panel-foot">
            <span>
              {isSaved && (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => storeViews((views) => views.filter((view) => view.url !== url))}
                >
                  Remove
                </button>
              )}
            </span>
            <button className="button is-primary" type="submit">
              {isSaved ? "Rename" : "Save"}
            </button>
          </div>
        </form>
      </div>
    </>
  );
};

/** If the page does not show what is newest in the view, asks for it. */
async function noteVisit(url: string, newest: FilingTime | null | undefined) {
  const listed = newest === undefined ? await readNewest({ url, seen: null }) : null;
  const seen = newest === undefined ? listed && newestOf(listed) : newest;
  storeViews((views) => views.map((view) => (view.url === url ? visited(view, seen) : view)));
}
