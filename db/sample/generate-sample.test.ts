import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { day, isBusinessDay } from "@/db/sample/calendar";
import type { Cell, Row } from "@/db/sample/filing";
import { generateSample, type SampleFiling, sampleFilings, sampleSize } from "@/db/sample/generate-sample";
import { ODD_SHAPES } from "@/db/sample/odd-shapes";
import { submissionText } from "@/db/sample/submission-text";
import { parseOwnershipDocument } from "@/lib/edgar/parse-ownership-document";
import { parseSubmission } from "@/lib/edgar/submission";
import { parseXmlTree, type XmlElement } from "@/lib/edgar/xml-tree";

const filings = sampleFilings();
const submissions = filings.map(({ accessionNumber, filing, issuer }) => ({
  fileName: `${accessionNumber}.txt`,
  text: submissionText(filing, accessionNumber, issuer),
}));
const documents = submissions.map(({ text }) => parseXmlTree(parseSubmission(text).xml ?? ""));
const rowsOf = ({ filing }: SampleFiling): Row[] => [...filing.tableI, ...filing.tableII];
const allRows = filings.flatMap(rowsOf);

// All of the sample is made, written and read here, which takes a busy machine longer than vitest waits by itself.
const PATIENCE = 60_000;

describe("the sample as a whole", { timeout: PATIENCE }, () => {
  test("is the same in every run, byte for byte", () => {
    const digest = (texts: Iterable<{ text: string }>) => {
      const hash = createHash("sha256");
      for (const { text } of texts) hash.update(text);
      return hash.digest("hex");
    };
    expect(digest(generateSample())).toBe(digest(submissions));
  });

  test("has the number of filings that it tells beforehand", () => {
    expect(submissions.length).toBe(sampleSize());
    expect(submissions.length).toBeGreaterThan(7000);
    expect(submissions.length).toBeLessThan(9000);
  });

  test("speaks of at least 60 issuers and 400 insiders, none with a number of the SEC's", () => {
    const issuers = new Set(filings.map(({ filing }) => filing.issuer.cik));
    const owners = new Set(filings.flatMap(({ filing }) => filing.owners.map((owner) => owner.cik)));
    expect(issuers.size).toBeGreaterThanOrEqual(60);
    expect(owners.size).toBeGreaterThanOrEqual(400);
    for (const cik of issuers) expect(cik).toMatch(/^99000000\d\d$/);
    for (const cik of owners) expect(cik).toMatch(/^991000\d{4}$/);
  });

  test("comes in order of acceptance, on days and hours when EDGAR is open, to the end of June 2026", () => {
    const accepted = submissions.map(({ text }) => text.match(/<ACCEPTANCE-DATETIME>(\d{14})/)?.[1] ?? "");
    expect(accepted).toEqual([...accepted].sort());
    for (const { filing } of filings) {
      expect(isBusinessDay(filing.filed)).toBe(true);
      expect(filing.acceptedAt).toBeGreaterThanOrEqual(6 * 3600);
      expect(filing.acceptedAt).toBeLessThan(22 * 3600);
    }
    expect(accepted[0]?.slice(0, 6)).toBe("201807");
    expect(accepted.at(-1)).toMatch(/^202606(2[5-9]|30)/);
  });

  test("gives each filing a number of its own, the same in file name and header", () => {
    expect(new Set(submissions.map(({ fileName }) => fileName)).size).toBe(submissions.length);
    for (const { fileName, text } of submissions) {
      expect(`${parseSubmission(text).header.accessionNumber}.txt`).toBe(fileName);
      expect(fileName).toMatch(/^9999000001-\d\d-\d{6}\.txt$/);
    }
  });

  test("has every form, transaction code and odd shape", () => {
    expect(new Set(filings.map(({ filing }) => filing.documentType))).toEqual(
      new Set(["3", "3/A", "4", "4/A", "5", "5/A"]),
    );
    const codes = allRows.flatMap((row) => (row.kind === "transaction" ? [row.code] : []));
    expect([...new Set(codes)].sort().join("")).toBe("ACDEFGHIJLMOPSUWXZ");
    const transactions = allRows.filter((row) => row.kind === "transaction");
    expect(transactions.some((row) => row.equitySwap)).toBe(true);
    expect(new Set(transactions.map((row) => row.timeliness))).toEqual(new Set([null, "E", "L"]));
    const shown = new Set(filings.flatMap(({ filing }) => filing.oddities));
    expect([...shown].sort()).toEqual(ODD_SHAPES.map(({ name }) => name).sort());
  });
});

describe("each document", { timeout: PATIENCE }, () => {
  test("is read without a problem, but for those that are meant", () => {
    const problems = submissions.flatMap(({ fileName, text }, index) => {
      const parsed = parseOwnershipDocument(parseSubmission(text).xml ?? "");
      if (parsed.outcome === "refused") return [`${fileName}: ${parsed.message}`];
      if (filings[index]?.filing.oddities.length) return [];
      return parsed.problems.map(({ message }) => `${fileName}: ${message}`);
    });
    expect(problems).toEqual([]);
  });

  test("has its elements in the order of the schema", () => {
    const wrong = new Set<string>();
    const check = (element: XmlElement) => {
      const order = ORDER[element.name];
      if (order) {
        const places = element.children.map((child) => order.indexOf(child.name));
        const sorted =
          element.name.endsWith("Table") || places.every((place, index) => place >= (places[index - 1] ?? 0));
        if (!sorted || places.includes(-1))
          wrong.add(`${element.name}: ${element.children.map((child) => child.name)}`);
      }
      for (const child of element.children) check(child);
    };
    documents.forEach(check);
    expect([...wrong]).toEqual([]);
  });

  test("keeps to the schema's lengths and counts", () => {
    const tooLong = new Set<string>();
    const check = (element: XmlElement, parent: string) => {
      const limit = LENGTHS[element.name] ?? (element.name === "value" ? LENGTHS[`${parent}/value`] : undefined);
      if (limit !== undefined && element.text.length > limit) tooLong.add(`${element.name}: ${element.text}`);
      if (/\.\d{5}/.test(element.name === "value" ? element.text : "")) tooLong.add(`decimals: ${element.text}`);
      for (const child of element.children) check(child, element.name);
    };
    for (const document of documents) check(document, "");
    expect([...tooLong]).toEqual([]);
    for (const { filing } of filings) {
      expect(Math.max(filing.tableI.length, filing.tableII.length)).toBeLessThanOrEqual(30);
      expect(filing.owners.length).toBeLessThanOrEqual(10);
      // Without the exit box, a form without a transaction is suspended.
      if (/^[45]$/.test(filing.documentType) && rowsOf({ filing } as SampleFiling).length === 0)
        expect(filing.exit).toBe(true);
    }
  });

  test("has the schema version of its day, and the 10b5-1 box since April 2023", () => {
    for (const [index, document] of documents.entries()) {
      const filed = filings[index]?.filing.filed ?? 0;
      const named = (name: string) => document.children.find((child) => child.name === name);
      const version =
        filed < day("2023-04-03")
          ? "X0306"
          : filed < day("2023-07-24")
            ? "X0407"
            : filed < day("2026-03-18")
              ? "X0508"
              : "X0609";
      expect(named("schemaVersion")?.text).toBe(version);
      const asks = version !== "X0306" && !named("documentType")?.text.startsWith("3");
      expect(named("aff10b5One") !== undefined).toBe(asks);
    }
  });

  test("states averages that lie within the range of their note", () => {
    let averages = 0;
    for (const row of allRows) {
      if (row.kind !== "transaction") continue;
      const range = row.price.notes.join(" ").match(/(?:from|between) \$([\d,.]+\d) (?:to|and) \$([\d,.]+\d)/);
      if (!range || row.gap === "filer's mistake" || row.price.value === null) continue;
      averages += 1;
      const [low, high] = [range[1], range[2]].map((text) => Number(text?.replaceAll(",", "")));
      expect(Number(row.price.value)).toBeGreaterThanOrEqual(low ?? Number.NaN);
      expect(Number(row.price.value)).toBeLessThanOrEqual(high ?? Number.NaN);
    }
    expect(averages).toBeGreaterThan(1000);
  });
});

describe("balances", () => {
  test("follow from the one before and the row, but where a gap is planned", () => {
    const broken = [...ledgerLines()].flatMap(([line, entries]) => {
      entries.sort((a, b) => a.on - b.on || a.order - b.order);
      return entries.flatMap(({ balance, change, gap, accessionNumber }, index) => {
        const before = entries[index - 1];
        if (!before || gap !== null || before.balance + change === balance) return [];
        return [`${accessionNumber} ${line}: ${before.balance / 10_000} ${change / 10_000} is not ${balance / 10_000}`];
      });
    });
    expect(broken).toEqual([]);
  });

  test("have gaps with and without a reason", () => {
    const reasons = new Set(allRows.map((row) => row.gap));
    for (const reason of [
      "stock purchase plan",
      "dividend reinvestment",
      "change of form",
      "unexplained",
      "missing filing",
      "split",
    ]) {
      expect(reasons).toContain(reason);
    }
  });
});

type Entry = {
  on: number;
  order: number;
  balance: number;
  change: number;
  gap: string | null;
  accessionNumber: string;
};

const exact = (cell: Cell) => Math.round(Number(cell.value) * 10_000);
const words = (cell: Cell | null | undefined) => (cell ? `${cell.value} ${cell.notes.join(" ")}` : "");

/** Every balance of every holding line, restated forms left out. */
function ledgerLines(): Map<string, Entry[]> {
  const lines = new Map<string, Entry[]>();
  filings.forEach(({ filing, accessionNumber }, filingIndex) => {
    if (filing.superseded) return;
    rowsOf({ filing } as SampleFiling).forEach((row, rowIndex) => {
      if (row.kind === "holding" && (row.lateForm3 || (filing.documentType.startsWith("3") && row.terms))) return;
      const owners = filing.owners.map((owner) => owner.cik).join();
      const terms = row.terms
        ? [row.terms.exercisePrice, row.terms.exerciseDate, row.terms.expirationDate].map(words).join()
        : "I";
      const line = [filing.issuer.cik, owners, row.title.value?.trim(), terms, words(row.nature)].join("|");
      const held = filing.documentType.startsWith("3")
        ? day(filing.period.slice(0, 10))
        : (filing.dateOfOriginal ?? filing.filed);
      const isTrade = row.kind === "transaction";
      const sign = isTrade && row.acquiredDisposed.value === "A" ? 1 : -1;
      const entry: Entry = {
        on: isTrade ? day(row.date.value?.slice(0, 10) ?? "") : held,
        order: filingIndex * 100 + rowIndex,
        balance: exact(row.following),
        change: isTrade ? sign * exact(row.amount) : 0,
        gap: row.gap,
        accessionNumber,
      };
      const entries = lines.get(line);
      if (entries) entries.push(entry);
      else lines.set(line, [entry]);
    });
  });
  return lines;
}

const field = ["value", "footnoteId"];

const ROW_ORDER = [
  "securityTitle",
  "conversionOrExercisePrice",
  "transactionDate",
  "deemedExecutionDate",
  "transactionCoding",
  "transactionTimeliness",
  "transactionAmounts",
  "exerciseDate",
  "expirationDate",
  "underlyingSecurity",
  "postTransactionAmounts",
  "ownershipNature",
];

const ORDER: Record<string, string[]> = {
  ownershipDocument: [
    "schemaVersion",
    "documentType",
    "periodOfReport",
    "dateOfOriginalSubmission",
    "noSecuritiesOwned",
    "notSubjectToSection16",
    "form3HoldingsReported",
    "form4TransactionsReported",
    "issuer",
    "reportingOwner",
    "aff10b5One",
    "nonDerivativeTable",
    "derivativeTable",
    "footnotes",
    "remarks",
    "ownerSignature",
  ],
  issuer: ["issuerCik", "issuerName", "issuerTradingSymbol", "issuerForeignTradingSymbol"],
  reportingOwner: ["reportingOwnerId", "reportingOwnerAddress", "reportingOwnerRelationship"],
  reportingOwnerId: ["rptOwnerCik", "rptOwnerName"],
  reportingOwnerAddress: [
    "rptOwnerNonUSAddressFlag",
    "rptOwnerStreet1",
    "rptOwnerStreet2",
    "rptOwnerCity",
    "rptOwnerNonUSStateTerritory",
    "rptOwnerState",
    "rptOwnerCountry",
    "rptOwnerZipCode",
    "rptOwnerStateDescription",
  ],
  reportingOwnerRelationship: ["isDirector", "isOfficer", "isTenPercentOwner", "isOther", "officerTitle", "otherText"],
  nonDerivativeTable: ["nonDerivativeTransaction", "nonDerivativeHolding"],
  derivativeTable: ["derivativeTransaction", "derivativeHolding"],
  nonDerivativeTransaction: ROW_ORDER,
  nonDerivativeHolding: ROW_ORDER,
  derivativeTransaction: ROW_ORDER,
  derivativeHolding: ROW_ORDER,
  transactionCoding: ["transactionFormType", "transactionCode", "equitySwapInvolved", "footnoteId"],
  transactionAmounts: [
    "transactionShares",
    "transactionTotalValue",
    "transactionPricePerShare",
    "transactionAcquiredDisposedCode",
  ],
  underlyingSecurity: ["underlyingSecurityTitle", "underlyingSecurityShares", "underlyingSecurityValue"],
  postTransactionAmounts: ["sharesOwnedFollowingTransaction", "valueOwnedFollowingTransaction"],
  ownershipNature: ["directOrIndirectOwnership", "natureOfOwnership"],
  securityTitle: field,
  transactionDate: field,
  transactionShares: field,
  transactionPricePerShare: field,
  sharesOwnedFollowingTransaction: field,
  natureOfOwnership: field,
  footnotes: ["footnote"],
  ownerSignature: ["signatureName", "signatureDate"],
};

const LENGTHS: Record<string, number> = {
  issuerName: 150,
  issuerTradingSymbol: 10,
  issuerForeignTradingSymbol: 14,
  rptOwnerName: 150,
  rptOwnerStreet1: 40,
  rptOwnerStreet2: 40,
  rptOwnerCity: 30,
  officerTitle: 30,
  otherText: 30,
  "securityTitle/value": 60,
  "underlyingSecurityTitle/value": 60,
  "natureOfOwnership/value": 100,
  footnote: 1000,
  remarks: 2000,
  signatureName: 255,
};
