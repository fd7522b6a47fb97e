import type { FileAlert } from "@/lib/alerts/alerts-file";
import type { Settings } from "@/lib/settings";
import { plural } from "@/lib/values/counts";

type Mail = {
  /** Whether SMTP_URL is set. */
  canSend: boolean;
  allowAlerts: boolean;
  /** How many alerts of the operator's file ask for email. */
  mailAlerts: number;
};

/** The same for settings, and the alerts of the operator's file. */
export const mailOf = (
  { smtpUrl, allowAlerts }: Pick<Settings, "smtpUrl" | "allowAlerts">,
  alerts: readonly Pick<FileAlert, "channel">[],
): Mail => ({
  canSend: smtpUrl !== null,
  allowAlerts,
  mailAlerts: alerts.filter(({ channel }) => channel === "mail").length,
});

const BOTH = "SMTP_URL and ALERT_FROM, and restart Section 16.";

/** What the operator should know if there is no mail server, although alerts need one: what happens meanwhile, and what to do. */
export function unsentMail({ canSend, allowAlerts, mailAlerts }: Mail): string[] {
  if (canSend) return [];
  return [
    ...(mailAlerts === 0
      ? []
      : [
          `SMTP_URL is not set, so ${plural(mailAlerts, "email alert")} in alerts.json cannot be sent. Nothing is lost: what is found waits in the database. To send it, set ${BOTH}`,
        ]),
    ...(allowAlerts
      ? [
          `ALLOW_ALERTS is 1, but SMTP_URL is not set, so readers cannot ask for alerts, and cannot change or stop those that they have. Nothing is lost: we send what is filed in the meantime once mail works. Set ${BOTH}`,
        ]
      : []),
  ];
}
