import { expect, test } from "vitest";
import { decodeText } from "./decode-text";

test("reads UTF-8, and otherwise Windows-1252, which has quotation marks where Latin-1 has control characters", () => {
  expect(decodeText(Buffer.from("“plan”", "utf8"))).toBe("“plan”");
  expect(decodeText(Buffer.from([0x93, 0x70, 0x6c, 0x61, 0x6e, 0x94, 0x80, 0xe9]))).toBe("“plan”€é");
});
