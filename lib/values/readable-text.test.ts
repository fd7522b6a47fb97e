import { expect, test } from "vitest";
import { inOneLine } from "@/lib/values/readable-text";

test("a text on one line has no breaks of any kind, and shows its control characters", () => {
  expect(inOneLine(" Stop.\r\nBcc: eve\u2028and\u2029more\tof\0it\u0085 ")).toBe(
    "Stop. Bcc: eve and more of\uFFFDit\uFFFD",
  );
});
