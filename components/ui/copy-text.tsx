"use client";

import { useState } from "react";

type CopyTextProps = {
  /** The text, or a function that makes it when it is needed. */
  text: string | (() => string);
  /** Asks the reader to copy by hand where the browser does not let us: it needs https or localhost. */
  ask?: string;
  /** For the shortcut that copies the link to a view. */
  "data-copies"?: string;
  before?: React.ReactNode;
  children: React.ReactNode;
};

/** Copies a text to the clipboard. Hidden without JavaScript. */
export const CopyText = ({ text, ask = "Copy this text", before, children, ...marks }: CopyTextProps) => {
  const [isCopied, setCopied] = useState(false);

  const copy = async () => {
    const copied = typeof text === "string" ? text : text();
    try {
      await navigator.clipboard.writeText(copied);
      setCopied(true);
      window.setTimeout(() => setCopied(false), 2000);
    } catch {
      window.prompt(ask, copied);
    }
  };

  return (
    <button type="button" className="link-button copy-link needs-script" onClick={copy} {...marks}>
      {before}
      <span aria-live="polite">{isCopied ? "Copied" : children}</span>
    </button>
  );
};
