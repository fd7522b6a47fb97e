"use client";

import { useEffect, useState } from "react";
import { rowNumber } from "@/lib/record/row-number";

/** A notice if the address ends in a row or footnote (`#I-99`, `#F12`) that the filing lacks. Only the browser sees that part. */
export const MissingPlace = () => {
  const [missing, setMissing] = useState<string | null>(null);
  useEffect(() => {
    const look = () => {
      const id = window.location.hash.slice(1);
      const isPlace = /^(?:I{1,2}-\d{1,6}|F\d{1,6})$/.test(id);
      setMissing(isPlace && document.getElementById(id) === null ? id : null);
    };
    look();
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
  if (missing === null) return null;
  return (
    <div className="notice" role="status">
      <p>
        <b>This filing has no {missing.startsWith("F") ? `footnote ${missing}` : `row ${rowNumber(missing)}`}.</b> The
        link may contain a typing error, or refer to an earlier version of the filing.
      </p>
    </div>
  );
};
