"use client";

import { useEffect } from "react";

const SHOWN_FOR = 2000;

/** Clicking a row number copies the address of the row and says so beside it. */
export const CopiesRowLinks = () => {
  useEffect(() => {
    const onClick = async (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.row-link") : null;
      if (!link) return;
      try {
        await navigator.clipboard.writeText(link.href);
      } catch {
        // The clipboard needs https. Without it, the address is still in the address bar.
        return;
      }
      const said = link.nextElementSibling;
      if (!said) return;
      said.textContent = "link copied";
      window.setTimeout(() => said.replaceChildren(), SHOWN_FOR);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);
  return null;
};
