import type { AlertChannel, AlertRate, AlertState, DeliveryErrorClass } from "@/lib/alerts/alert";

/** What became of the messages of one alert or several. */
export type Deliveries = {
  /** Messages that arrived, and messages that we gave up on, in the last 30 days. */
  delivered: number;
  failed: number;
  /** Messages of active alerts that are still to be sent, however old. */
  waiting: number;
  /** Matches of active alerts that are not part of a message yet. */
  collected: number;
  /** ISO instant; null if nothing arrived in the last 30 days. */
  lastDeliveredAt: string | null;
};

/** An alert of the operator's file. */
export type OperatorAlert = Deliveries & {
  name: string;
  /** The path and query of its view. */
  view: string;
  channel: AlertChannel;
  /** The host of a webhook or email address. The rest of the address may be secret. */
  receiver: string;
  rate: AlertRate;
  state: AlertState;
  stateReason: string | null;
  /**
   * Why the newest message that has not arrived could not be sent, and when we try again. Messages that we gave up on count for 30 days, or
   * until another one arrives. Null if there is no such message, or the alert is stopped.
   */
  trouble: { errorClass: DeliveryErrorClass; error: string | null; at: string | null; nextTryAt: string | null } | null;
};

export type AlertsView = {
  title: string;
  url: string;
  /** If there is no mail server although alerts need one: what happens meanwhile, and what to do. */
  unsentMail: string[];
  /** Those that cannot be delivered come first. */
  alerts: OperatorAlert[];
  /** How many there are in all. */
  alertsInAll: number;
  /** The alerts of readers, whose addresses and views nobody else sees. */
  readers: Deliveries & {
    states: Record<AlertState, number>;
    /** Messages that have not arrived, by the reason. */
    errors: { errorClass: DeliveryErrorClass; messages: number }[];
  };
  /** Messages by the day on which they were made, in New York, newest first. */
  days: { day: string; delivered: number; waiting: number; failed: number }[];
};
