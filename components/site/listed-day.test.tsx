import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ListedDay } from "./listed-day";

type Dates = Parameters<typeof ListedDay>[0]["filing"];

const undated: Dates = { filingDate: null, filedAt: null, periodOfReport: null, orderedAt: "0001-01-01T00:00:00.000Z" };
const textOf = (dates: Partial<Dates>) =>
  renderToStaticMarkup(<ListedDay filing={{ ...undated, ...dates }} />).replaceAll(/<[^>]+>/g, "");

test("a day other than the filing date is labelled, and an unknown day is not called signed", () => {
  const orderedAt = "2025-06-12T04:00:00.000Z";
  expect(textOf({ orderedAt, filingDate: "2025-06-12" })).toBe("2025-06-12");
  expect(textOf({ orderedAt })).toBe("signed 2025-06-12");
  expect(textOf({ orderedAt, periodOfReport: "2025-06-12" })).toBe("period of report 2025-06-12");
  expect(textOf({})).toBe("date not known");
});
