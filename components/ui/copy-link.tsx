"use client";

import { useState } from "react";
import { addressOnScreen } from "./address-on-screen";
import { Icon } from "./icon";

type CopyLinkProps = {
  /** Path or fragment (`/filings/…#I-2`, `#F3`) of which the full address is copied. */
  href: string;
  children?: React.ReactNode;
};

/** Copies the address of a view, filing, row or footnote. Hidden without JavaScript. */
export const CopyLink = ({ href, children = "Copy link" }: CopyLinkProps) => {
  const [state, setState] = useState<"ready" | "copied" | "failed">("ready");

  const copy = async () => {
    const address = addressOnScreen(href, window.location.href);
    try {
      await navigator.clipboard.writeText(address);
      setState("copied");
    } catch {
      // Browsers allow the clipboard only on https pages. Otherwise offer the address to copy by hand.
      setState("failed");
      window.prompt("Copy this link", address);
    }
    window.setTimeout(() => setState("ready"), 2000);
  };

  return (
    <button type="button" className="link-button copy-link needs-script" data-copies={href} onClick={copy}>
      <Icon name="link" />
      <span aria-live="polite">{state === "copied" ? "Copied" : children}</span>
    </button>
  );
};
