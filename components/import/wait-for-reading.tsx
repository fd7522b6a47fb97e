"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const EVERY_MS = 2_000;

/** Refreshes the page at `href` until its file has been read. Without JavaScript the browser reloads it. */
export const WaitForReading = ({ href }: { href: string }) => {
  const router = useRouter();
  const [seconds, setSeconds] = useState(0);

  useEffect(() => {
    const timer = setInterval(() => {
      setSeconds((before) => before + EVERY_MS / 1000);
      router.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);

  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
      <p>
        <span role="status">The page shows the form as soon as we have read it.</span>{" "}
        {seconds > 0 && <span className="muted num">{seconds} s</span>}
      </p>
      <p className="buttons">
        <a className="button" href={href}>
          Look again
        </a>
      </p>
    </>
  );
};
