import type { IndustryName } from "@/db/sample/industries";

/** What makes one of the sample's companies different from the others. */
export type Trait =
  | "showpiece"
  | "renamed"
  | "split"
  | "reverse split"
  | "two classes"
  | "going public"
  | "tender offer"
  | "merger"
  | "reinvests dividends"
  | "stock purchase plan"
  | "foreign private issuer"
  | "Canadian"
  | "partnership"
  | "operating partnership"
  | "activist"
  | "sponsor"
  | "family"
  | "swaps"
  | "warrants"
  | "convertible notes"
  | "voting trust"
  | "many owners"
  | "market falls"
  | "retirement plan"
  | "phantom stock"
  | "no awards";

export type IssuerProfile = {
  name: string;
  symbol: string;
  industry: IndustryName;
  /** Seat, as `City ST`. */
  seat: string;
  size: "small" | "mid" | "large";
  price: number;
  traits: readonly Trait[];
  title: string;
  fiscalYearEnd: string;
};

const issuer = (
  name: string,
  symbol: string,
  industry: IndustryName,
  seat: string,
  size: IssuerProfile["size"],
  price: number,
  traits: readonly Trait[] = [],
  rest: { title?: string; fiscalYearEnd?: string } = {},
): IssuerProfile => ({
  name,
  symbol,
  industry,
  seat,
  size,
  price,
  traits,
  title: "Common Stock",
  fiscalYearEnd: "1231",
  ...rest,
});

/** Invented companies: no name or symbol here is that of a real one. */
export const issuerProfiles: readonly IssuerProfile[] = [
  issuer("Corvane Systems, Inc.", "CVNS", "software", "Redwood City CA", "large", 84, [
    "showpiece",
    "stock purchase plan",
  ]),
  issuer("Lumetrix Software Inc.", "LMTX", "software", "Austin TX", "mid", 41, ["stock purchase plan"], {
    fiscalYearEnd: "0131",
  }),
  issuer("Tidewell Analytics, Inc.", "TDWL", "internet", "Boston MA", "mid", 28, ["renamed"]),
  issuer("Paxelo Networks Inc", "PXLO", "networks", "San Jose CA", "mid", 35, ["stock purchase plan"], {
    fiscalYearEnd: "0731",
  }),
  issuer("Brindlecloud Holdings, Inc.", "BRDC", "software", "Seattle WA", "mid", 30, ["going public", "two classes"], {
    title: "Class A Common Stock",
  }),
  issuer("Quorvex Semiconductor Corp", "QRVX", "chips", "Chandler AZ", "large", 118, ["split", "stock purchase plan"], {
    title: "Common Stock, par value $0.001 per share",
    fiscalYearEnd: "0930",
  }),
  issuer("Helionyx Photonics Inc.", "HLYX", "chips", "Rochester NY", "small", 14, ["market falls"]),
  issuer("Marrowgate Security, Inc.", "MWGT", "internet", "Reston VA", "mid", 52, ["sponsor"]),
  issuer("Zelvara Therapeutics, Inc.", "ZLVR", "drugs", "Cambridge MA", "mid", 22, ["many owners", "market falls"]),
  issuer("Ixoria Biosciences, Inc.", "IXOR", "biologics", "San Diego CA", "small", 24, ["reverse split"], {
    title: "Common Stock, $0.0001 par value",
  }),
  issuer("Thessamer Genomics, Inc.", "THSM", "biologics", "South San Francisco CA", "mid", 33, ["going public"]),
  issuer("Orrinval Pharmaceuticals Inc", "ORNV", "drugs", "Princeton NJ", "mid", 46),
  issuer("Caldermed Devices, Inc.", "CDMD", "devices", "Minneapolis MN", "large", 96, ["stock purchase plan"], {
    fiscalYearEnd: "0430",
  }),
  issuer("Pellucent Diagnostics Corp.", "PLCD", "devices", "Salt Lake City UT", "small", 11, ["convertible notes"]),
  issuer("Norrisbrook Health Partners Inc", "NRBK", "healthCare", "Nashville TN", "large", 73),
  issuer("Avelisse Surgical, Inc.", "AVLS", "devices", "Irvine CA", "small", 19, ["market falls"]),
  issuer("Harrowvale Bancorp Inc", "hvbk", "bank", "Millersburg OH", "small", 26, ["reinvests dividends"], {
    title: "common",
  }),
  issuer("Quillstone Financial Group, Inc.", "QSFG", "bank", "Charlotte NC", "large", 48, ["phantom stock"]),
  issuer("Tamarack Ferry Bancshares Corp", "TFBK", "savings", "Duluth MN", "small", 17, ["reinvests dividends"]),
  issuer("Merrowdale Insurance Holdings Ltd", "MRDI", "insurance", "Hamilton D0", "large", 61, [], {
    title: "Common Shares",
  }),
  issuer("Saltbridge Capital Lending Corp", "NONE", "fund", "Chicago IL", "small", 20, [
    "no awards",
    "reinvests dividends",
  ]),
  issuer("Fenwright Community Bancorp", "N/A", "savings", "Keene NH", "small", 12, [
    "reinvests dividends",
    "no awards",
  ]),
  issuer("Lockhaven Asset Management, L.P.", "LKHV", "assetManager", "Greenwich CT", "mid", 29, ["partnership"], {
    title: "Class A Units",
  }),
  issuer("Drummore Industries, Inc.", "DRMR", "machinery", "Milwaukee WI", "large", 88, ["retirement plan"]),
  issuer("Stellick Aerospace Corp", "STLK", "aerospace", "Wichita KS", "mid", 44, ["retirement plan"]),
  issuer("Kestrow Machine Works, Inc.", "KSTW", "machinery", "Rockford IL", "small", 23, ["family"], {
    title: "Common Stock, no par value",
  }),
  issuer("Penhallow Controls, Inc.", "PNHL", "machinery", "Providence RI", "mid", 57),
  issuer("Ironmere Steel Corporation", "IRMR", "steel", "Gary IN", "mid", 31, ["market falls", "retirement plan"]),
  issuer("Brunskall Rail & Freight Co", "BKSL", "railroad", "Omaha NE", "large", 132),
  issuer("Aldergate Packaging Corp", "ALDG", "packaging", "Atlanta GA", "mid", 39, ["sponsor"]),
  issuer("Wexcombe Chemicals Inc.", "WXCM", "chemicals", "Wilmington DE", "mid", 64, ["activist"]),
  issuer("Torvald Filtration, Inc.", "TVFL", "machinery", "Louisville KY", "small", 21, ["activist", "swaps"]),
  issuer("Sagehollow Energy Partners, L.P.", "SGHP", "pipelines", "Tulsa OK", "mid", 24, ["partnership"], {
    title: "Common Units (Limited Partner Interests)",
  }),
  issuer("Pellworth Petroleum Corp", "PLWP", "oil", "Midland TX", "mid", 37, ["market falls"]),
  issuer("Gulfmarrow Drilling Inc", "GMDR", "drilling", "Houston TX", "small", 9, ["warrants", "market falls"]),
  issuer(
    "Solvane Renewables, Inc.",
    "SLVN",
    "renewables",
    "Denver CO",
    "mid",
    18,
    ["two classes", "convertible notes"],
    {
      title: "Class A Common Stock",
    },
  ),
  issuer("Tarnwick Minerals Inc.", "TNWK", "mining", "Reno NV", "small", 4, ["family", "market falls"]),
  issuer("Northquill Water & Power Company", "NQWP", "utility", "Portland OR", "large", 55, [
    "phantom stock",
    "reinvests dividends",
  ]),
  issuer("Larkmoor Gas Utilities Inc", "LKMG", "utility", "Des Moines IA", "mid", 49, ["reinvests dividends"]),
  issuer("Fernhollow Foods Company", "FRNH", "food", "Boise ID", "large", 58, ["family", "voting trust"]),
  issuer("Bellquarry Brands, Inc.", "BQA BQB", "food", "Philadelphia PA", "mid", 42, ["two classes", "family"], {
    title: "Class A Common Stock",
  }),
  issuer("Mossgrove Outfitters, Inc.", "MSGV", "retail", "Burlington VT", "mid", 27, ["market falls"], {
    fiscalYearEnd: "0131",
  }),
  issuer("Sundrake Restaurants, Inc.", "NYSE: SDRK", "restaurants", "Orlando FL", "mid", 36, ["activist"]),
  issuer("Taverly Hotels Corp", "TVLY", "hotels", "Las Vegas NV", "mid", 25, ["swaps"]),
  issuer("Oxbowry Home, Inc.", "OXBW", "retail", "Columbus OH", "small", 16, ["market falls"], {
    fiscalYearEnd: "0131",
  }),
  issuer("Pemberlane Toys, Inc.", "PMBL", "toys", "Pawtucket RI", "small", 13),
  issuer("Rookway Automotive Systems Inc", "RKWY", "vehicles", "Troy MI", "mid", 34, ["retirement plan"]),
  issuer("Cinderhall Games, Inc.", "CNDH", "software", "Santa Monica CA", "mid", 47, ["going public"]),
  issuer("Wrenfield Media Corp", "WRNF", "media", "New York NY", "mid", 22, ["two classes"], {
    title: "Class A Common Stock",
  }),
  issuer("Dovetree Education Inc.", "DVTR", "education", "Phoenix AZ", "small", 15),
  issuer("Graymarsh Properties Trust", "GRYM", "reit", "Bethesda MD", "mid", 32, ["operating partnership"], {
    title: "Common Shares of Beneficial Interest",
  }),
  issuer("Corbelstone Realty, Inc.", "CBLS", "reit", "Dallas TX", "large", 76, [
    "operating partnership",
    "phantom stock",
  ]),
  issuer("Tallgate Storage Trust", "TGST", "reit", "Glendale CA", "small", 20, [], {
    title: "Common Shares, $.01 par value",
  }),
  issuer("Skerrivore Lines Ltd.", "SKVL", "shipping", "Hamilton D0", "small", 10, ["family"], {
    title: "Common Shares",
  }),
  issuer("Aerovine Air Holdings, Inc.", "AVNR", "airline", "Fort Worth TX", "mid", 26, ["warrants"]),
  issuer("Kilnmore Glass Inc.", "KLNM", "glass", "Toledo OH", "small", 29, ["warrants"]),
  issuer("Sablewood Timber Co", "SBWT", "timber", "Missoula MT", "small", 23, ["reinvests dividends"]),
  issuer("Quarrybank Aggregates, Inc.", "QBAG", "glass", "Birmingham AL", "mid", 67, ["phantom stock"]),
  issuer("Hexline Robotics, Inc.", "HXLR", "machinery", "Pittsburgh PA", "small", 12, [
    "going public",
    "warrants",
    "convertible notes",
  ]),
  issuer("Amberwick Biologics, Inc.", "AMBW", "biologics", "Durham NC", "mid", 38, ["tender offer"]),
  issuer("Plovermere Payments, Inc.", "PLVR", "payments", "Scottsdale AZ", "mid", 43, ["merger"]),
  issuer("Skagvind Offshore A/S", "SKVA", "renewables", "Esbjerg G7", "large", 21, ["foreign private issuer"], {
    title: "Ordinary Shares",
  }),
  issuer("Tamsin Lake Gold Corp.", "TLGC", "mining", "Vancouver A1", "small", 2.4, ["Canadian"], {
    title: "Common Shares",
  }),
  issuer("Ostermoor Restaurants Group, Inc.", "OSTM", "restaurants", "Denver CO", "small", 18, ["stock purchase plan"]),
  // The symbol was Plovermere's before: symbols are used again.
  issuer("Pluvera Beauty, Inc.", "PLVR", "consumer", "Los Angeles CA", "mid", 24, ["going public"]),
  issuer("Vellumcrest Publishing Inc", "VLLM", "media", "Nashville TN", "small", 8, ["family"]),
];
