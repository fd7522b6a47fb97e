/** Headers by which the proxy informs pages and routes about a request. It sets them itself and drops any sent by the client. */

/** The query as requested, including the `?`. */
export const ASKED_QUERY = "x-section16-query";

/** The path as requested, which the page for an unknown address cannot find out otherwise. */
export const ASKED_PATH = "x-section16-path";
