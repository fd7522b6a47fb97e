import type { DeliveryErrorClass } from "@/lib/alerts/alert";

/** What became of an attempt to deliver. */
export type DeliveryOutcome =
  | { outcome: "delivered" }
  | {
      outcome: "failed";
      errorClass: DeliveryErrorClass;
      /** A sentence for the operator. */
      error: string;
      /** When the receiver allows the next attempt, in milliseconds; null if it did not say. */
      notBefore: number | null;
      /** Whether another attempt would fail too. */
      isFinal: boolean;
      /** Whether the mail server refuses this receiver for good, and not only this email. */
      isRefusal: boolean;
    };

export const failed = (
  errorClass: DeliveryErrorClass,
  error: string,
  {
    notBefore = null,
    isFinal = false,
    isRefusal = false,
  }: { notBefore?: number | null; isFinal?: boolean; isRefusal?: boolean } = {},
): DeliveryOutcome => ({ outcome: "failed", errorClass, error, notBefore, isFinal, isRefusal });
