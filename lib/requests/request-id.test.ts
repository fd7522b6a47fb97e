import { expect, test } from "vitest";
import { requestIdIn } from "./request-id";

test("accepts an id from a proxy", () => {
  expect(requestIdIn("0f1e2d3c4b5a69788796a5b4c3d2e1f0")).toBe("0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  expect(requestIdIn("7b0e4a52-6f1d-4d0a-9c1e-0e8f5b1c2d3e")).toBe("7b0e4a52-6f1d-4d0a-9c1e-0e8f5b1c2d3e");
});

test("rejects anything else: too short, too long, sent twice, or with characters that have a meaning elsewhere", () => {
  for (const header of ["abc", "a".repeat(65), "12345678, 87654321", '12345678"', "<script>1234", "1234\n5678", ""]) {
    expect(requestIdIn(header), header).toBeNull();
  }
  expect(requestIdIn(undefined)).toBeNull();
  expect(requestIdIn(["12345678", "12345678"])).toBeNull();
});
