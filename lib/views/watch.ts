import type { FilingsView } from "@/lib/views/lists";

/** The newest filings of insiders, or on issuers, that a link names. */
export type WatchView = Omit<FilingsView, "words" | "relaxed" | "undated"> & { isAnyoneNamed: boolean };
