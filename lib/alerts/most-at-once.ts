/** The most webhooks under way, and the most emails. A receiver that does not answer takes up a place for 15 seconds. */
export const MOST_AT_ONCE = 32;

/**
 * Threads of the alert process. Node looks up names in at most half of its threads, of which it has four unless we ask for more. A name
 * whose server does not answer keeps one for 10 seconds or longer: behind eight such names, another waited 40 seconds.
 */
export const ALERT_THREADS = 2 * MOST_AT_ONCE;
