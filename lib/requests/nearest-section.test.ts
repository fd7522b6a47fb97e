import { expect, test } from "vitest";
import { nearestSection } from "./nearest-section";

const SECTIONS = ["/transactions", "/insiders", "/issuers", "/about/data"];

test("finds the section that a reader mistyped", () => {
  expect(nearestSection("/transactons", SECTIONS)).toBe("/transactions");
  expect(nearestSection("/Insider", SECTIONS)).toBe("/insiders");
  expect(nearestSection("/isuers", SECTIONS)).toBe("/issuers");
});

test("finds none for an address that does not resemble a section, or that is one", () => {
  expect(nearestSection("/insiders/tollefsen", SECTIONS)).toBeNull();
  expect(nearestSection("/insiders/1", SECTIONS)).toBeNull();
  expect(nearestSection("/wp-admin", SECTIONS)).toBeNull();
  expect(nearestSection("/issuers", SECTIONS)).toBeNull();
});
