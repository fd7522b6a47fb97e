"use client";

import { useState } from "react";
import { rowNumber } from "@/lib/format/row-number";

/** The row's number, a link to the row. With script a click copies the row's address too. */
export const RowLink = ({ row }: { row: string }) => {
  const [isCopied, setCopied] = useState(false);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(`#${row}`, window.location.href).href);
    } catch {
      // Without https the clipboard is closed: the address stands in the browser's bar all the same.
      return;
    }
    setCopied(true);
    window.setTimeout(() => setCopied(false), 2000);
  };

  return (
    <>
      <a href={`#${row}`} title={`Link to row ${rowNumber(row)}`} onClick={copy}>
        {rowNumber(row)}
      </a>
      <span className="row-copied" aria-live="polite">
        {isCopied && "link copied"}
      </span>
    </>
  );
};
