/** How a kind of company pays its people, and what EDGAR's header calls it. */
export type Industry = {
  sic: string;
  office: string;
  /** What yearly awards consist of. */
  awards: readonly ("options" | "rsus" | "psus")[];
  vesting: "quarterly" | "yearly";
  volatility: number;
  drift: number;
};

const TECHNOLOGY = "06 Technology";
const LIFE_SCIENCES = "03 Life Sciences";
const FINANCE = "02 Finance";
const MANUFACTURING = "04 Manufacturing";
const ENERGY = "01 Energy & Transportation";
const TRADE = "07 Trade & Services";
const REAL_ESTATE = "05 Real Estate & Construction";

const industry = (
  sic: string,
  office: string,
  awards: Industry["awards"],
  vesting: Industry["vesting"],
  volatility: number,
  drift = 0.0004,
): Industry => ({ sic, office, awards, vesting, volatility, drift });

export const industries = {
  software: industry(
    "SERVICES-PREPACKAGED SOFTWARE [7372]",
    TECHNOLOGY,
    ["options", "rsus"],
    "quarterly",
    0.021,
    0.0007,
  ),
  networks: industry("COMPUTER COMMUNICATIONS EQUIPMENT [3576]", TECHNOLOGY, ["rsus", "psus"], "yearly", 0.02),
  chips: industry(
    "SEMICONDUCTORS & RELATED DEVICES [3674]",
    MANUFACTURING,
    ["rsus", "psus"],
    "quarterly",
    0.023,
    0.0007,
  ),
  internet: industry(
    "SERVICES-COMPUTER PROCESSING & DATA PREPARATION [7374]",
    TECHNOLOGY,
    ["rsus"],
    "quarterly",
    0.024,
  ),
  drugs: industry("PHARMACEUTICAL PREPARATIONS [2834]", LIFE_SCIENCES, ["options"], "yearly", 0.03, 0.0003),
  biologics: industry(
    "BIOLOGICAL PRODUCTS (NO DIAGNOSTIC SUBSTANCES) [2836]",
    LIFE_SCIENCES,
    ["options", "rsus"],
    "yearly",
    0.031,
  ),
  devices: industry(
    "SURGICAL & MEDICAL INSTRUMENTS & APPARATUS [3841]",
    LIFE_SCIENCES,
    ["options", "rsus"],
    "yearly",
    0.02,
  ),
  healthCare: industry("SERVICES-HOSPITALS [8060]", LIFE_SCIENCES, ["rsus", "psus"], "yearly", 0.017),
  bank: industry("STATE COMMERCIAL BANKS [6022]", FINANCE, ["rsus"], "yearly", 0.013, 0.0002),
  savings: industry("SAVINGS INSTITUTION, FEDERALLY CHARTERED [6035]", FINANCE, ["rsus"], "yearly", 0.012, 0.0002),
  insurance: industry("FIRE, MARINE & CASUALTY INSURANCE [6331]", FINANCE, ["rsus", "psus"], "yearly", 0.014),
  assetManager: industry("INVESTMENT ADVICE [6282]", FINANCE, ["rsus"], "yearly", 0.019),
  fund: industry("", FINANCE, [], "yearly", 0.004, 0.0001),
  payments: industry("SERVICES-BUSINESS SERVICES, NEC [7389]", TRADE, ["rsus", "psus"], "yearly", 0.022),
  machinery: industry(
    "GENERAL INDUSTRIAL MACHINERY & EQUIPMENT [3560]",
    MANUFACTURING,
    ["options", "rsus", "psus"],
    "yearly",
    0.016,
  ),
  aerospace: industry(
    "AIRCRAFT PARTS & AUXILIARY EQUIPMENT, NEC [3728]",
    MANUFACTURING,
    ["rsus", "psus"],
    "yearly",
    0.017,
  ),
  steel: industry(
    "STEEL WORKS, BLAST FURNACES & ROLLING MILLS (COKE OVENS) [3312]",
    MANUFACTURING,
    ["rsus", "psus"],
    "yearly",
    0.021,
  ),
  chemicals: industry(
    "CHEMICALS & ALLIED PRODUCTS [2800]",
    MANUFACTURING,
    ["options", "rsus", "psus"],
    "yearly",
    0.015,
  ),
  packaging: industry("PAPERBOARD CONTAINERS & BOXES [2650]", MANUFACTURING, ["rsus", "psus"], "yearly", 0.013),
  glass: industry("FLAT GLASS [3211]", MANUFACTURING, ["options", "rsus"], "yearly", 0.016),
  food: industry("FOOD AND KINDRED PRODUCTS [2000]", MANUFACTURING, ["options", "rsus", "psus"], "yearly", 0.012),
  consumer: industry(
    "PERFUMES, COSMETICS & OTHER TOILET PREPARATIONS [2844]",
    LIFE_SCIENCES,
    ["options", "rsus"],
    "yearly",
    0.02,
  ),
  toys: industry(
    "GAMES, TOYS & CHILDREN'S VEHICLES (NO DOLLS & BICYCLES) [3944]",
    MANUFACTURING,
    ["rsus"],
    "yearly",
    0.019,
  ),
  restaurants: industry("RETAIL-EATING PLACES [5812]", TRADE, ["options", "rsus"], "yearly", 0.02),
  retail: industry("RETAIL-APPAREL & ACCESSORY STORES [5600]", TRADE, ["rsus", "psus"], "yearly", 0.022),
  hotels: industry("HOTELS & MOTELS [7011]", REAL_ESTATE, ["rsus", "psus"], "yearly", 0.018),
  media: industry("TELEVISION BROADCASTING STATIONS [4833]", TECHNOLOGY, ["options", "rsus"], "yearly", 0.019),
  education: industry("SERVICES-EDUCATIONAL SERVICES [8200]", TRADE, ["rsus"], "yearly", 0.019),
  vehicles: industry("MOTOR VEHICLE PARTS & ACCESSORIES [3714]", MANUFACTURING, ["rsus", "psus"], "yearly", 0.019),
  oil: industry("CRUDE PETROLEUM & NATURAL GAS [1311]", ENERGY, ["rsus", "psus"], "yearly", 0.024),
  pipelines: industry("NATURAL GAS TRANSMISSION [4922]", ENERGY, ["rsus"], "yearly", 0.015),
  drilling: industry("DRILLING OIL & GAS WELLS [1381]", ENERGY, ["rsus"], "yearly", 0.028),
  renewables: industry("COGENERATION SERVICES & SMALL POWER PRODUCERS [4991]", ENERGY, ["rsus"], "yearly", 0.022),
  mining: industry("GOLD AND SILVER ORES [1040]", ENERGY, ["options"], "yearly", 0.024),
  utility: industry("ELECTRIC & OTHER SERVICES COMBINED [4931]", ENERGY, ["rsus", "psus"], "yearly", 0.01),
  shipping: industry("DEEP SEA FOREIGN TRANSPORTATION OF FREIGHT [4412]", ENERGY, ["rsus"], "yearly", 0.023),
  airline: industry("AIR TRANSPORTATION, SCHEDULED [4512]", ENERGY, ["rsus"], "yearly", 0.022),
  railroad: industry("RAILROADS, LINE-HAUL OPERATING [4011]", ENERGY, ["options", "psus"], "yearly", 0.014),
  reit: industry("REAL ESTATE INVESTMENT TRUSTS [6798]", REAL_ESTATE, ["rsus"], "yearly", 0.014),
  timber: industry("AGRICULTURAL PRODUCTION-CROPS [0100]", MANUFACTURING, ["rsus"], "yearly", 0.014),
} satisfies Record<string, Industry>;

export type IndustryName = keyof typeof industries;
