import { describe, expect, test } from "vitest";
import { decide } from "@/db/ingest/decide";
import type { Candidates, Known, NumberlessPaper } from "@/db/ingest/find-known";
import { type IncomingFiling, readIncoming } from "@/db/ingest/read-incoming";
import { incomingPaper, type Paper } from "@/db/ingest/store-paper";
import type { FilingSource } from "@/db/schema";
import { localAccessionNumber, parseAccessionNumber } from "@/lib/record/accession-number";
import { PRICE, paperPurchase, purchaseXml } from "@/testing/purchase-for-test";

const NUMBER = "9999000001-25-000001";
const OTHER_NUMBER = "9999000001-25-000002";
const LOCAL = "local-0123456789ab";
const FILED = { filedAt: "2025-06-12T21:52:00.000Z", filingDate: "2025-06-12" };

type Filed = Parameters<typeof purchaseXml>[0];

function xml({ number = NUMBER as string | null, filed = {} as Filed, dates = null as typeof FILED | null } = {}) {
  const reading = readIncoming({ fileName: "form.xml", bytes: Buffer.from(purchaseXml(filed)) });
  if (reading.outcome !== "filing") throw new Error(reading.outcome);
  const header = dates ? { submissionType: "4", industry: null, ...dates } : null;
  return { ...reading.filing, accessionNumber: parseAccessionNumber(number ?? ""), header };
}

function paper({
  number = null as string | null,
  filed = {} as Filed,
  isSettled = false,
  unread = [] as string[],
} = {}) {
  const form = paperPurchase("form.png", filed);
  const identity = { ...form.identity, accessionNumber: parseAccessionNumber(number ?? "") };
  const reading = { ...form.reading, unread: [...form.reading.unread, ...unread] } satisfies Paper["reading"];
  const parties = { issuer: null, owners: [] };
  return incomingPaper({ ...form, identity, reading }, { parties, names: [], isSettled });
}

/** The filing as the database has it after `from` was stored. */
function known(source: FilingSource, from: IncomingFiling = xml(), more: Partial<Known> = {}): Known {
  const accessionNumber = more.accessionNumber ?? NUMBER;
  const { record } = from.parsed;
  return {
    accessionNumber,
    source,
    version: 1,
    filedAt: null,
    filingDate: null,
    issuerCik: record.filing.issuerCik,
    hasContent: false,
    uncertain: source === "paper" ? (from.paper?.reading.uncertain ?? null) : null,
    ...more,
    record: {
      ...record,
      filing: {
        ...record.filing,
        accessionNumber,
        source,
        version: 1,
        contentSha256: from.contentSha256,
        isSample: false,
        filedAt: null,
        filingDate: null,
        orderedAt: new Date(0),
        unread: from.paper?.unread ?? null,
      },
    },
  };
}

const numberless = (filed?: Filed): NumberlessPaper => {
  const { parsed, paper: read } = paper({ filed });
  return { accessionNumber: LOCAL, issuerCik: null, record: parsed.record, unread: read?.unread ?? [] };
};

const decideOn = (incoming: IncomingFiling, candidates: Partial<Candidates> = {}) =>
  decide(incoming, { known: null, paper: null, better: null, ...candidates });

const says = (message: string) => [{ line: null, pointer: expect.any(String), message }];
const ONCE = { rename: null };

test.each<[string, IncomingFiling, Partial<Candidates>, object]>([
  // A filing that we do not know
  ["XML is stored under its number", xml(), {}, { action: "insert", accessionNumber: NUMBER, absorbed: null }],
  [
    "XML without a number gets one of ours, from its bytes",
    xml({ number: null }),
    {},
    { action: "insert", accessionNumber: localAccessionNumber(xml().documentSha256), differences: [] },
  ],
  [
    "paper without a number gets one of ours, from its bytes",
    paper(),
    {},
    { action: "insert", accessionNumber: localAccessionNumber(paper().documentSha256), absorbed: null },
  ],
  ["paper is stored under its number", paper({ number: NUMBER }), {}, { action: "insert", accessionNumber: NUMBER }],
  [
    "XML absorbs its paper form, and says where the two disagree",
    xml({ filed: { price: "11.00" } }),
    { paper: numberless({ shares: "41" }) },
    {
      action: "insert",
      accessionNumber: NUMBER,
      absorbed: { accessionNumber: LOCAL },
      differences: says("row I-1, transactionShares: the XML says “100”, the paper “41”"),
    },
  ],

  // The same content again
  [
    "the same XML changes nothing",
    xml(),
    { known: known("xml", xml(), { hasContent: true }) },
    {
      action: "complete",
      ...ONCE,
      dates: null,
    },
  ],
  [
    "a header adds when the filing was filed",
    xml({ dates: FILED }),
    { known: known("xml", xml(), { hasContent: true }) },
    { action: "complete", ...ONCE, dates: FILED },
  ],
  [
    "a header adds the time to a known day, and leaves the day",
    xml({ dates: { ...FILED, filingDate: "2025-06-13" } }),
    { known: known("xml", xml(), { hasContent: true, filingDate: FILED.filingDate }) },
    { action: "complete", dates: FILED },
  ],
  [
    "a header that says nothing new changes nothing",
    xml({ dates: FILED }),
    { known: known("xml", xml(), { hasContent: true, filedAt: new Date(0), filingDate: "2025-06-11" }) },
    { action: "complete", ...ONCE, dates: null },
  ],
  [
    "the same paper changes nothing",
    paper(),
    { known: known("paper", paper(), { hasContent: true }) },
    {
      action: "complete",
      ...ONCE,
      dates: null,
    },
  ],
  [
    "paper with corrections replaces its own reading",
    paper({ isSettled: true }),
    { known: known("paper", paper(), { hasContent: true }) },
    { action: "replace", why: "settled", ...ONCE, differences: [] },
  ],
  [
    "a reading replaces what was once transcribed by hand",
    paper(),
    { known: known("paper", paper(), { hasContent: true, uncertain: null }) },
    { action: "replace", why: "settled" },
  ],
  [
    "corrections of a paper form do not touch its XML",
    paper({ isSettled: true }),
    { known: known("xml", xml(), { hasContent: true }) },
    { action: "keep", accessionNumber: NUMBER },
  ],

  // The same content with another number
  [
    "a number of ours gives way to EDGAR's, and its address leads there",
    xml({ dates: FILED }),
    { known: known("xml", xml(), { accessionNumber: LOCAL, hasContent: true }) },
    { action: "complete", rename: { to: NUMBER, keepsAddress: true }, dates: FILED },
  ],
  [
    "paper under a number of ours gets the number that comes with it",
    paper({ number: NUMBER }),
    { known: known("paper", paper(), { accessionNumber: LOCAL, hasContent: true }) },
    { action: "complete", rename: { to: NUMBER, keepsAddress: true }, dates: null },
  ],
  [
    "a number corrects another, whose address is then unknown",
    paper({ number: OTHER_NUMBER, isSettled: true }),
    { known: known("paper", paper(), { hasContent: true }) },
    { action: "replace", why: "settled", rename: { to: OTHER_NUMBER, keepsAddress: false } },
  ],
  [
    "a number given for the paper form of an XML filing does not rename it",
    paper({ number: OTHER_NUMBER }),
    { known: known("xml", xml(), { hasContent: true }) },
    { action: "keep", accessionNumber: NUMBER },
  ],
  [
    "the same content without a number stays under the number that it has",
    xml({ number: null }),
    { known: known("xml", xml(), { hasContent: true }) },
    { action: "complete", ...ONCE },
  ],

  // Other content under the same number
  [
    "other XML is a new version",
    xml({ filed: { shares: "200" } }),
    { known: known("xml") },
    { action: "replace", why: "new version", ...ONCE, differences: [] },
  ],
  [
    "a second scan of the same form is a new version",
    paper({ number: NUMBER, filed: { shares: "200" } }),
    { known: known("paper", paper()) },
    { action: "replace", why: "new version" },
  ],

  // Another source
  [
    "XML replaces a data set, and says where the two disagree",
    xml({ filed: { shares: "200" } }),
    { known: known("data-set") },
    {
      action: "replace",
      why: "better source",
      absorbed: null,
      differences: says("row I-1, transactionShares: the XML says “200”, the SEC's data set “100”"),
    },
  ],
  [
    "XML replaces paper, and what is unread contradicts nothing",
    xml({ filed: { shares: "200" } }),
    { known: known("paper", paper()) },
    {
      action: "replace",
      why: "better source",
      differences: says("row I-1, transactionShares: the XML says “200”, the paper “100”"),
    },
  ],
  [
    "XML that replaces a data set absorbs its paper form as well",
    xml(),
    { known: known("data-set"), paper: numberless({ shares: "41" }) },
    {
      action: "replace",
      why: "better source",
      absorbed: { accessionNumber: LOCAL },
      differences: says("row I-1, transactionShares: the XML says “100”, the paper “41”"),
    },
  ],
  [
    "paper leaves XML as it is, and says where the two disagree",
    paper({ number: NUMBER, filed: { shares: "61" } }),
    { known: known("xml") },
    {
      action: "keep",
      accessionNumber: NUMBER,
      differences: says("row I-1, transactionShares: the XML says “100”, the paper “61”"),
    },
  ],
  [
    "paper leaves a data set as it is, and is not compared with it",
    paper({ number: NUMBER, filed: { shares: "61" } }),
    { known: known("data-set") },
    { action: "keep", accessionNumber: NUMBER, differences: [] },
  ],
  [
    "paper without a number leaves the XML of the same form as it is",
    paper(),
    { better: known("xml") },
    { action: "keep", accessionNumber: NUMBER, differences: [] },
  ],
])("%s", (_, incoming, candidates, decision) => {
  expect(decideOn(incoming, candidates)).toMatchObject(decision);
});

describe("paper with the number of another filing", () => {
  const refused = { action: "refuse", other: { filing: { accessionNumber: NUMBER } } };
  const otherDay = { number: NUMBER, filed: { day: "2025-06-11" } };

  test.each<FilingSource>(["xml", "data-set"])("is refused if that is from %s", (source) => {
    expect(decideOn(paper(otherDay), { known: known(source) })).toMatchObject(refused);
  });

  test("is refused if that is paper", () => {
    expect(decideOn(paper(otherDay), { known: known("paper", paper()) })).toMatchObject(refused);
  });

  test("is not refused for what is unread in either", () => {
    const blotted = paper({ ...otherDay, unread: ["/periodOfReport"] });
    expect(decideOn(blotted, { known: known("xml") })).toMatchObject({ action: "keep" });
    const knownBlotted = known("paper", paper({ unread: ["/periodOfReport"] }));
    expect(decideOn(paper(otherDay), { known: knownBlotted })).toMatchObject({ why: "new version" });
  });

  test("is not refused if it was stored under this number before, however its values are read now", () => {
    const seen = known("paper", paper(), { hasContent: true });
    expect(decideOn(paper(otherDay), { known: seen })).toMatchObject({ action: "complete" });
  });
});

test("the field that a paper form lacks is not a difference", () => {
  expect(paper().paper?.unread).toEqual([PRICE]);
  const decision = decideOn(xml({ filed: { price: "11.00" } }), { known: known("paper", paper()) });
  expect(decision).toMatchObject({ action: "replace", differences: [] });
});
