import { lookup } from "node:dns/promises";
import { BlockList, isIPv6 } from "node:net";

/** IPv4 networks that are not public, according to the IANA registry of special-purpose addresses, with multicast and the reserved block. */
const NOT_PUBLIC = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3",
];

/** Only this part of IPv6 is public. Addresses that contain an IPv4 address (mapped, NAT64) are outside it. */
const PUBLIC_IPV6 = ["2000::/3"];
/** The parts of it that are not public: protocol assignments such as Teredo, documentation, and 6to4, which contains an IPv4 address. */
const NOT_PUBLIC_IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

function listOf(family: "ipv4" | "ipv6", networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

const notPublic = listOf("ipv4", NOT_PUBLIC);
const publicIpv6 = listOf("ipv6", PUBLIC_IPV6);
const notPublicIpv6 = listOf("ipv6", NOT_PUBLIC_IPV6);

/** Whether an IP address is one of the public internet. */
export const isPublicAddress = (address: string): boolean =>
  isIPv6(address)
    ? publicIpv6.check(address, "ipv6") && !notPublicIpv6.check(address, "ipv6")
    : !notPublic.check(address, "ipv4");

export class RefusedAddress extends Error {}

type Resolved = { address: string; family: number };

/**
 * The addresses of a host, if we may connect to all of them. A connection must use these and not resolve the name again, because a
 * second answer may differ.
 * @param host as in an address: a name, or an IP address, with brackets for IPv6
 * @throws RefusedAddress, or the error of the resolver
 */
export async function resolveHost(
  host: string,
  { allowPrivate, resolve = resolveAll }: { allowPrivate: boolean; resolve?: (name: string) => Promise<Resolved[]> },
): Promise<[Resolved, ...Resolved[]]> {
  const [first, ...others] = await resolve(host.replace(/^\[|\]$/g, ""));
  if (first === undefined) throw new RefusedAddress(`${host} has no address.`);
  const refused = [first, ...others].find(({ address }) => !isPublicAddress(address));
  if (refused !== undefined && !allowPrivate)
    throw new RefusedAddress(
      `${host} is ${refused.address}, which is not a public address. To allow it, set ALERT_ALLOW_PRIVATE=1.`,
    );
  return [first, ...others];
}

const resolveAll = (name: string) => lookup(name, { all: true });
