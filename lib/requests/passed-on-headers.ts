/** Headers by which the proxy tells pages and routes of a request. It sets them itself: what a client sends under these names is lost. */

/** The query as it was asked for, `?` and all. */
export const ASKED_QUERY = "x-section16-query";
