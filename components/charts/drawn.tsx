"use client";

import { useEffect } from "react";
import { useXAxisScale } from "recharts";

/** Placed inside a recharts chart, reports once when the chart has its axes, which is when it becomes visible. */
export function Drawn({ onDrawn }: { onDrawn: () => void }) {
  const isDrawn = useXAxisScale() !== undefined;
  useEffect(() => {
    if (isDrawn) onDrawn();
  }, [isDrawn, onDrawn]);
  return null;
}
