"use client";

import { useEffect } from "react";

type LinkedPlaceProps = {
  /** The anchor of a row or note. */
  place: string;
  name: string;
  words: string;
};

/** At the head of a filing to which a link to one of its rows or notes led: what it says. With JavaScript, the page scrolls there. */
export const LinkedPlace = ({ place, name, words }: LinkedPlaceProps) => {
  useEffect(() => {
    if (window.location.hash === "") window.location.replace(`#${place}`);
  }, [place]);
  return (
    <div className="notice">
      <p>
        <a href={`#${place}`}>{name.charAt(0).toUpperCase() + name.slice(1)}</a>: {words}
      </p>
    </div>
  );
};
