import { expect, test } from "vitest";
import { publishedFacts } from "./published-facts";
import { readFacts } from "./read-facts";

/** What a note states, in words that change their order, or have others in between. */
const stated = (text: string): string => {
  const { facts } = publishedFacts(text, readFacts(text));
  const { holder, includes_components: parts, vesting, ...others } = facts as Record<string, unknown>;
  const names = (holder as { name: string }[] | undefined)?.map(({ name }) => name);
  const counts = (parts as { what: string; shares: string }[] | undefined)?.map(
    ({ what, shares }) => `${what} ${shares}`,
  );
  const dates = vesting as { first: string | null; last: string | null } | undefined;
  return [
    ...(names ? [`holder ${names.join(" + ")}`] : []),
    ...(counts ? [`parts ${counts.join(" + ")}`] : []),
    ...(dates ? [`vesting ${dates.first} ${dates.last}`] : []),
    ...Object.entries(others).map(([key, value]) => `${key} ${JSON.stringify(value)}`),
  ].join("; ");
};

test.each([
  [
    "The securities are owned, in equal parts, by the Brook Trust and the Dell Trust.",
    "holder Brook Trust + Dell Trust",
  ],
  [
    "Each of the following owns 400 of these shares: the Ash Trust and Elm Holdings LLC.",
    "holder Ash Trust + Elm Holdings LLC; parts other 400",
  ],
  ["The owner - Sable Point Holdings LLC - is controlled by the director.", "holder Sable Point Holdings LLC"],
  [
    "Lorne Capital Fund II, L.P. became the owner of 12,000 warrants at the closing.",
    "holder Lorne Capital Fund II, L.P.",
  ],
  ["Shares were acquired not by Ms. Varden but by Thistle Investors LLC.", "holder Thistle Investors LLC"],
  ["He is a trustee of the Marlow Trust, in which these shares are held.", "holder Marlow Trust"],
  ["By the estate of Conrad Weiss, of which she is executor.", "holder estate of Conrad Weiss"],
  [
    "Indirectly, as follows: by trust, 1,200; by daughter, 300.",
    "holder trust + daughter; parts other 1200 + other 300",
  ],
  ["Partners of Ashby Seed Fund, L.P. received these shares from it, pro rata.", 'transfer {"kind":"distribution"}'],
  [
    "The court awarded her former husband 4,000 of the shares in the divorce.",
    'holder former husband; transfer {"kind":"divorce"}',
  ],
  [
    "Without consideration, the shares went from Ms. Varden to Kestrel Holdings LLC.",
    'holder Kestrel Holdings LLC; transfer {"kind":"to_entity"}',
  ],
  ["The trustee of the Poole Trust delivered the shares to him free of trust.", 'transfer {"kind":"from_trust"}'],
  ["Transfers to the trust are planned for later in the year.", ""],
  [
    "A gift of 400 shares, after which she holds 9,000 shares, was made to the Alder School.",
    'holder Alder School; gift {"to":"charity"}',
  ],
  ["Her foundation received the shares by gift from her.", 'holder foundation; gift {"to":"charity"}'],
  ["An earlier version of this note said that the shares had been gifted. They were sold.", ""],
  ["She has a Rule 10b5-1 plan, but this sale was made outside it.", 'plan_10b5_1 "not_under"'],
  ["Ms. Varden's 10b5-1 plan had no bearing on this purchase.", 'plan_10b5_1 "not_under"'],
  ["Earlier sales were made under a Rule 10b5-1 plan. The sale reported here was not.", 'plan_10b5_1 "not_under"'],
  [
    "Adopted on March 3, 2020 and amended on June 5, 2020, the Rule 10b5-1 plan governed these sales.",
    'plan_10b5_1 "made_under"; plan_adopted ["2020-03-03"]; plan_modified ["2020-06-05"]',
  ],
  ["Total includes: RSUs - 1,400; PSUs - 300.", "parts rsu 1400 + psu 300"],
  [
    "The total is made up of 4,000 restricted shares and 612 shares bought through the ESPP.",
    "parts restricted_stock 4000 + espp 612",
  ],
  ["Performance share units make up 3,000 of the reported units.", "parts psu 3000"],
  ["Of the shares reported, 212 came from dividend reinvestment.", "parts drip 212"],
  ["The restricted period ends on June 1, 2025.", "vesting 2025-06-01 2025-06-01"],
  ["The units were to vest on May 1, 2024 but were cancelled on her resignation.", ""],
  [
    "For every 10 rights held, the holder receives one ordinary share.",
    'conversion_ratio [{"per":"10","into":"1","of":"shares"}]',
  ],
  ["Convertible into 2.5 ordinary shares each.", 'conversion_ratio [{"per":"1","into":"2.5","of":"shares"}]'],
  ["Restated for the reverse split (1 new for 20 old) on May 3, 2021.", 'split [{"ratio":"1:20","date":"2021-05-03"}]'],
  ["The board has not effected the reverse split of one for five.", ""],
  [
    "The sales ranged from $10.00 to $10.40, not from $10.00 to $10.04.",
    'price_ranges [{"low":"10.00","high":"10.40","currency":"USD"}]',
  ],
  ["On average, $12.40 was paid per share.", "weighted_average true"],
  ["The weighted average of these prices is reported above.", "weighted_average true"],
  ["Shares withheld pursuant to tax withholding rights.", 'tax_withholding {"method":"withheld","purpose":["tax"]}'],
  [
    "The Board approved the grant for purposes of Rule 16b-3(d), under which it is exempt.",
    'exempt_acquisition [{"rule":"16b-3(d)"}]',
  ],
  [
    "The preferred shares convert at a ratio of 1:1.2, 5% in each of the years 2025 to 2029.",
    'conversion_ratio [{"per":"1","into":"1.2","of":"shares"}]',
  ],
  ["He sold the shares to buy a house and not to pay taxes.", ""],
  ["The reporting person withdraws the disclaimer of beneficial ownership made in earlier reports.", ""],
])("%s", (text, expected) => {
  expect(stated(text)).toBe(expected);
});
