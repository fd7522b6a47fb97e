import { expect, test } from "vitest";
import { isOwnOrigin } from "./own-origin";

const siteUrl = "https://insiders.example.org";

test("accepts a form from this site, by its name, on this machine and by address", () => {
  expect(isOwnOrigin({ origin: siteUrl, host: "127.0.0.1:3000", siteUrl })).toBe(true);
  expect(isOwnOrigin({ origin: "http://localhost:3000", host: "localhost:3000", siteUrl })).toBe(true);
  expect(isOwnOrigin({ origin: "http://192.168.1.5:3000", host: "192.168.1.5:3000", siteUrl })).toBe(true);
  expect(isOwnOrigin({ origin: "http://[::1]:3000", host: "[::1]:3000", siteUrl })).toBe(true);
});

test("rejects a form from another page, even if its name points here", () => {
  expect(isOwnOrigin({ origin: "https://elsewhere.example", host: "localhost:3000", siteUrl })).toBe(false);
  expect(isOwnOrigin({ origin: "http://elsewhere.example:3000", host: "elsewhere.example:3000", siteUrl })).toBe(false);
  expect(isOwnOrigin({ origin: "http://localhost:8080", host: "localhost:3000", siteUrl })).toBe(false);
  expect(isOwnOrigin({ origin: "null", host: "localhost:3000", siteUrl })).toBe(false);
});

test("a program that is not a browser has no origin", () => {
  expect(isOwnOrigin({ origin: null, host: "localhost:3000", siteUrl })).toBe(true);
});
