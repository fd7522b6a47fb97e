"use client";

import { useEffect, useState } from "react";
import { REQUEST_ID } from "@/lib/requests/request-id";
import { healthUrl, latestUrl } from "@/lib/urls";

type FailureProps = { error: unknown; retry: () => void };

const digestOf = (error: unknown): string | null =>
  typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : null;

/** What stands in place of a page that could not be made. The cause is only in the server's log, under the same id. */
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

/** The id under which the server logs the request of this page; null until the page is there. */
function useRequestId(): string | null {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => setId(document.querySelector<HTMLMetaElement>(`meta[name="${REQUEST_ID}"]`)?.content || null), []);
  return id;
}

/** What the server says of its database, where that is the trouble; null while unknown and where it is not. */
function useDatabaseMessage(): string | null {
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    fetch(healthUrl(), { signal: asked.signal })
      .then(async (answer) => {
        const said: unknown = answer.status === 503 ? await answer.json() : null;
        if (typeof said === "object" && said !== null && "message" in said) setMessage(String(said.message));
      })
      // The server itself may be gone: what the page says holds all the same.
      .catch(() => undefined);
    return () => asked.abort();
  }, []);
  return message;
}
