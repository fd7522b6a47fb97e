import { type Comparable, type ComparedSource, compareWithXml, type Difference } from "@/lib/edgar/compare-with-xml";

const DATA_SET: ComparedSource = {
  name: "the SEC's data set",
  /** The data sets round numbers to two decimals. */
  rounding: "0.005",
  mayLack: new Set([
    "schemaVersion",
    "issuerForeignTradingSymbol",
    "aff10b5One",
    "nonUSAddressFlag",
    "nonUSStateTerritory",
    "country",
  ]),
  knowsCiks: true,
};

/** The differences between the XML of a filing and the SEC's data set. */
export const compareWithDataSet = (xml: Comparable, dataSet: Comparable): Difference[] =>
  compareWithXml(xml, dataSet, DATA_SET);
