import type { Count } from "@/lib/values/counts";

export type CountedView = {
  title: string;
  /** What it shows, in words. */
  words: string;
  url: string;
  of: "trade" | "filing";
  /** Null if it was not counted: a list of groups, or one that took too long. */
  count: Count | null;
};

export type ReadyViewsView = {
  title: string;
  url: string;
  groups: { title: string; views: CountedView[] }[];
};
