// Plain JavaScript: the request guard is loaded before anything is compiled.

/** @typedef {{ status: number, headers: Record<string, string>, body: string }} FailureAnswer */

/** The header by which the guard knows a failed request again. It sets it itself: ids that clients send may come twice. */
export const FAILURE_ID = "x-section16-request";

/** The channel on which what is answered to a request that failed is announced: `{ failureId, answer }`. */
export const FAILED_REQUESTS = "section16:failed-request";
