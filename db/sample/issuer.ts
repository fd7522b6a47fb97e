import { type Day, day } from "@/db/sample/calendar";
import type { Address, FilerStyle, IssuerOnFiling } from "@/db/sample/filing";
import { type Industry, industries } from "@/db/sample/industries";
import type { IssuerProfile, Trait } from "@/db/sample/issuer-profiles";
import { Random } from "@/db/sample/random";
import { FIRST_DAY, FOREIGN_INSIDERS_DAY, LAST_DAY } from "@/db/sample/span";
import { Wording } from "@/db/sample/wording";

/** How an issuer's people and their lawyers fill in the forms, year after year. */
export type Habits = {
  style: FilerStyle;
  /** Restricted stock units stand in Table II until they vest, or in Table I from the grant on. */
  unitsIn: "I" | "II";
  /** Table II gives what is left of the one award, or of all awards alike. */
  unitsLeft: "of the award" | "of all awards";
  /** Performance units are reported when granted, or when earned. */
  performanceUnits: "at grant" | "when earned";
  taxBy: "withholding" | "sale";
  /** The price of shares that cost nothing: a zero, or only a note. */
  freeShares: "zero" | "note";
  optionTitle: string;
  unitTitle: string;
  trustNature: string;
  signer: "self" | "attorney";
  attorney: string;
  /** Holdings in other lines than those traded stand after, between or before the trades. */
  holdings: "after" | "between" | "before";
  directorsElectedInMonth: number;
  awardMonth: number;
};

export type Issuer = {
  cik: string;
  index: number;
  profile: IssuerProfile;
  industry: Industry;
  habits: Habits;
  wording: Wording;
  address: Address;
  phone: string;
  fileNumber: string;
  /** The days from and to which its insiders report. */
  from: Day;
  until: Day;
};

export const has = (issuer: Issuer, trait: Trait) => issuer.profile.traits.includes(trait);

const RENAMED = { on: day("2023-09-05"), name: "Noverra AI, Inc.", symbol: "NVRA" };

export const takeoverDays = { "tender offer": day("2022-08-18"), merger: day("2023-03-31") } as const;

/** Companies that went public within the sample's years, and when. */
const OFFERINGS: Record<string, Day> = {
  BRDC: day("2021-06-10"),
  THSM: day("2019-10-24"),
  CNDH: day("2020-09-17"),
  HXLR: day("2021-11-04"),
  PLVR: day("2024-05-16"),
};

/** Name and symbols as they were on a day. */
export function issuerOn(issuer: Issuer, at: Day): IssuerOnFiling {
  const { name, symbol } = issuer.profile;
  const foreignSymbol = has(issuer, "foreign private issuer") ? "SKAGV" : null;
  if (!has(issuer, "renamed") || at < RENAMED.on) {
    return { cik: issuer.cik, name, symbol, foreignSymbol, formerNames: [] };
  }
  return {
    cik: issuer.cik,
    name: RENAMED.name,
    symbol: RENAMED.symbol,
    foreignSymbol,
    formerNames: [{ name, changed: RENAMED.on }],
  };
}

/** New shares for each old one: 2, or 0.1. */
export type Split = { on: Day; factor: number; ratio: string };

export function splitsOf(issuer: Issuer): Split[] {
  if (has(issuer, "split")) return [{ on: day("2021-07-20"), factor: 2, ratio: "2-for-1" }];
  if (has(issuer, "reverse split")) return [{ on: day("2022-06-08"), factor: 0.1, ratio: "1-for-10" }];
  return [];
}

/** What a number of shares of an earlier day is now, after splits in between. */
export const splitFactor = (issuer: Issuer, from: Day, to: Day): number =>
  splitsOf(issuer).reduce((factor, split) => (split.on > from && split.on <= to ? factor * split.factor : factor), 1);

const wentPublicOn = (issuer: Issuer): Day | null =>
  has(issuer, "going public") ? (OFFERINGS[issuer.profile.symbol] ?? null) : null;

const FOREIGN: Record<string, string> = { D0: "BERMUDA", G7: "DENMARK", A1: "BRITISH COLUMBIA, CANADA" };

const STREETS = [
  "Foundry Street",
  "Harbor Point Drive",
  "Old Mill Road",
  "Corporate Woods Parkway",
  "Lantern Lane",
  "West Meridian Avenue",
  "Granite Ridge Road",
  "Innovation Way",
  "Courthouse Square",
  "North Orchard Street",
  "Quarry Hill Road",
  "Riverbend Boulevard",
];

const ZIP_PREFIXES: Record<string, string> = {
  AL: "352",
  AZ: "852",
  CA: "941",
  CO: "802",
  CT: "068",
  DE: "198",
  FL: "328",
  GA: "303",
  IA: "503",
  ID: "837",
  IL: "606",
  IN: "464",
  KS: "672",
  KY: "402",
  MA: "021",
  MD: "208",
  MI: "480",
  MN: "554",
  MT: "598",
  NC: "277",
  NE: "681",
  NH: "034",
  NJ: "085",
  NV: "891",
  NY: "146",
  OH: "432",
  OK: "741",
  OR: "972",
  PA: "191",
  RI: "029",
  TN: "372",
  TX: "752",
  UT: "841",
  VA: "201",
  VT: "054",
  WA: "981",
  WI: "532",
};

const FOREIGN_ZIP: Record<string, string> = { D0: "HM 11", G7: "6700", A1: "V6C 2B5" };

/** A seat at an invented address; EDGAR prints addresses in capitals. */
export function addressIn(seat: string, random: Random): Address {
  const city = seat.slice(0, -3).toUpperCase();
  const state = seat.slice(-2);
  const street = `${random.int(10, 9400)} ${random.pick(STREETS)}`.toUpperCase();
  const suite = random.chance(0.45) ? `SUITE ${random.int(1, 24) * 50}` : "";
  const foreign = FOREIGN[state] ?? null;
  const zip = FOREIGN_ZIP[state] ?? `${ZIP_PREFIXES[state]}${random.int(10, 79)}`;
  return { street1: street, street2: suite, city, state, zip, foreign };
}

const OPTION_TITLES = [
  "Stock Option (Right to Buy)",
  "Employee Stock Option (right to buy)",
  "Non-Qualified Stock Option (right to buy)",
  "Stock Options",
];

const TRUST_NATURES = ["By Trust", "by Trust", "By Family Trust", "Held in trust", "See footnote"];

const FILE_NAMES: FilerStyle["fileName"][] = [
  "form4.xml",
  "ownership.xml",
  "wk-form4",
  "primary_doc.xml",
  "edgardoc.xml",
];

function habitsOf(profile: IssuerProfile, attorney: string, random: Random): Habits {
  const words = random.chance(0.3);
  // The company of the sample's busiest insider has the habits that most have.
  const usual = profile.traits.includes("showpiece");
  return {
    style: {
      booleans: words ? ["false", "true"] : ["0", "1"],
      omitsFalse: random.chance(0.3),
      keepsEmpty: random.chance(0.5),
      emptyNature: random.chance(0.12),
      sharePlaces: random.chance(0.06) ? 2 : 0,
      pricePlaces: random.pick([0, 0, 2, 2, 4]),
      oneLine: random.chance(0.08),
      fileName: random.pick(FILE_NAMES),
    },
    unitsIn: usual || random.chance(0.62) ? "II" : "I",
    unitsLeft: random.chance(0.65) ? "of the award" : "of all awards",
    performanceUnits: random.chance(0.6) ? "when earned" : "at grant",
    taxBy: usual || random.chance(0.82) ? "withholding" : "sale",
    freeShares: random.chance(0.72) ? "zero" : "note",
    optionTitle: random.pick(OPTION_TITLES),
    unitTitle: random.pick(["Restricted Stock Units", "Restricted Stock Unit", "Restricted Share Units", "RSUs"]),
    trustNature: usual ? "By Trust" : random.pick(TRUST_NATURES),
    signer: random.chance(0.6) ? "attorney" : "self",
    attorney,
    holdings: random.pick(["after", "after", "between", "before"]),
    directorsElectedInMonth: random.pick([4, 5, 5, 6, 6]),
    awardMonth: random.pick([1, 2, 2, 3]),
  };
}

export function issuerFrom(profile: IssuerProfile, index: number, attorney: string): Issuer {
  const seed = `issuer/${index}/${profile.name}`;
  const random = new Random(seed);
  const issuer: Issuer = {
    cik: String(9_900_000_001 + index),
    index,
    profile,
    industry: industries[profile.industry],
    habits: habitsOf(profile, attorney, random.child("habits")),
    wording: new Wording(seed),
    address: addressIn(profile.seat, random.child("address")),
    phone: `${random.int(201, 979)}-555-01${random.int(10, 99)}`,
    fileNumber: `001-9${String(1000 + index).slice(-4)}`,
    from: FIRST_DAY,
    until: LAST_DAY,
  };
  if (has(issuer, "foreign private issuer")) issuer.from = FOREIGN_INSIDERS_DAY;
  if (has(issuer, "tender offer")) issuer.until = takeoverDays["tender offer"] + 6;
  if (has(issuer, "merger")) issuer.until = takeoverDays.merger + 6;
  issuer.from = wentPublicOn(issuer) ?? issuer.from;
  return issuer;
}
