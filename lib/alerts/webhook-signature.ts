import { createHmac } from "node:crypto";

const PREFIX = "whsec_";
/** Standard Webhooks: 24 to 64 random bytes. */
const SECRET_BYTES = { least: 24, most: 64 };

/** Whether a text is a secret for signing webhooks: `whsec_` and 24 to 64 bytes in base64. */
export function isWebhookSecret(secret: string): boolean {
  const text = secret.slice(PREFIX.length);
  const { length } = Buffer.from(text, "base64");
  return (
    secret.startsWith(PREFIX) &&
    /^[A-Za-z0-9+/]+={0,2}$/.test(text) &&
    length >= SECRET_BYTES.least &&
    length <= SECRET_BYTES.most
  );
}

/** An attempt to deliver a webhook: `body` is what is sent, and `at` the moment of the attempt in milliseconds. */
type Try = { id: string; at: number; body: string };

/**
 * The headers of Standard Webhooks 1.0, https://www.standardwebhooks.com. There is a signature for each secret, so that a receiver
 * can change to a new one while the old one is still valid.
 */
export function webhookHeaders({ id, at, body }: Try, secrets: readonly string[]): Record<string, string> {
  const seconds = String(Math.floor(at / 1000));
  const sign = (secret: string) =>
    createHmac("sha256", Buffer.from(secret.slice(PREFIX.length), "base64"))
      .update(`${id}.${seconds}.${body}`)
      .digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": seconds,
    "webhook-signature": secrets.map((secret) => `v1,${sign(secret)}`).join(" "),
  };
}
