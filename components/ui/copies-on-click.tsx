"use client";

import { useEffect } from "react";

const SHOWN_FOR = 2000;

/**
 * A click on a link or button of the class `copies` copies its address or value, and the element after it says so. The link is
 * followed all the same.
 */
export const CopiesOnClick = () => {
  useEffect(() => {
    const onClick = async (event: MouseEvent) => {
      const copies =
        event.target instanceof Element ? event.target.closest<HTMLAnchorElement & HTMLButtonElement>(".copies") : null;
      if (!copies) return;
      try {
        await navigator.clipboard.writeText(copies.href || copies.value);
      } catch {
        // The clipboard needs https. Without it, the address is still in the address bar, and text can be selected.
        return;
      }
      const said = copies.nextElementSibling;
      if (!said) return;
      said.textContent = "Copied";
      window.setTimeout(() => said.replaceChildren(), SHOWN_FOR);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);
  return null;
};
