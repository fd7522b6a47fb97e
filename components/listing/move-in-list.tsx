"use client";

import { useEffect, useRef } from "react";

/** Lets buttons with `data-moves` move the choice that they are in past its neighbour. A form sends its choices in their order on the page. */
export const MoveInList = ({ children }: { children: React.ReactNode }) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    const onClick = ({ target }: MouseEvent) => {
      const button = target instanceof Element ? target.closest<HTMLElement>("[data-moves]") : null;
      const moved = button?.closest(".moved");
      const isUp = button?.dataset.moves === "-1";
      const neighbour = isUp ? moved?.previousElementSibling : moved?.nextElementSibling;
      if (!moved || !neighbour?.classList.contains("moved")) return;
      neighbour[isUp ? "before" : "after"](moved);
      button?.focus();
    };
    element?.addEventListener("click", onClick);
    return () => element?.removeEventListener("click", onClick);
  }, []);
  return <div ref={list}>{children}</div>;
};
