"use client";

import { useEffect, useState } from "react";
import { useIsSaved } from "./is-saved";
import { StarIcon } from "./star-icon";

type WatchStarProps = {
  /** The page of an insider or issuer, without filters. */
  url: string;
  name: string;
};

/** Watches an insider or issuer, in this browser. The code is loaded only when it is pressed, or if the page is watched. Hidden without script. */
export const WatchStar = ({ url, name }: WatchStarProps) => {
  const isWatched = useIsSaved(url);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (isWatched) loadStore().then(({ noteVisit }) => noteVisit(url).catch(() => {}));
  }, [isWatched, url]);
  return (
    <>
      <button
        type="button"
        className="watch-star needs-script"
        aria-pressed={isWatched}
        onClick={async () => setProblem((await loadStore()).toggleView({ url, name }))}
      >
        <StarIcon /> Watch
      </button>
      <span role="alert">{problem}</span>
    </>
  );
};

const loadStore = () => import("./stored-views");
