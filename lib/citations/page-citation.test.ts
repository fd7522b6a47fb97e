import { expect, it } from "vitest";
import { pageCitation } from "./page-citation";

it("names the page, the day and the address", () => {
  const address = "https://insiders.example.org/transactions?code=P";
  expect(pageCitation({ title: "Transactions: code P", isPast: false, day: "2026-11-28", address })).toBe(
    `Section 16, “Transactions: code P”, as of November 28, 2026. ${address}`,
  );
});

it("cites a page as of a past day with that day in its title, and the day on which it was read as such", () => {
  const address = "https://insiders.example.org/insiders/7?as_of=2024-02-19";
  const title = "Tollefsen, as known on February 19, 2024";
  expect(pageCitation({ title, isPast: true, day: "2026-11-28", address })).toBe(
    `Section 16, “Tollefsen, as known on February 19, 2024”, accessed November 28, 2026. ${address}`,
  );
});

it("sets quotation marks within the title as single ones", () => {
  const page = { title: "Footnotes that contain “charity”", isPast: false, day: "2026-11-28", address: "/footnotes" };
  expect(pageCitation(page)).toContain("“Footnotes that contain ‘charity’”,");
});
