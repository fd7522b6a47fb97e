import { cents, dollars } from "@/db/sample/ten-thousandths";
import type { Wording } from "@/db/sample/wording";

export type PriceRange = { low: number; high: number };

/** The note to a weighted average price; the range is in cents. */
export function weightedAverageNote(
  wording: Wording,
  side: "sold" | "purchased",
  range: PriceRange,
  company: string,
): string {
  const low = dollars(cents(range.low));
  const high = dollars(cents(range.high));
  const trades = side === "sold" ? "sales" : "purchases";
  return wording.choose(`average of ${trades}`, [
    `The price in Column 4 is a weighted average. The shares were ${side} in several trades at prices ranging from ${low} to ${high}, inclusive. On request, the reporting person will give ${company}, any holder of its securities, or the staff of the SEC full details of the number of shares ${side} at each price within the range stated in footnote ({self}).`,
    `Weighted average price. These shares were ${side} in multiple transactions at prices ranging from ${low} to ${high}. A breakdown by price will be furnished to the SEC staff, the Issuer or a security holder of the Issuer upon request.`,
    `Reflects the weighted average price of ${trades} executed on this date between ${low} and ${high}, inclusive. The Reporting Person undertakes to supply the number of shares ${side} at each separate price to the staff of the Commission, the Issuer, or its stockholders when asked.`,
    `This transaction was carried out in multiple trades at prices ranging from ${low} to ${high} per share, inclusive; the price reported is the weighted average ${side === "sold" ? "sale" : "purchase"} price. The filer will provide information on each trade upon request to the SEC staff, the issuer or any of its shareholders.`,
    `Average price for ${trades} made throughout the day; individual prices were from ${low} to ${high}. Details of each trade are available to the Commission's staff, ${company} or its security holders.`,
  ]);
}

export const blockSaleNote = (discount: string): string =>
  `The shares were sold to the underwriters in a registered offering at the public offering price less an underwriting discount of ${discount} per share.`;

export const currencyNote = (local: string, currency: string, rate: string, when: string): string =>
  `The trades were made at a weighted average price of ${local} per share in ${currency}, converted to U.S. dollars at the rate of ${rate} published for ${when}. Commissions are not included.`;
