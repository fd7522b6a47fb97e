"use client";

import { useEffect, useState } from "react";
import { REQUEST_ID } from "@/lib/requests/request-id";
import { healthUrl, latestUrl } from "@/lib/urls";

type FailureProps = { error: unknown; retry: () => void };

const digestOf = (error: unknown): string | null =>
  typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : null;

/** Shown if a page fails to render. Only the server's log has the cause, under the same request id. */
export const Failure = ({ error, retry }: FailureProps) => {
  const database = useDatabaseMessage();
  const requestId = useRequestId() ?? digestOf(error);
  return (
    <div className="state">
      <h1>{database ? "The database cannot be read" : "Sorry, there is a problem with this page"}</h1>
      <p>{database ?? "No data has been lost, and the link still works. Try again in a moment."}</p>
      <p className="buttons">
        <button type="button" className="button is-primary" onClick={retry}>
          Try again
        </button>
        <a className="button" href={latestUrl()}>
          Latest filings
        </a>
      </p>
      <pre>
        500 {database ? "database" : "failed"}
        {requestId && `  request ${requestId}`}
      </pre>
    </div>
  );
};

/** The id under which the server logs the request for this page. Null until the page is loaded. */
function useRequestId(): string | null {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => setId(document.querySelector<HTMLMetaElement>(`meta[name="${REQUEST_ID}"]`)?.content || null), []);
  return id;
}

/** The server's message about its database, if that is the problem. Otherwise, and until it is known, null. */
function useDatabaseMessage(): string | null {
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    fetch(healthUrl(), { signal: asked.signal })
      .then(async (answer) => {
        if (answer.status === 503) setMessage((await answer.json()).message ?? null);
      })
      // The server itself may be down. The message on the page is still right.
      .catch(() => undefined);
    return () => asked.abort();
  }, []);
  return message;
}
