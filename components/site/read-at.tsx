"use client";

import { type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Formats like `formatInstant`, which we do not import because every page would then load all date formats. */
const inNewYork = (instant: Date) =>
  instant
    .toLocaleString("en-US", { timeZone: "America/New_York", dateStyle: "long", timeStyle: "short" })
    .replace(" at ", ", ")
    .replace(/\s([AP])M$/, (_, half: string) => ` ${half.toLowerCase()}m ET`);

/**
 * At the foot of a printed page: its address, and when the reader printed it. Without script, `children` says when the page was drawn.
 */
export const ReadAt = ({ children }: { children: ReactNode }) => {
  const [printed, setPrinted] = useState<{ address: string; at: Date } | null>(null);
  useEffect(() => {
    const onPrint = () => flushSync(() => setPrinted({ address: location.href, at: new Date() }));
    window.addEventListener("beforeprint", onPrint);
    return () => window.removeEventListener("beforeprint", onPrint);
  }, []);
  return (
    <p className="print-only read-at">
      Read {printed ? <time dateTime={printed.at.toISOString()}>{inNewYork(printed.at)}</time> : children}
      {printed && `, at ${printed.address}`}
    </p>
  );
};
