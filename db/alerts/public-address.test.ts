import { describe, expect, test } from "vitest";
import { isPublicAddress, RefusedAddress, resolveHost } from "@/db/alerts/public-address";

describe("an address is public", () => {
  test.each([
    "8.8.8.8",
    "1.1.1.1",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.0.1",
    "172.32.0.1",
    "192.0.1.1",
    "223.255.255.255",
  ])("%s", (address) => expect(isPublicAddress(address)).toBe(true));
  test.each(["2606:4700:4700::1111", "2a00:1450::1", "2001:200::1"])("%s", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
});

describe("an address is not public", () => {
  test.each([
    ["this host", "0.0.0.0"],
    ["private", "10.1.2.3"],
    ["private", "172.16.0.1"],
    ["private", "172.31.255.255"],
    ["private", "192.168.1.1"],
    ["shared by a provider", "100.64.0.1"],
    ["shared by a provider", "100.127.255.255"],
    ["loopback", "127.0.0.1"],
    ["loopback", "127.255.255.254"],
    ["link-local, with the metadata of clouds", "169.254.169.254"],
    ["protocol assignments", "192.0.0.8"],
    ["benchmarks", "198.19.0.1"],
    ["documentation", "203.0.113.1"],
    ["multicast", "224.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["unspecified", "::"],
    ["loopback", "::1"],
    ["mapped loopback", "::ffff:127.0.0.1"],
    ["mapped private", "::ffff:a00:1"],
    ["mapped public", "::ffff:8.8.8.8"],
    ["compatible", "::127.0.0.1"],
    ["NAT64 of a private one", "64:ff9b::10.0.0.1"],
    ["local NAT64", "64:ff9b:1::1"],
    ["Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    ["6to4 of a private one", "2002:a00:1::"],
    ["documentation", "2001:db8::1"],
    ["unique local", "fd00::1"],
    ["link-local", "fe80::1"],
    ["link-local with a zone", "fe80::1%eth0"],
    ["site-local", "fec0::1"],
    ["multicast", "ff02::1"],
  ])("%s: %s", (_, address) => expect(isPublicAddress(address)).toBe(false));
});

const resolving = (...addresses: string[]) => ({
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
});

describe("a host", () => {
  test("is refused if one of its addresses is not public", async () => {
    const refused = resolveHost("a.example", { allowPrivate: false, ...resolving("8.8.8.8", "127.0.0.1") });
    await expect(refused).rejects.toThrow(
      new RefusedAddress(
        "a.example is 127.0.0.1, which is not a public address. To allow it, set ALERT_ALLOW_PRIVATE=1.",
      ),
    );
  });

  test("has all its addresses if they are public, or private ones are allowed", async () => {
    expect(await resolveHost("a.example", { allowPrivate: false, ...resolving("8.8.8.8", "2a00:1450::1") })).toEqual([
      { address: "8.8.8.8", family: 4 },
      { address: "2a00:1450::1", family: 6 },
    ]);
    expect(await resolveHost("a.example", { allowPrivate: true, ...resolving("10.0.0.1") })).toHaveLength(1);
  });

  test.each([
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://[::ffff:127.0.0.1]/",
    "http://127.1/",
  ])("written as %s is loopback", async (address) => {
    await expect(resolveHost(new URL(address).hostname, { allowPrivate: false })).rejects.toThrow(RefusedAddress);
  });
});
