import type { DeliveryErrorClass } from "@/lib/alerts/alert";

/** Why a message could not be delivered. */
export const ERRORS_IN_WORDS: Record<DeliveryErrorClass, string> = {
  HTTP_4XX: "The receiver refused the message",
  HTTP_5XX: "The receiver failed",
  REDIRECT: "The receiver redirected us, and we do not follow redirects",
  TIMEOUT: "No answer in time",
  DNS: "The host name was not found",
  TLS: "No secure connection",
  REFUSED_ADDRESS: "The address is private, and ALERT_ALLOW_PRIVATE is not 1",
  CONNECTION: "No connection",
  SMTP_4XX: "The mail server deferred the email",
  SMTP_5XX: "The mail server refused the email",
  GONE: "The receiver no longer exists",
};
