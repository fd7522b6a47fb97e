import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";
import { findAlerts } from "./alerts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const HOOK = "https://hooks.example.org:8443/services/T0PS3CRET?token=hush";

test("shows what was sent, what waits and what fails, without addresses or secrets", async () => {
  expect(await findAlerts(database.db, 10)).toMatchObject({ alerts: [], alertsInAll: 0, mailAlerts: 0, days: [] });

  await database.pool.query(
    `insert into alert (alert_id, origin, name, view, channel, target, rate, state, state_reason) values
      ('file:calm', 'file', 'Calm', '/transactions?code=P', 'mail', 'desk@news.example.org', 'daily', 'active', null),
      ('file:gone', 'file', 'Gone', '/insiders/1', 'webhook', $1, 'immediate', 'disabled', 'The receiver answered 410.'),
      ('file:late', 'file', 'Late', '/insiders/2', 'webhook', $1, 'immediate', 'active', null),
      ('r1', 'reader', null, '/issuers/320193', 'mail', 'ada@example.org', 'weekly', 'active', null),
      ('r2', 'reader', null, '/issuers/320193', 'mail', 'bob@example.org', 'weekly', 'unconfirmed', null)`,
    [HOOK],
  );
  await database.pool.query(`
    insert into delivery (delivery_id, alert_id, created_at, body, state, last_error_class, last_error, last_try_at, next_try_at, delivered_at)
    values
      ('m1', 'file:calm', now() - interval '1 hour', '', 'delivered', 'SMTP_4XX', 'later', now(), now(), '2026-06-20T16:00Z'),
      ('m2', 'file:calm', now() - interval '40 days', '', 'delivered', null, null, null, now(), now() - interval '40 days'),
      ('m3', 'file:late', now() - interval '40 days', '', 'waiting', 'TIMEOUT', 'from …', '2026-06-20T16:00Z', '2026-06-20T17:00Z', null),
      ('m4', 'r1', now() - interval '1 hour', '', 'failed', 'SMTP_5XX', '<…> is unknown', now(), now(), null)`);
  await database.pool.query(`
    insert into alert_match (alert_id, match_key, kind, accession_number, filing_version, what, rate)
    values ('file:calm', 'k', 'new', 'a', 1, '{}', 'daily'), ('r1', 'k', 'new', 'a', 1, '{}', 'weekly')`);

  const found = await findAlerts(database.db, 2);
  const none = { delivered: 0, failed: 0, waiting: 0, collected: 0, lastDeliveredAt: null };
  expect(found.alertsInAll).toBe(3);
  expect(found.mailAlerts, "Calm").toBe(1);
  expect(found.alerts, "those in trouble are first").toEqual([
    {
      ...none,
      name: "Gone",
      view: "/insiders/1",
      channel: "webhook",
      receiver: "hooks.example.org:8443",
      rate: "immediate",
      state: "disabled",
      stateReason: "The receiver answered 410.",
      trouble: null,
    },
    {
      ...none,
      waiting: 1,
      name: "Late",
      view: "/insiders/2",
      channel: "webhook",
      receiver: "hooks.example.org:8443",
      rate: "immediate",
      state: "active",
      stateReason: null,
      trouble: {
        errorClass: "TIMEOUT",
        error: "from …",
        at: "2026-06-20T16:00:00.000Z",
        nextTryAt: "2026-06-20T17:00:00.000Z",
      },
    },
  ]);
  const calm = (await findAlerts(database.db, 10)).alerts.find(({ name }) => name === "Calm");
  expect(
    calm,
    "a message of 40 days ago is not counted, and one that arrived is not reported as trouble",
  ).toMatchObject({
    receiver: "@news.example.org",
    delivered: 1,
    collected: 1,
    lastDeliveredAt: "2026-06-20T16:00:00.000Z",
    trouble: null,
  });
  expect(found.readers).toEqual({
    ...none,
    failed: 1,
    collected: 1,
    states: { active: 1, unconfirmed: 1, stopped: 0, paused: 0, disabled: 0 },
    errors: [{ errorClass: "SMTP_5XX", messages: 1 }],
  });
  expect(found.days.reduce((sum, { delivered, waiting, failed }) => sum + delivered + waiting + failed, 0)).toBe(2);
  const everything = JSON.stringify(found);
  for (const secret of ["T0PS3CRET", "hush", "ada@", "bob@", "desk@", "320193"])
    expect(everything).not.toContain(secret);
});

test("an alert that is stopped has nothing waiting, and one that delivers again is no longer in trouble", async () => {
  await database.pool.query("delete from alert");
  await database.pool.query(
    `insert into alert (alert_id, origin, name, view, channel, target, rate, state) values
      ('file:ended', 'file', 'Ended', '/insiders/1', 'webhook', $1, 'weekly', 'stopped'),
      ('file:healed', 'file', 'Healed', '/insiders/2', 'webhook', $1, 'immediate', 'active'),
      ('r1', 'reader', null, '/issuers/320193', 'mail', 'ada@example.org', 'weekly', 'stopped')`,
    [HOOK],
  );
  await database.pool.query(`
    insert into delivery (delivery_id, alert_id, created_at, body, state, last_error_class, last_try_at, delivered_at) values
      ('m1', 'file:ended', now() - interval '5 days', '', 'waiting', 'TIMEOUT', now() - interval '5 days', null),
      ('m2', 'r1', now() - interval '5 days', '', 'waiting', 'SMTP_4XX', now() - interval '5 days', null),
      ('m3', 'file:healed', now() - interval '9 days', '', 'failed', 'HTTP_5XX', now() - interval '6 days', null),
      ('m4', 'file:healed', now() - interval '9 days', '', 'failed', 'GONE', null, null),
      ('m5', 'file:healed', now() - interval '5 days', '', 'delivered', null, now() - interval '5 days', now() - interval '5 days')`);
  await database.pool.query(`
    insert into alert_match (alert_id, match_key, kind, accession_number, filing_version, what, rate)
    values ('file:ended', 'k', 'new', 'a', 1, '{}', 'weekly'), ('r1', 'k', 'new', 'a', 1, '{}', 'weekly')`);

  const { alerts, readers, days } = await findAlerts(database.db, 10);
  expect(
    alerts.map(({ name, waiting, collected, failed, trouble }) => [name, waiting, collected, failed, trouble]),
  ).toEqual([
    ["Healed", 0, 0, 2, null],
    ["Ended", 0, 0, 0, null],
  ]);
  expect([readers.waiting, readers.collected, readers.errors]).toEqual([0, 0, []]);
  expect(days.map(({ delivered, waiting, failed }) => [delivered, waiting, failed])).toEqual([
    [1, 0, 0],
    [0, 0, 2],
  ]);
});
