"use client";

import { useEffect, useState } from "react";
import { CopyText } from "@/components/ui/copy-text";

type CitationProps = {
  /** The filing in words: issuer, form, insiders, date and number. */
  filing: string;
  /** Full address of its page. */
  address: string;
  /** Rows and footnotes, each with its anchor. */
  places: { anchor: string; label: string }[];
  /** When, in words. */
  accessed: string;
};

/** A citation of the filing or, with JavaScript, of one of its rows or footnotes: the one that the reader came to or last linked to. */
export const Citation = ({ filing, address, places, accessed }: CitationProps) => {
  const [anchor, setAnchor] = useState("");
  useEffect(() => {
    const follow = () => {
      const { hash, href } = window.location;
      const asked = places.find((place) => new URL(`#${place.anchor}`, href).hash === hash);
      if (asked) setAnchor(asked.anchor);
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, [places]);

  const place = places.find((one) => one.anchor === anchor);
  const words = place ? `${filing}, ${place.label}` : filing;
  const cited = place ? `${address}#${place.anchor}` : address;
  return (
    <>
      <label className="field needs-script">
        <span>Cite</span>
        <select className="input" value={anchor} onChange={({ target }) => setAnchor(target.value)}>
          <option value="">the filing</option>
          {places.map((one) => (
            <option key={one.anchor} value={one.anchor}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <p className="citation">
        {words}, <span className="id">{cited}</span>, {accessed}.{" "}
        <CopyText text={`${words}, ${cited}, ${accessed}.`}>Copy citation</CopyText>
      </p>
    </>
  );
};
