import { expect, test } from "vitest";
import { unsentMail } from "./unsent-mail";

test("without a mail server, says what happens to the alerts that need one, and what to do", () => {
  expect(unsentMail({ canSend: false, allowAlerts: false, mailAlerts: 1 })).toEqual([
    "SMTP_URL is not set, so 1 email alert in alerts.json cannot be sent. Nothing is lost: what is found waits in the database. To send it, set SMTP_URL and ALERT_FROM, and restart Section 16.",
  ]);
  const both = unsentMail({ canSend: false, allowAlerts: true, mailAlerts: 2 });
  expect(both.map((sentence) => sentence.slice(0, 60))).toEqual([
    "SMTP_URL is not set, so 2 email alerts in alerts.json cannot",
    "ALLOW_ALERTS is 1, but SMTP_URL is not set, so readers canno",
  ]);
  expect(both[1]).toMatch(
    /what is filed in the meantime once mail works. Set SMTP_URL and ALERT_FROM, and restart Section 16.$/,
  );
});

test("says nothing if there is a mail server, or nothing needs one", () => {
  expect(unsentMail({ canSend: true, allowAlerts: true, mailAlerts: 3 })).toEqual([]);
  expect(unsentMail({ canSend: false, allowAlerts: false, mailAlerts: 0 })).toEqual([]);
});
