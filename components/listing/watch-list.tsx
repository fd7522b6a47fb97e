"use client";

import { SectionHead } from "@/components/site/section-head";
import {
  type ListAnswer,
  type SavedView,
  type WatchedParty,
  watchedParty,
  watchQuery,
} from "@/lib/filters/saved-views";
import { inFormat } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { formatDate, formatInstant } from "@/lib/values/dates";
import { StarIcon } from "./star-icon";
import type { Newest } from "./stored-views";

export type WatchListProps = {
  /** The page that lists the filings of everyone whom its query names. */
  listUrl: string;
  /** How to watch someone. It has links, which the scripts of other pages would otherwise have to carry. */
  howTo: React.ReactNode;
  watched: readonly SavedView[];
  newest: ReadonlyMap<string, Newest>;
  onRemove: (view: SavedView) => void;
};

/** The insiders and issuers that the reader has starred, with what is new of each. */
export const WatchList = ({ listUrl, howTo, watched, newest, onRemove }: WatchListProps) => {
  const url = `${listUrl}?${watchQuery(watched)}`;
  return (
    <section className="section" aria-labelledby="watched">
      <SectionHead
        id="watched"
        title="Watch list"
        note={watched.length > 0 ? kindsOf(watched) : undefined}
        aside={
          watched.length > 0 && (
            <>
              <a className="link-button" href={url}>
                Newest filings of all
              </a>
              <a className="link-button" href={inFormat(url, "atom")}>
                Feed
              </a>
            </>
          )
        }
      />
      {watched.length > 0 && (
        <ul className="saved-list">
          {watched.map((view) => (
            <WatchedLine key={view.url} view={view} newest={newest.get(view.url)} onRemove={() => onRemove(view)} />
          ))}
        </ul>
      )}
      <p className={watched.length > 0 ? "small muted" : "muted"}>
        {howTo}
        {watched.length > 0 && " Anyone who has the link to all of them, or to the feed, can see whom it names."}
      </p>
    </section>
  );
};

type WatchedLineProps = { view: SavedView; newest: Newest | undefined; onRemove: () => void };

const WatchedLine = ({ view: { name, url, visitedAt }, newest, onRemove }: WatchedLineProps) => (
  <li>
    <a className="saved-name" href={url}>
      {name}
    </a>
    <span className={newest?.isNew ? "saved-new is-new" : "saved-new"}>{newest?.words ?? "counting …"}</span>
    <span className="saved-last">{newest?.last && lastFiling(newest.last)}</span>
    <span className="saved-since">since {formatInstant(visitedAt)}</span>
    <span className="saved-actions">
      <button type="button" className="watch-star" aria-pressed="true" onClick={onRemove} aria-label={`Watch ${name}`}>
        <StarIcon /> Watch
      </button>
    </span>
  </li>
);

/** "1 issuer, 2 insiders" */
function kindsOf(watched: readonly SavedView[]): string {
  const count = (kind: WatchedParty["kind"]) => watched.filter(({ url }) => watchedParty(url)?.kind === kind).length;
  return (["issuer", "insider"] as const)
    .flatMap((kind) => (count(kind) > 0 ? [plural(count(kind), kind)] : []))
    .join(", ");
}

/** "Last: Form 4, June 12, 2025" */
function lastFiling({ documentType, filingDate }: ListAnswer["rows"][number]): string | null {
  if (!documentType) return null;
  return `Last: Form ${documentType}${filingDate ? `, ${formatDate(filingDate)}` : ""}`;
}
