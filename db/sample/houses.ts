import type { Cast, Insider } from "@/db/sample/cast";
import type { Address } from "@/db/sample/filing";
import { addressIn } from "@/db/sample/issuer";
import { Random } from "@/db/sample/random";

/** An investment house: its funds hold the shares, the rest report them with it. */
export type House = {
  name: string;
  funds: { insider: Insider; shortName: string }[];
  partner: Insider;
  manager: Insider;
  people: Insider[];
};

type Plan = {
  name: string;
  style: "Ventures" | "Capital Partners" | "Opportunities";
  funds: string[];
  people: number;
  seat: string;
};

const PLANS: readonly Plan[] = [
  { name: "Quennell", style: "Ventures", funds: ["III", "III-A"], people: 2, seat: "Menlo Park CA" },
  { name: "Stavemark", style: "Ventures", funds: ["2016"], people: 1, seat: "Boston MA" },
  { name: "Thornlea", style: "Capital Partners", funds: ["V", "V Parallel"], people: 1, seat: "New York NY" },
  { name: "Ottermere", style: "Opportunities", funds: ["Master"], people: 1, seat: "Stamford CT" },
  { name: "Pikestaff", style: "Ventures", funds: ["VII", "VII Entrepreneurs"], people: 3, seat: "Palo Alto CA" },
  { name: "Garroway", style: "Opportunities", funds: ["Value", "Value Offshore"], people: 1, seat: "New York NY" },
  { name: "Hollinsworth", style: "Capital Partners", funds: ["IX"], people: 0, seat: "Chicago IL" },
  { name: "Sorrelton", style: "Ventures", funds: ["II"], people: 1, seat: "San Francisco CA" },
  {
    name: "Wyckmere",
    style: "Ventures",
    funds: ["IV", "IV-B", "Growth", "Growth-A", "Select"],
    people: 7,
    seat: "Cambridge MA",
  },
  { name: "Dunmarrow", style: "Opportunities", funds: ["Concentrated"], people: 2, seat: "Dallas TX" },
];

const NUMERAL = /^[IVX]+$/;

function buildHouse({ name, style, funds, people, seat }: Plan, cast: Cast): House {
  const address: Address = addressIn(seat, new Random(`house/${name}`));
  const persons = Array.from({ length: people }, () => ({ ...cast.person(), address }));
  const signer = persons[0]?.signature ?? cast.attorney();
  const firm = `${name} ${style}`;
  const partnerName = style === "Ventures" ? `${firm} Partners, L.L.C.` : `${firm} GP, LLC`;
  const by = `By: /s/ ${signer}`;
  const fund = (mark: string) => {
    const shortName =
      NUMERAL.test(mark.split(/[ -]/)[0] ?? "") || /\d/.test(mark)
        ? `${firm} ${mark}, L.P.`
        : `${firm} ${mark} Fund, LP`;
    const signature = `${shortName}, By: ${partnerName}, its general partner, ${by}, Managing Member`;
    return { shortName, insider: cast.entity(shortName, signature, address) };
  };
  return {
    name: firm,
    funds: funds.map(fund),
    partner: cast.entity(partnerName, `${partnerName}, ${by}, Managing Member`, address),
    manager: cast.entity(
      `${firm} Management Company, LLC`,
      `${firm} Management Company, LLC, ${by}, Chief Financial Officer`,
      address,
    ),
    people: persons,
  };
}

/** Houses are few, and invest in more than one company. */
export class Houses {
  readonly #built: House[] = [];
  #next = 0;

  constructor(private readonly cast: Cast) {}

  next(): House {
    this.#next += 1;
    return this.#at((this.#next - 1) % PLANS.length);
  }

  named(name: string): House {
    return this.#at(PLANS.findIndex((plan) => plan.name === name));
  }

  #at(index: number): House {
    const plan = PLANS[index];
    if (!plan) throw new Error("no such house");
    this.#built[index] ??= buildHouse(plan, this.cast);
    return this.#built[index];
  }
}
