import { z } from "zod";
import { type Answer, address, count, day, ignoredValue, instant, named } from "./values";

const state = z.enum(["unconfirmed", "active", "stopped", "paused", "disabled"]);
const errorClass = z.enum([
  "HTTP_4XX",
  "HTTP_5XX",
  "REDIRECT",
  "TIMEOUT",
  "DNS",
  "TLS",
  "REFUSED_ADDRESS",
  "CONNECTION",
  "SMTP_4XX",
  "SMTP_5XX",
  "GONE",
]);

const deliveriesShape = {
  delivered: count.describe("Messages delivered in the last 30 days."),
  failed: count.describe("Messages that we gave up on in the last 30 days."),
  waiting: count.describe("Messages of active alerts that are still to be sent."),
  collected: count.describe("Matches of active alerts that are not part of a message yet."),
  lastDeliveredAt: instant.nullable(),
};

export const alertsAnswer = named("AlertsAnswer", "What alerts have sent, what is waiting and what has failed.", {
  title: z.string(),
  url: address,
  unsentMail: z
    .array(z.string())
    .describe("If there is no mail server although alerts need one: what happens meanwhile, and what to do."),
  alerts: z
    .array(
      z.strictObject({
        name: z.string(),
        view: z.string().describe("The path and query of a list."),
        channel: z.enum(["webhook", "mail"]),
        receiver: z.string().describe("The host of the webhook or email address."),
        rate: z.enum(["immediate", "daily", "weekly"]),
        state,
        stateReason: z.string().nullable(),
        ...deliveriesShape,
        trouble: z
          .strictObject({
            errorClass,
            error: z.string().nullable(),
            at: instant.nullable(),
            nextTryAt: instant.nullable(),
          })
          .nullable()
          .describe(
            "Why the newest undelivered message could not be sent. Messages that we gave up on count for 30 days, or until another one arrives.",
          ),
      }),
    )
    .describe("Alerts in the operator’s file. Those that cannot be delivered come first."),
  alertsInAll: count,
  readers: z
    .strictObject({
      ...deliveriesShape,
      states: z.strictObject({ active: count, unconfirmed: count, stopped: count, paused: count, disabled: count }),
      errors: z.array(z.strictObject({ errorClass, messages: count })),
    })
    .describe("Alerts of readers, without their addresses and lists."),
  days: z
    .array(z.strictObject({ day, delivered: count, waiting: count, failed: count }))
    .describe("Messages by the day in New York on which they were made, newest first."),
  ignored: z.array(ignoredValue),
});
export type AlertsAnswer = Answer<typeof alertsAnswer>;
