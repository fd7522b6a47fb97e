import { createHmac, timingSafeEqual } from "node:crypto";
import { alertUrl, stopAlertUrl } from "@/lib/urls";

/**
 * Only someone who has an email of ours may change the alert that it belongs to: the link contains a keyed hash of the alert's id, in its
 * query, which is not logged. The hash stays valid, because people unsubscribe with links in old emails.
 */
const keyOf = (alertId: string, secret: string): string =>
  createHmac("sha256", secret).update(`alert ${alertId}`).digest("base64url");

/** Where a reader confirms, changes or stops an alert. */
export const manageAlertPath = (alertId: string, secret: string): string => alertUrl(alertId, keyOf(alertId, secret));

/** For `List-Unsubscribe`: a POST stops the alert (RFC 8058), and a GET shows a page with a button. */
export const unsubscribeAlertPath = (alertId: string, secret: string): string =>
  stopAlertUrl(alertId, keyOf(alertId, secret));

/** Whether a key is that of an alert. Takes the same time for every wrong key. */
export function isKeyOfAlert(key: string, alertId: string, secret: string): boolean {
  const given = Buffer.from(key);
  const right = Buffer.from(keyOf(alertId, secret));
  return given.length === right.length && timingSafeEqual(given, right);
}
