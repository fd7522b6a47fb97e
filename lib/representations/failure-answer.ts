import { plainPage } from "@/lib/representations/plain-page";
import { errorBody, PROBLEM_TYPE } from "@/lib/representations/problem";
import { unavailablePage } from "@/lib/representations/unavailable-page";
import type { FailureAnswer } from "@/lib/requests/failed-request.mjs";
import { isDataPath } from "@/lib/requests/page-address";
import { DATA_POLICY, PLAIN_PAGE_POLICY } from "@/lib/requests/security-headers.mjs";

type Failure = "too slow" | "unreachable" | "too many past days" | "failed";

const WORDS: Record<Failure, { status: number; title: string; message: string }> = {
  "too slow": {
    status: 503,
    title: "This page took too long",
    message:
      "The database stopped the query because it took too long. Try again in a moment, or narrow the list with a filter.",
  },
  unreachable: {
    status: 503,
    title: "The database does not answer",
    message: "The database does not answer. Try again in a moment.",
  },
  "too many past days": {
    status: 503,
    title: "Too many past days are being worked out",
    message:
      "What was known on a past day takes us some seconds to work out, and we do this for only a few readers at once. Try again in a moment.",
  },
  failed: {
    status: 500,
    title: "Sorry, there is a problem with this page",
    message: "No data has been lost, and the link still works. Try again in a moment.",
  },
};

/**
 * The answer if a page or a data format could not be made, in the requested format.
 * @param requestId letters and digits, as in the server's log
 */
export function failureAnswer(failure: Failure, path: string, requestId: string): FailureAnswer {
  const { status, title, message } = WORDS[failure];
  const more: Record<string, string> = status === 503 ? { "retry-after": "5" } : {};
  if (isDataPath(path)) {
    return {
      status,
      headers: {
        "content-type": PROBLEM_TYPE,
        "access-control-allow-origin": "*",
        "cache-control": "no-store",
        "content-security-policy": DATA_POLICY,
        ...more,
      },
      body: `${JSON.stringify(errorBody(status, `${message} Request ${requestId}.`), null, 1)}\n`,
    };
  }
  return {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": PLAIN_PAGE_POLICY,
      ...more,
    },
    body: failure === "unreachable" ? unavailablePage(requestId) : failedPage(title, message, status, requestId),
  };
}

const failedPage = (title: string, message: string, status: number, requestId: string) =>
  plainPage({
    title,
    main: `<p>${message}</p>
<p><a class="button" href="">Try again</a></p>
<pre>${status}  request ${requestId}</pre>`,
  });
