"use client";

import { useState } from "react";

/** Copies a text to the clipboard. Needs JavaScript, and https or localhost. */
export const CopyText = ({ text, children }: { text: string; children: React.ReactNode }) => {
  const [state, setState] = useState<"ready" | "copied" | "failed">("ready");

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState("copied");
    } catch {
      setState("failed");
      window.prompt("Copy this text", text);
    }
    window.setTimeout(() => setState("ready"), 2000);
  };

  return (
    <button type="button" className="link-button copy-link needs-script" onClick={copy}>
      <span aria-live="polite">{state === "copied" ? "Copied" : children}</span>
    </button>
  );
};
