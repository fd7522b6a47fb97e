import { createTransport, type NodemailerError } from "nodemailer";
import { type DeliveryOutcome, failed } from "@/db/alerts/delivery-outcome";
import type { DeliveryErrorClass } from "@/lib/alerts/alert";
import type { Settings } from "@/lib/settings";
import { inOneLine } from "@/lib/values/readable-text";

/** We give up on a server that is silent at any step after the shorter time, and on one that is only slow after the longer one. */
const SILENCE_MS = 15_000;
const TIME_LIMIT_MS = 90_000;

export type Mail = {
  /** The same for every attempt, so that a mail server or reader can recognise a copy. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where the receiver stops such emails with one click; null if there is no such address. */
  unsubscribeUrl: string | null;
};

/** Where mail is handed over, and who sends it. */
export type Mailer = { smtpUrl: string; alertFrom: string };

/** The mailer of the settings, or null if we cannot send email. */
export const mailerOf = ({ smtpUrl, alertFrom }: Pick<Settings, "smtpUrl" | "alertFrom">): Mailer | null =>
  smtpUrl === null || alertFrom === null ? null : { smtpUrl, alertFrom };

/** Hands an email to the mail server, once. */
export async function sendMail(
  { smtpUrl, alertFrom }: Mailer,
  mail: Mail,
  { silenceMs = SILENCE_MS, timeLimitMs = TIME_LIMIT_MS } = {},
): Promise<DeliveryOutcome> {
  const limit = AbortSignal.timeout(timeLimitMs);
  const transport = createTransport({
    url: smtpUrl,
    dnsTimeout: silenceMs,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: alertFrom,
      // Passed as an object, it stays one address, whatever is in it.
      to: { name: "", address: mail.to },
      subject: inOneLine(mail.subject),
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${/@([\w.-]+)>?$/.exec(alertFrom)?.[1] ?? "localhost"}>`,
      headers: { "Auto-Submitted": "auto-generated", ...unsubscribeHeaders(mail.unsubscribeUrl) },
      signal: limit,
    });
    return { outcome: "delivered" };
  } catch (error) {
    if (limit.aborted) return failed("TIMEOUT", `The email was not accepted within ${timeLimitMs / 1000} seconds.`);
    return failureOf(error);
  } finally {
    transport.close();
  }
}

/** One click is a POST (RFC 8058), which needs https. Programs that check links send only GET, and so stop nothing. */
function unsubscribeHeaders(url: string | null): Record<string, string> {
  if (url === null) return {};
  const header = { "List-Unsubscribe": `<${url}>` };
  return url.startsWith("https:") ? { ...header, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : header;
}

const CLASSES: Record<string, DeliveryErrorClass> = {
  ETIMEDOUT: "TIMEOUT",
  EDNS: "DNS",
  ETLS: "TLS",
};

/**
 * Only a wrong address (5.1.x in RFC 3463) is final. Other permanent errors are often those of a configuration, such as “unable to
 * relay”, and mail should survive them.
 */
const WRONG_ADDRESS = /^5\d\d[ -]5\.1\.\d/;

/** These are about the mail system, the protocol, the message or a policy, and not about the mailbox. */
const NOT_OF_MAILBOX = /^5\d\d[ -]5\.[3-7]\.\d/;

function failureOf(error: unknown): DeliveryOutcome {
  if (!(error instanceof Error)) return failed("CONNECTION", String(error));
  const { code = "", command = "", response = "", responseCode = 0, message }: NodemailerError = error;
  const said = inOneLine(response || message).slice(0, 300);
  if (responseCode >= 500)
    return failed("SMTP_5XX", said, {
      isFinal: WRONG_ADDRESS.test(response),
      isRefusal: WRONG_ADDRESS.test(response) || (command === "RCPT TO" && !NOT_OF_MAILBOX.test(response)),
    });
  if (responseCode >= 400) return failed("SMTP_4XX", said);
  return failed(CLASSES[code] ?? "CONNECTION", said);
}
