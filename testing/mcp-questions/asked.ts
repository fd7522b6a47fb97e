import { expect } from "vitest";

/** What is asked, of which tool, with which arguments, and what its answer has. */
export type Question = [question: string, tool: string, asked: Record<string, unknown>, answer: object];

export const AMBERWICK = "9900000060";
export const GOTTSCHALK = "9910000610";
export const HELIONYX = "9900000007";
export const YARBOROUGH = "9910000078";
export const ALDERGATE = "9900000030";
export const ALBRECHTSEN = "9910000317";

export const SALES = "9999000001-18-000206";
export const GIFTS = "9999000001-18-000207";
export const PURCHASE = "9999000001-20-000183";
export const TO_TRUST = "9999000001-20-001131";
export const DIRECTOR_SALE = "9999000001-25-000322";
export const FIRST_REPORT = "9999000001-25-000016";

// Filed by CIKs 9910000394 and 9910000396 together.
export const JOINT_SALE = "9999000001-22-000464";

/** What an answer must contain. */
export const row = (place: string, facts: Record<string, string>, status = "counted") =>
  expect.objectContaining({
    place,
    url: `http://localhost:3000/filings/${place}`,
    status,
    facts: expect.objectContaining(
      Object.fromEntries(
        Object.entries(facts).map(([name, value]) => [name, expect.objectContaining({ value, asFiled: value })]),
      ),
    ),
  });
export const withRows = (...rows: unknown[]) => ({
  filings: expect.arrayContaining(rows.map((one) => expect.objectContaining({ rows: expect.arrayContaining([one]) }))),
});
