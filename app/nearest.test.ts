import { expect, test } from "vitest";
import { hasPage } from "@/app/nearest";
import { nowherePath } from "@/lib/requests/page-address";

test("pages are suggested only for addresses without a page", () => {
  for (const path of [
    "/",
    "/filings",
    "/insiders/1494730",
    "/issuers/KSTG",
    "/filings/0001365555-13-000001",
    "/codes/P",
  ])
    expect(hasPage(path), path).toBe(true);
  for (const path of ["/insider", "/filings/1/2", nowherePath("/insiders/1494730"), nowherePath("/codes/9")])
    expect(hasPage(path), path).toBe(false);
});
