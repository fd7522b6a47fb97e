/** Where a company's SIC code comes from: the header of a submission, or EDGAR's own list of the company's filings. */
export type IndustrySource = "filing" | "edgar";

/** The industry of a company, as the SEC classifies it. */
export type Industry = {
  /** Four digits of the Standard Industrial Classification. */
  code: string;
  /** Its name, as the source spells it. */
  name: string;
  source: IndustrySource;
  /** The filing date of the submission, or the day on which EDGAR's list was read. */
  asOf: string;
};

/** A code as a source states it; null if it is not one. EDGAR writes 0000 for "unknown". */
export function parseSicCode(text: string): string | null {
  const digits = text.trim();
  if (!/^\d{3,4}$/.test(digits)) return null;
  const code = digits.padStart(4, "0");
  return code === "0000" ? null : code;
}

/** The divisions of the SIC, by the first two digits with which they begin. */
const DIVISIONS: readonly [from: number, to: number, name: string][] = [
  [1, 9, "Agriculture, forestry and fishing"],
  [10, 14, "Mining"],
  [15, 17, "Construction"],
  [20, 39, "Manufacturing"],
  [40, 49, "Transportation, communications and utilities"],
  [50, 51, "Wholesale trade"],
  [52, 59, "Retail trade"],
  [60, 67, "Finance, insurance and real estate"],
  [70, 89, "Services"],
  [91, 97, "Public administration"],
  [99, 99, "Nonclassifiable establishments"],
];

/** The major groups of the SIC, by the first two digits. */
const MAJOR_GROUPS: Readonly<Record<string, string>> = {
  "01": "Crops",
  "02": "Livestock",
  "07": "Agricultural services",
  "08": "Forestry",
  "09": "Fishing, hunting and trapping",
  "10": "Metal mining",
  "12": "Coal mining",
  "13": "Oil and gas extraction",
  "14": "Mining of nonmetallic minerals",
  "15": "Building construction",
  "16": "Heavy construction",
  "17": "Special trade contractors",
  "20": "Food and kindred products",
  "21": "Tobacco products",
  "22": "Textile mill products",
  "23": "Apparel",
  "24": "Lumber and wood products",
  "25": "Furniture and fixtures",
  "26": "Paper and allied products",
  "27": "Printing and publishing",
  "28": "Chemicals and drugs",
  "29": "Petroleum refining",
  "30": "Rubber and plastics products",
  "31": "Leather products",
  "32": "Stone, clay, glass and concrete products",
  "33": "Primary metals",
  "34": "Fabricated metal products",
  "35": "Industrial machinery and computer equipment",
  "36": "Electronic and other electrical equipment",
  "37": "Transportation equipment",
  "38": "Instruments, and medical and optical goods",
  "39": "Miscellaneous manufacturing",
  "40": "Railroads",
  "41": "Local passenger transportation",
  "42": "Trucking and warehousing",
  "44": "Water transportation",
  "45": "Air transportation",
  "46": "Pipelines, except natural gas",
  "47": "Transportation services",
  "48": "Communications",
  "49": "Electric, gas and sanitary services",
  "50": "Wholesale of durable goods",
  "51": "Wholesale of nondurable goods",
  "52": "Building materials and garden stores",
  "53": "General merchandise stores",
  "54": "Food stores",
  "55": "Car dealers and gasoline stations",
  "56": "Apparel stores",
  "57": "Home furniture stores",
  "58": "Eating and drinking places",
  "59": "Miscellaneous retail",
  "60": "Depository institutions",
  "61": "Nondepository credit institutions",
  "62": "Security and commodity brokers",
  "63": "Insurance carriers",
  "64": "Insurance agents and brokers",
  "65": "Real estate",
  "67": "Holding and other investment offices",
  "70": "Hotels and other lodging places",
  "72": "Personal services",
  "73": "Business services",
  "75": "Car repair, services and parking",
  "76": "Miscellaneous repair services",
  "78": "Motion pictures",
  "79": "Amusement and recreation services",
  "80": "Health services",
  "81": "Legal services",
  "82": "Educational services",
  "83": "Social services",
  "84": "Museums, galleries and gardens",
  "86": "Membership organizations",
  "87": "Engineering, accounting, research and management services",
  // EDGAR's own use of these codes.
  "88": "American depositary receipts and foreign governments",
  "89": "Miscellaneous services",
};

/** The first two digits of every major group, and those of establishments that cannot be classified. */
export const INDUSTRY_GROUPS: readonly string[] = [...Object.keys(MAJOR_GROUPS), "99"].sort();

/** The group of a code, or of its first digits: its major group if that is known, and otherwise its division. */
export function industryGroup(digits: string): string | null {
  if (digits.length < 2) return null;
  const two = digits.slice(0, 2);
  const major = MAJOR_GROUPS[two];
  if (major !== undefined) return major;
  return DIVISIONS.find(([from, to]) => Number(two) >= from && Number(two) <= to)?.[2] ?? null;
}

/** "SIC 3559, special industry machinery, NEC". Headers have names in capital letters. */
export const describeIndustry = ({ code, name }: Pick<Industry, "code" | "name">): string =>
  name === "" ? `SIC ${code}` : `SIC ${code}, ${name === name.toUpperCase() ? fromCapitals(name) : name}`;

const fromCapitals = (name: string) => name.toLowerCase().replace(/\bnec\b/g, "NEC");
