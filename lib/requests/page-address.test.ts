import { expect, it } from "vitest";
import {
  answersWithData,
  askedPath,
  isDecodable,
  isNextsOwn,
  nowherePath,
  shownAt,
  thingInPath,
  withoutEmptyParams,
} from "./page-address";

it("recognises the page of one thing by its path", () => {
  expect(thingInPath("/filings/0000320193-25-000012")).toEqual({ directory: "filings", name: "0000320193-25-000012" });
  expect(thingInPath("/issuers/BRK%2FB")).toEqual({ directory: "issuers", name: "BRK/B" });
  expect(thingInPath("/codes/%")).toEqual({ directory: "codes", name: "%" });
});

it("excludes lists, deeper paths and data formats", () => {
  for (const path of [
    "/",
    "/filings",
    "/insiders/1494730/more",
    "/insiders/1494730.csv",
    "/transactions.ndjson",
    "/transactions",
    "/about/data",
  ]) {
    expect(thingInPath(path)).toBeNull();
  }
});

it("keeps the requested address in the path of an unknown page", () => {
  expect(askedPath(nowherePath("/filings/0000320193-25-000012"))).toBe("/filings/0000320193-25-000012");
  expect(askedPath("/nowhere-else")).toBe("/nowhere-else");
});

it("distinguishes the content of a document from a page of ours", () => {
  for (const path of [
    "/filings/1.xml",
    "/filings/1/as/xml",
    "/index.json",
    "/filings/1/original",
    "/import/abc/image",
    "/filings/1/card.png",
  ]) {
    expect(answersWithData(path), path).toBe(true);
  }
  for (const path of ["/", "/filings/1", "/import/abc", "/about/data", "/original"]) {
    expect(answersWithData(path), path).toBe(false);
  }
});

it("cannot decode a percent sign that encodes nothing", () => {
  expect(isDecodable("/issuers/BRK%2FB")).toBe(true);
  for (const path of ["/filings/%zz.json", "/insiders/%ff/as/json", "/codes/%"])
    expect(isDecodable(path), path).toBe(false);
});

it("treats a page that Next builds for itself as unknown, but not its scripts", () => {
  expect(isNextsOwn("/_global-error")).toBe(true);
  expect(isNextsOwn("/_not-found")).toBe(true);
  expect(isNextsOwn("/_next/static/chunk.js")).toBe(false);
  expect(isNextsOwn("/transactions")).toBe(false);
});

it("leaves out what a plain form sends for blank fields, and nothing else", () => {
  expect(withoutEmptyParams("?issuer=&code=P&code=S&filed-from=&filed-to=%20")).toBe("?code=P&code=S");
  expect(withoutEmptyParams("?q=&sort")).toBe("");
  for (const whole of ["", "?code=P", "?q=a%3D", "?__proto__=y&q==", "?q=+a"]) {
    expect(withoutEmptyParams(whole)).toBe(whole);
  }
});

it("knows the subject of an address's version, in any format", () => {
  const filing = { thing: { directory: "filings", name: "0000320193-25-000012" }, scope: "thing" };
  for (const end of ["", ".json", ".xml", "/as/csv", "/original", "/citation/ris"])
    expect(shownAt(`/filings/0000320193-25-000012${end}`, "?version=1"), end).toEqual(filing);
  const insider = { directory: "insiders", name: "1494730" };
  expect(shownAt("/insiders/1494730.atom", "")).toEqual({ thing: insider, scope: "thing" });
  expect(shownAt("/embed/insiders/1494730", "")).toEqual({ thing: insider, scope: "thing" });
  // A card has the version of its page, and its own version in the address.
  expect(shownAt("/insiders/1494730/card.png", "?v=abc")).toEqual({ thing: insider, scope: "thing" });
  expect(shownAt("/insiders/1494730/card.png", "?code=S&v=abc")).toEqual({ thing: insider, scope: "record" });
  // A filter may name anyone.
  expect(shownAt("/insiders/1494730", "?issuer=320193")).toEqual({ thing: insider, scope: "record" });
  for (const path of ["/", "/index.json", "/codes/P", "/insiders", "/search.json", "/nothing/here"])
    expect(shownAt(path, ""), path).toEqual({ thing: null, scope: "record" });
  expect(shownAt("/about/data.json", "")).toEqual({ thing: null, scope: "operations" });
});
