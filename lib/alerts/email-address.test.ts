import { expect, test } from "vitest";
import { readEmailAddress } from "./email-address";

test("reads an address in one spelling", () => {
  expect(readEmailAddress("  Ada.Lovelace+filings@Mail.Example.ORG ")).toBe("ada.lovelace+filings@mail.example.org");
});

test.each([
  "",
  "ada",
  "ada@example",
  "ada@@example.org",
  "ada@example.org, eve@example.org",
  "ada@example.org\r\nBcc: eve@example.org",
  "Ada <ada@example.org>",
  '"ada lovelace"@example.org',
  ".ada@example.org",
  "ada@-example.org",
  "ada@[127.0.0.1]",
  "ädä@example.org",
  `${"a".repeat(65)}@example.org`,
  `ada@${"example.".repeat(40)}org`,
])("%j is not one address", (typed) => {
  expect(readEmailAddress(typed)).toBeNull();
});
