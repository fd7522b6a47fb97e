"use client";

import { useEffect, useId, useRef, useState } from "react";
import { type Seen, viewName, watchedParty } from "@/lib/filters/saved-views";
import { viewsUrl } from "@/lib/urls";
import { newView, noteVisit, storeViews, useStoredViews } from "./stored-views";

export type SaveViewProps = {
  url: string;
  /** What it holds, in words: the name that we suggest. */
  name: string;
  /** What the page shows of the newest in the view. Undefined if it does not list the newest first. */
  newest?: Seen;
};

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
    // On the page of an insider or issuer, the star does this.
    if (isSaved && watchedParty(url) === null) noteVisit(url, newest).catch(() => {});
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
        : [...views, newView(url, chosen, newest)],
    );
    setProblem(failure);
    if (failure === null) document.getElementById(panel)?.hidePopover();
  };

  return (
    <>
      <button ref={opener} type="button" className="link-button needs-script" popoverTarget={panel}>
        {isSaved ? "Saved" : "Save"}
      </button>
      <div id={panel} popover="auto" role="dialog" aria-label="Save this view" className="panel">
        <form action={save}>
          <div className="panel-head">
            <b>{isSaved ? "Saved view" : "Save this view"}</b>
            <button type="button" className="link-button" popoverTarget={panel} popoverTargetAction="hide">
              Close
            </button>
          </div>
          <div className="panel-body">
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
          <div className="panel-foot">
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
