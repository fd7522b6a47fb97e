"use client";

import { useEffect } from "react";
import { useXAxisScale } from "recharts";

/** Inside a chart of recharts: reports once when its axes stand, which is when it shows. */
export function Drawn({ onDrawn }: { onDrawn: () => void }) {
  const isDrawn = useXAxisScale() !== undefined;
  useEffect(() => {
    if (isDrawn) onDrawn();
  }, [isDrawn, onDrawn]);
  return null;
}
