"use client";

import { useState } from "react";
import { Icon } from "./icon";

type CopyLinkProps = {
  /** Path or fragment of the thing (`/filings/…#I-2`, `#F3`); the whole address is copied. Without it, that of the page. */
  href?: string;
  children?: React.ReactNode;
};

/** Copies the address of a view, filing, row or note. Needs script, and is not there without it. */
export const CopyLink = ({ href = "", children = "Copy link" }: CopyLinkProps) => {
  const [state, setState] = useState<"ready" | "copied" | "failed">("ready");

  const copy = async () => {
    const address = href ? new URL(href, window.location.href).href : window.location.href;
    try {
      await navigator.clipboard.writeText(address);
      setState("copied");
    } catch {
      // Browsers close the clipboard to pages without https: the address is then offered to copy by hand.
      setState("failed");
      window.prompt("Copy this link", address);
    }
    window.setTimeout(() => setState("ready"), 2000);
  };

  return (
    <button type="button" className="link-button copy-link needs-script" onClick={copy}>
      <Icon name="link" />
      <span aria-live="polite">{state === "copied" ? "Copied" : children}</span>
    </button>
  );
};
