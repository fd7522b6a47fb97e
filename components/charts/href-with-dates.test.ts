import { expect, it } from "vitest";
import { hrefWithDates } from "./href-with-dates";

const template = "/insiders/1?issuer=2&traded-from={from}&traded-to={to}";

it("fills in both dates", () => {
  expect(hrefWithDates(template, { from: "2020-01-01", to: "2025-06-12" })).toBe(
    "/insiders/1?issuer=2&traded-from=2020-01-01&traded-to=2025-06-12",
  );
});

it("leaves out a date that is not set", () => {
  expect(hrefWithDates(template, { from: null, to: "2025-06-12" })).toBe("/insiders/1?issuer=2&traded-to=2025-06-12");
  expect(hrefWithDates("/insiders/1?traded-from={from}&traded-to={to}", { from: null, to: null })).toBe("/insiders/1");
});
