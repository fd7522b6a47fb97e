import { expect, it } from "vitest";
import { shortPath } from "./short-path";

it("keeps the folder and the name, or the archive and its member", () => {
  expect(shortPath("/home/someone/filings/2024/form4.xml")).toBe("2024/form4.xml");
  expect(shortPath("C:\\filings\\2024.zip/form4.xml")).toBe("2024.zip/form4.xml");
  expect(shortPath("form4.xml")).toBe("form4.xml");
});
