"use client";

import { useEffect } from "react";

const SHOWN_FOR = 2000;

/** Copies the address of a row whose number is clicked, and says so beside it. */
export const CopiesRowLinks = () => {
  useEffect(() => {
    const onClick = async (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.row-link") : null;
      if (!link) return;
      try {
        await navigator.clipboard.writeText(link.href);
      } catch {
        // Without https the clipboard is closed: the address stands in the browser's bar all the same.
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
