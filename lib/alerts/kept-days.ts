/** How long we keep what alerts no longer need. */

/** An alert that nobody confirms is deleted after this time, with its address. */
export const DAYS_TO_CONFIRM = 3;

/** For this long, a reader can start a stopped alert again with the link in its emails. Then it is deleted. */
export const DAYS_AFTER_STOP = 30;
