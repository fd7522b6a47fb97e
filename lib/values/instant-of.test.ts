import { expect, it } from "vitest";
import { instantOf } from "./instant-of";

it("reads what PostgreSQL prints, and years before 100 as themselves", () => {
  const read = (text: string) => instantOf(text).toISOString();
  expect(read("2022-05-06 22:30:57+00")).toBe("2022-05-06T22:30:57.000Z");
  expect(read("2022-05-06 18:30:57.25-04")).toBe("2022-05-06T22:30:57.250Z");
  expect(read("0001-01-01 00:00:00+00")).toBe("0001-01-01T00:00:00.000Z");
  expect(read("0024-05-06 04:56:02+00")).toBe("0024-05-06T04:56:02.000Z");
});
