/** An alert that nobody confirms is deleted after this time, with its address. */
export const DAYS_TO_CONFIRM = 3;

/** For this long, a reader can start an alert that is not active again with the link in its emails. Then it is deleted. */
export const DAYS_AFTER_STOP = 30;

/** Messages that were delivered or have failed are kept for this long, so that a day can be sent again. */
export const DAYS_OF_MESSAGES = 90;

/** An alert is paused when the mail server has refused its address for good for this many messages in a row. */
export const REFUSALS_UNTIL_PAUSE = 3;
