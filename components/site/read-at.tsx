"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { ClockTime } from "@/components/ui/clock-time";

/** At the foot of a printed page: its address, and when the reader printed it. Without script: when it was drawn. */
export const ReadAt = ({ drawnAt }: { drawnAt: string }) => {
  const [printed, setPrinted] = useState<{ address: string; at: string } | null>(null);
  useEffect(() => {
    const onPrint = () => flushSync(() => setPrinted({ address: location.href, at: new Date().toISOString() }));
    window.addEventListener("beforeprint", onPrint);
    return () => window.removeEventListener("beforeprint", onPrint);
  }, []);
  return (
    <p className="print-only read-at">
      Read <ClockTime instant={printed?.at ?? drawnAt} inFull />
      {printed && `, at ${printed.address}`}
    </p>
  );
};
