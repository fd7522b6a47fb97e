// This is plain JavaScript because the request guard is loaded before anything is compiled.

/** @typedef {{ status: number, headers: Record<string, string>, body: string }} FailureAnswer */

/**
 * The header by which the guard recognises a failed request. The guard sets it itself, because ids sent by clients may repeat.
 */
export const FAILURE_ID = "x-section16-request";

/**
 * The channel that announces the answer to a failed request: `{ failureId, answer, isUnreachable }`. The last says that the
 * database could not be reached.
 */
export const FAILED_REQUESTS = "section16:failed-request";
