"use client";

import { useEffect, useRef, useState } from "react";
import { SectionHead } from "@/components/site/section-head";
import {
  countNew,
  describeNew,
  feedUrl,
  merged,
  newestSince,
  parseViews,
  printViews,
  type SavedView,
  type Seen,
  unitOf,
  viewName,
  watchedParty,
} from "@/lib/filters/saved-views";
import { transactionsUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { formatInstant } from "@/lib/values/dates";
import { type Newest, readNewest, type StoredViews, storeViews, useStoredViews, visited } from "./stored-views";
import { WatchList, type WatchListProps } from "./watch-list";

/** A file of this size has far more views than a browser keeps. */
const LARGEST_FILE = 1_000_000;

/** The views and the watch list that this browser keeps, with what is new in each. */
export const SavedViews = (watch: Pick<WatchListProps, "listUrl" | "howTo">) => {
  const stored = useStoredViews();
  if (stored !== null) return <Stored stored={stored} {...watch} />;
  return (
    <section className="section" aria-labelledby="saved">
      <SectionHead id="saved" title="Saved views and watch list" />
      <p className="muted">
        Views are saved in your browser, which needs JavaScript. It is off, or has not loaded yet.
      </p>
    </section>
  );
};

type StoredProps = Pick<WatchListProps, "listUrl" | "howTo"> & { stored: StoredViews };

const Stored = ({ stored: { views: all, errors }, ...watch }: StoredProps) => {
  const newest = useNewest(all);
  const views = all.filter(({ url }) => watchedParty(url) === null);
  const watched = all.filter(({ url }) => watchedParty(url) !== null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const change = (changed: (views: readonly SavedView[]) => readonly SavedView[], done?: string) => {
    const line = storeViews(changed) ?? done;
    setSaid(line === undefined ? [] : [line]);
  };

  const importFile = async (file: File) => {
    if (file.size > LARGEST_FILE) return setSaid(["The file is larger than 1 MB, so it is not a file of saved views."]);
    const read = parseViews(await file.text());
    if (read.errors.length > 0) return setSaid([`Nothing was imported from ${file.name}.`, ...read.errors]);
    const { added } = merged(all, read.views);
    const known = read.views.length - added;
    change(
      (stored) => merged(stored, read.views).views,
      `${plural(added, "view")} imported${known > 0 ? `; ${known.toLocaleString("en-US")} already saved` : ""}.`,
    );
  };

  const remove = ({ name, url }: SavedView) =>
    change((stored) => stored.filter((view) => view.url !== url), `“${name}” was removed.`);

  return (
    <>
      <section className="section" aria-labelledby="saved">
        <SectionHead
          id="saved"
          title="Saved views"
          note="in this browser only"
          aside={
            <>
              {all.length > 0 && (
                <>
                  <button
                    type="button"
                    className="link-button"
                    onClick={() =>
                      change((stored) =>
                        stored.map((view) => {
                          const found = newest.get(view.url);
                          return found ? visited(view, found.seen) : view;
                        }),
                      )
                    }
                  >
                    Mark all as seen
                  </button>
                  <button type="button" className="link-button" onClick={() => saveAsFile(printViews(all))}>
                    Export JSON
                  </button>
                </>
              )}
              <ImportButton onFile={importFile} />
            </>
          }
        />
        <div className="said" role="status">
          {[...errors, ...said].map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        {views.length === 0 ? (
          <p className="muted">
            None yet. Choose <b>Save</b> above any list, such as <a href={transactionsUrl()}>the screener</a>.
          </p>
        ) : (
          <ul className="saved-list">
            {views.map((view) => (
              <SavedLine
                key={view.url}
                view={view}
                newest={newest.get(view.url)}
                onRename={() => {
                  const name = viewName(window.prompt("Name of this view", view.name) ?? "");
                  if (name !== "")
                    change((stored) => stored.map((one) => (one.url === view.url ? { ...one, name } : one)));
                }}
                onRemove={() => remove(view)}
              />
            ))}
          </ul>
        )}
        {views.length > 0 && (
          <p className="small muted">
            A filing is new if it was filed after the newest one that the view had when you last opened it. New clusters
            are not counted.
          </p>
        )}
      </section>
      <WatchList {...watch} watched={watched} newest={newest} onRemove={remove} />
    </>
  );
};

type SavedLineProps = { view: SavedView; newest: Newest | undefined; onRename: () => void; onRemove: () => void };

const SavedLine = ({ view: { name, url, visitedAt }, newest, onRename, onRemove }: SavedLineProps) => (
  <li>
    <a className="saved-name" href={url}>
      {name}
    </a>
    <span className={newest?.isNew ? "saved-new is-new" : "saved-new"}>{newest?.words ?? "counting …"}</span>
    <span className="saved-address">{decoded(url)}</span>
    <span className="saved-since">since {formatInstant(visitedAt)}</span>
    <span className="saved-actions">
      <a href={feedUrl(url)}>Feed</a>
      <button type="button" className="link-button" onClick={onRename} aria-label={`Rename ${name}`}>
        Rename
      </button>
      <button type="button" className="link-button" onClick={onRemove} aria-label={`Remove ${name}`}>
        Remove
      </button>
    </span>
  </li>
);

const ImportButton = ({ onFile }: { onFile: (file: File) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="link-button" onClick={() => input.current?.click()}>
        Import
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="A file of saved views"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again.
          target.value = "";
        }}
      />
    </>
  );
};

/** The newest of each view, read one after the other, by link. A view that was visited meanwhile is read again. */
function useNewest(views: readonly SavedView[]): ReadonlyMap<string, Newest> {
  const [found, setFound] = useState<ReadonlyMap<string, Newest>>(new Map());
  const asked = JSON.stringify(views.map(({ url, seen }) => [url, seen]));
  useEffect(() => {
    let isOver = false;
    const readAll = async () => {
      for (const [url, seen] of JSON.parse(asked) as [string, SavedView["seen"]][]) {
        const newest = await readOne({ url, seen });
        if (isOver) return;
        setFound((before) => new Map(before).set(url, newest));
      }
    };
    readAll();
    return () => {
      isOver = true;
    };
  }, [asked]);
  return found;
}

async function readOne(view: Pick<SavedView, "url" | "seen">): Promise<Newest> {
  try {
    const listed = await readNewest(view);
    if (listed === null) return notCounted("not counted", view.seen);
    const count = countNew(listed, view.seen);
    return {
      words: describeNew(count, unitOf(view.url)),
      isNew: count !== null && count.fresh + count.unsure > 0,
      seen: newestSince(listed, view.seen),
      last: listed.rows[0] ?? null,
    };
  } catch (error) {
    return notCounted(`not counted: ${(error as Error).message}`, view.seen);
  }
}

const notCounted = (words: string, seen: Seen): Newest => ({ words, isNew: false, seen, last: null });

function saveAsFile(text: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "section-16-views.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

/** An address as a person would read it. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll("+", " "));
  } catch {
    return url;
  }
}
