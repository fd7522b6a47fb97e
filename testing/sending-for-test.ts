import { type SendOptions, sendDeliveries } from "@/db/alerts/send-deliveries";
import type { Connection } from "@/db/server/client";

/** Webhooks may go to this machine. Each test adds its secrets and its mail server. */
export const SEND_OPTIONS: SendOptions = {
  secrets: null,
  mailer: null,
  allowPrivate: true,
  siteUrl: "https://section16.example",
  mailsReaders: true,
  alertSecret: "0123456789abcdef0123456789abcdef",
};

/** A secret for each of these alerts. */
export const secretsOf = (...alertIds: string[]): NonNullable<SendOptions["secrets"]> =>
  new Map(alertIds.map((id) => [id, [`whsec_${Buffer.alloc(32, 1).toString("base64")}`]]));

/**
 * Sends through both channels, as the alert process does.
 * @returns how many attempts were made
 */
export async function sendAll(
  connection: Connection,
  options: Partial<SendOptions>,
  signal = new AbortController().signal,
): Promise<number> {
  const [webhooks, mails] = await Promise.all([
    sendDeliveries(connection, "webhook", { ...SEND_OPTIONS, ...options }, signal),
    sendDeliveries(connection, "mail", { ...SEND_OPTIONS, ...options }, signal),
  ]);
  return webhooks + mails;
}
