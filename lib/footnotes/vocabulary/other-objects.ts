/** "its contribution of two buildings to": what is moved is named, and is no security. */
const ofOther = /^\s+of\s+(?<what>[^.;,]{2,80}?)\s+(?:to|into|by|from|for|without|under|pursuant)\s/i;
const securitiesOrAll =
  /\b(?:shares?|stock|units?|securities|options?|warrants?|rsus?|notes?|debentures?|adss?|interests?|holdings?|ownership|positions?|all|these|those|them|same|half|part|portion|balance|remainder|annuity|title)\b|[\d,]{4,}|^(?:it|him|her)\b/i;

/** Whether the words after "contribution", "transfer" and the like name something that is no security. */
export const isOfOther = (after: string): boolean => {
  const what = ofOther.exec(after)?.groups?.what;
  return what !== undefined && !securitiesOrAll.test(what);
};
