import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

const of = (forwarded?: string) =>
  clientAddress({ headers: new Headers(forwarded === undefined ? {} : { "x-forwarded-for": forwarded }) });

test("a client is who our own proxy says it is, whatever the client wrote before", () => {
  expect(of("198.51.100.8")).toBe("198.51.100.8");
  expect(of("203.0.113.7, 198.51.100.8")).toBe("198.51.100.8");
  expect(of("203.0.113.7,2001:db8::1 ")).toBe("2001:db8::1");
  expect(of()).toBe("");
});
