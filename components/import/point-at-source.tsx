"use client";

import { useEffect, useRef } from "react";

/**
 * The source beside the form. Links to a place in it work without script; with it, where both stand side by side, the source alone
 * scrolls to the place, and the form stays where the reader is.
 */
export const PointAtSource = ({ children }: { children: React.ReactNode }) => {
  const pane = useRef<HTMLElement>(null);

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const onClick = (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest("a[data-place]") : null;
      const place = link?.getAttribute("data-place");
      const target = place ? document.getElementById(place) : null;
      if (!target || !element.contains(target) || getComputedStyle(element).position !== "sticky") return;
      event.preventDefault();
      for (const pointed of element.querySelectorAll(".is-pointed")) pointed.classList.remove("is-pointed");
      target.classList.add("is-pointed");
      element.classList.add("has-pointed");
      const { top } = target.getBoundingClientRect();
      element.scrollTo({
        top: element.scrollTop + top - element.getBoundingClientRect().top - element.clientHeight / 3,
      });
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <aside ref={pane} className="source-pane" aria-label="Source" tabIndex={0}>
      {children}
    </aside>
  );
};
