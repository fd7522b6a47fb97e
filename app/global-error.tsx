"use client";

import { Failure } from "@/components/site/failure";
import { latestUrl } from "@/lib/urls";
import "./globals.css";

/** Replaces the whole page if the layout itself fails. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Error · §16</title>
        <header className="top-bar">
          <div className="top-bar-inner">
            <a className="wordmark" href={latestUrl()} aria-label="§16, Section 16, latest filings">
              §16
            </a>
          </div>
        </header>
        <main id="main" className="page">
          <Failure error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
