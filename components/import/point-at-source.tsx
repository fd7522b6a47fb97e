"use client";

import { useEffect, useRef } from "react";

/**
 * The source beside the form. Without JavaScript, links lead to a place in it. With JavaScript, if both are side by side,
 * only the source scrolls and the form stays in place.
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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard.
    <aside ref={pane} className="source-pane" aria-label="Source" tabIndex={0}>
      {children}
    </aside>
  );
};
