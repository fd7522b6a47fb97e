// This is plain JavaScript because the request guard is loaded before anything is compiled.

/**
 * The cookie with the position in the database's log of what a reader has just stored. Until a replica has reached that position, this
 * reader is answered from the primary.
 */
export const SEEN_COOKIE = "section16_seen";

/** In seconds. A replica that is further behind than a few seconds is not read anyway. */
export const SEEN_FOR = 60;
