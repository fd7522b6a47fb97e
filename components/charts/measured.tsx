"use client";

import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

type Size = { width: number; height: number };

/** Passes its children the size that the stylesheet gives them, and again whenever it changes. */
export function Measured({ children }: { children: (size: Size) => ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      setSize((known) => (known?.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={ref} className="chart measured">
      {size && size.width > 0 && size.height > 0 && children(size)}
    </div>
  );
}
