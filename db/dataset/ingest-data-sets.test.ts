import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type DataSetEvent, type DataSetOptions, ingestDataSets } from "@/db/dataset/ingest-data-sets";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { type Listed, listFiles } from "@/db/ingest/list-files";
import { countData } from "@/db/queries/data-state";
import { findNewAddress, findStoredFiling } from "@/db/queries/filing-record";
import { isConnectionLoss } from "@/db/server/connection-loss";
import { migrateDatabase } from "@/db/server/migrate";
import {
  FIRST,
  headerOf,
  SECOND,
  type Tables,
  TWO_FILINGS,
  writeArchive,
  writeFolder,
} from "@/testing/data-set-for-test";
import { DataSetGenerator } from "@/testing/dataset-generator";
import { asOwner, createTestDatabase, cutConnections, type TestDatabase } from "@/testing/test-database";

const folder = await mkdtemp(join(tmpdir(), "section16-data-set-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

let database: TestDatabase;
beforeEach(async () => {
  const made = await createTestDatabase();
  database = made;
  onTestFinished(() => made.drop());
});

let archives = 0;
const nextPath = (name = "2024q3_form345.zip") => join(folder, `${archives++}-${name}`);
const archive = (tables: Tables, headers?: Parameters<typeof writeArchive>[2]) =>
  writeArchive(nextPath(), tables, headers);

async function ingest(path: string, options: DataSetOptions = {}) {
  const events: DataSetEvent[] = [];
  const summary = await ingestDataSets(database, [path], { onEvent: (event) => events.push(event), ...options });
  return { summary, events };
}

const TABLES = [
  "filing",
  "filing_owner",
  "filing_row",
  "footnote",
  "signature",
  "filing_problem",
  "issuer",
  "issuer_name",
  "owner",
  "owner_name",
  "refused_document",
  "raw_document",
  "former_address",
  "data_set",
  "postponed_index",
];

/** Everything in the database except the runs, and its indexes. */
async function state() {
  const held: Record<string, unknown> = {};
  for (const table of TABLES) {
    const { rows } = await database.pool.query(
      `select to_jsonb(t) - array['received_at', 'stored_at'] as row from ${table} t order by to_jsonb(t)::text`,
    );
    held[table] = rows.map(({ row }) => row);
  }
  const { rows } = await database.pool.query("select indexdef from pg_indexes where schemaname = 'public' order by 1");
  return { held, indexes: rows };
}

const with_ = (change: (tables: Required<Tables>) => void): Tables => {
  const tables = structuredClone(TWO_FILINGS) as Required<Tables>;
  change(tables);
  return tables;
};

const problems = async (number: string) =>
  (await findStoredFiling(database.db, number))?.problems.map(({ message }) => message) ?? [];

const xmlOf = (number: string, price: string, shares = "26.795"): Listed => {
  const text = `<ownershipDocument><schemaVersion>X0508</schemaVersion><documentType>4</documentType><periodOfReport>2024-09-12</periodOfReport>
<issuer><issuerCik>0009900208</issuerCik><issuerName>Kestrel</issuerName><issuerTradingSymbol>KSTG</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>0009900417</rptOwnerCik><rptOwnerName>Marsh Ada</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship><isOfficer>1</isOfficer><officerTitle>CFO</officerTitle></reportingOwnerRelationship></reportingOwner>
<reportingOwner><reportingOwnerId><rptOwnerCik>0009900418</rptOwnerCik><rptOwnerName>Marsh Trust</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship><isOther>1</isOther></reportingOwnerRelationship></reportingOwner><aff10b5One>1</aff10b5One>
<nonDerivativeTable><nonDerivativeTransaction><securityTitle><value>Common Stock ("Shares")</value></securityTitle><transactionDate><value>2024-09-12</value></transactionDate>
<transactionCoding><transactionCode>P</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
<transactionAmounts><transactionShares><value>${shares}</value></transactionShares><transactionPricePerShare><value>${price}</value><footnoteId id="F1"/></transactionPricePerShare>
<transactionAcquiredDisposedCode><value>A</value></transactionAcquiredDisposedCode></transactionAmounts>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>26.795</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></nonDerivativeTransaction></nonDerivativeTable>
<derivativeTable><derivativeHolding><securityTitle><value>Warrant</value></securityTitle><exerciseDate><value>2025-01-01</value></exerciseDate>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature></derivativeHolding></derivativeTable>
<footnotes><footnote id="F1">Held by a trust.</footnote></footnotes>
<ownerSignature><signatureName>/s/ A. M.</signatureName><signatureDate>2024-09-12</signatureDate></ownerSignature></ownershipDocument>`;
  const fileName = number === "" ? "bare.xml" : `${number}.xml`;
  return { fileName, read: async () => ({ fileName, bytes: Buffer.from(text) }) };
};
const ingestXml = (...files: Listed[]) => ingestFiles(database, files, { isSample: false });

describe("a quarter of the SEC's data sets", () => {
  test("is stored as printed: lines by key, transactions before holdings, notes by number, names by filing date", async () => {
    const { summary } = await ingest(await archive(TWO_FILINGS));
    expect(summary).toMatchObject({ dataSets: 1, filings: 2, stored: 2, alreadyThere: 0, rows: 17, refusedRows: 0 });
    const first = await findStoredFiling(database.db, FIRST);
    expect(first?.facts).toMatchObject({
      source: "data-set",
      version: 1,
      filedAt: null,
      filingDate: "2024-09-12",
      periodOfReport: "2024-09-10",
      documentType: "4",
      issuerCik: "9900208",
      notSubjectToSection16: false,
      aff10b5One: null,
      remarks: 'So "called"',
    });
    expect(first?.facts.orderedAt.toISOString()).toBe("2024-09-12T04:00:00.000Z");
    expect(
      first?.rows.map((row) => [row.tableNumber, row.line, row.kind, row.lineIsFiled, row.sharesOwnedFollowing]),
    ).toEqual([
      ["I", 1, "transaction", false, "5000.0"],
      ["I", 2, "transaction", false, "4500.0"],
      ["I", 3, "holding", false, "15905.0"],
      ["II", 1, "transaction", false, null],
    ]);
    expect(first?.rows[1]).toMatchObject({
      pricePerShare: null,
      pricePerShareFootnotes: ["F1", "F2"],
      transactionCodingFootnotes: ["F1"],
      transactionShares: "500.0",
      equitySwapInvolved: false,
    });
    expect(first?.rows[3]).toMatchObject({ exerciseDate: null, exerciseDateFootnotes: ["F2"] });
    expect(first?.record.footnotes.map(({ footnoteId, text }) => [footnoteId, text])).toEqual([
      ["F1", "One."],
      ["F2", 'A back\\slash and a 5" pipe.'],
      ["F10", "Ten."],
    ]);
    expect(first?.owners[0]).toMatchObject({
      cik: "9900416",
      isDirector: true,
      isTenPercentOwner: true,
      isOfficer: null,
      fileNumber: "001-12345",
    });
    const second = await findStoredFiling(database.db, SECOND);
    expect(second?.facts).toMatchObject({ aff10b5One: true, spelling: { aff10b5One: "true" } });
    expect(second?.rows[0]?.securityTitle).toBe('Common Stock ("Shares")');
    expect(second?.rows[1]).toMatchObject({ tableNumber: "II", kind: "holding", exerciseDate: "2025-01-01" });
    const [issuer] = await database.db.query.issuer.findMany();
    expect(issuer).toMatchObject({ name: "Kestrel", tradingSymbol: "KSTG" });
    expect(await database.db.query.issuerName.findMany()).toHaveLength(2);
    expect(await countData(database.db)).toMatchObject({ filings: 2, insiders: 3, issuers: 1, problems: 0 });
  });

  test("changes nothing the second time, as an archive or as a folder", async () => {
    const path = await archive(TWO_FILINGS);
    await ingest(path);
    const once = await state();
    expect((await ingest(path)).summary).toMatchObject({ stored: 0, alreadyThere: 2 });
    const unpacked = await writeFolder(nextPath("2024q3"), TWO_FILINGS);
    expect((await ingest(unpacked)).summary).toMatchObject({ stored: 0, alreadyThere: 2, refusedRows: 0 });
    expect(await state()).toEqual(once);
  });

  test("is recognised by its content, and a folder of filings beside it is read as usual", async () => {
    const path = await archive(TWO_FILINGS);
    expect(await listFiles([path])).toEqual({ files: [], dataSets: [path], skipped: 0 });
    const unpacked = await writeFolder(nextPath("2024q3"), TWO_FILINGS);
    expect((await listFiles([unpacked])).dataSets).toEqual([unpacked]);
  });

  test("stores every generated row once", async () => {
    const made = await new DataSetGenerator().write(folder, 70, 400);
    const { summary } = await ingest(made.path);
    const { filings, owners, transactions, holdings, footnotes, signatures } = made;
    expect(summary.rows).toBe(filings + owners + transactions + holdings + footnotes + signatures);
    expect(await countData(database.db)).toMatchObject({ filings, transactions, holdings, footnotes, refused: 0 });
  });
});

/** Ingests something that must be refused, and checks that nothing has changed. @returns why it was refused. */
const refused = async (path: string) => {
  const before = await state();
  const { summary, events } = await ingest(path);
  expect(summary).toMatchObject({ dataSets: 0, dataSetsRefused: 1, stored: 0 });
  expect(await state()).toEqual(before);
  const [event] = events;
  return event?.kind === "data set refused" ? event.message : "";
};

describe("a data set that cannot be read", () => {
  test("is refused if the archive was cut off, and is still recognised", async () => {
    const path = await archive(TWO_FILINGS);
    await truncate(path, 700);
    expect((await listFiles([path])).dataSets).toEqual([path]);
    expect(await refused(path)).toContain("damaged or was cut off");
  });

  test("is refused if a byte has changed, even after earlier tables were read", async () => {
    const path = await archive(TWO_FILINGS);
    const bytes = await readFile(path);
    const at = bytes.indexOf("DERIV_HOLDING.tsv", bytes.indexOf("DERIV_TRANS.tsv")) + "DERIV_HOLDING.tsv".length + 4;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    await writeFile(path, bytes);
    expect(await refused(path)).toContain("DERIV_HOLDING.tsv is damaged in the archive");
  });

  test("is refused without SUBMISSION.tsv, or if a table does not say which filings its rows belong to", async () => {
    const { SUBMISSION: _, ...others } = TWO_FILINGS;
    expect(await refused(await archive(others))).toContain("no SUBMISSION.tsv");
    const headless = await archive(TWO_FILINGS, { FOOTNOTES: ["NUMBER", "FOOTNOTE_ID", "FOOTNOTE_TXT"] });
    expect(await refused(headless)).toContain("FOOTNOTES.tsv has no column ACCESSION_NUMBER");
  });

  test("stores a row that breaks a rule with a problem, and everything else as usual", async () => {
    const path = await archive(
      with_(({ NONDERIV_TRANS, SUBMISSION }) => {
        const [sale, purchase] = NONDERIV_TRANS;
        if (sale) [sale[3], sale[4]] = ["31-SEP-2024", "Y"];
        if (purchase) [purchase[1], purchase[3], purchase[9]] = ["", "12-OCT-2024", "F7"];
        SUBMISSION[0]?.splice(6, 1, "4/A");
      }),
    );
    expect((await ingest(path)).summary).toMatchObject({ stored: 2, withProblems: 2, refusedRows: 0 });
    expect(await problems(FIRST)).toEqual([
      "TRANS_DATE “31-SEP-2024” is not a calendar date",
      "“Y” is not a transaction code",
    ]);
    expect(await problems(SECOND)).toEqual([
      "an amendment should state <dateOfOriginalSubmission>, but this one does not",
      "the row has no NONDERIV_TRANS_SK, so its position in the table is not known",
      "row I-1 is dated 2024-10-12, after the filing (2024-09-13)",
      "footnote F7 is cited but missing",
    ]);
    const stored = await findStoredFiling(database.db, FIRST);
    expect(stored?.rows[1]).toMatchObject({ transactionDate: null, spelling: { transactionDate: "31-SEP-2024" } });
    expect(stored?.problems[0]).toMatchObject({ line: 2, pointer: "/nonDerivativeTable/1/transactionDate/value" });
  });

  test("lists a row of no filing, or with another number of cells, as refused and counts it once", async () => {
    const path = await archive(
      with_(({ NONDERIV_TRANS, FOOTNOTES, SUBMISSION }) => {
        NONDERIV_TRANS.push(["9999000001-24-000009", "99", ...Array(11).fill("")]);
        FOOTNOTES.push([FIRST, "F3", "a", "b"]);
        SUBMISSION.push([...(SUBMISSION[0] ?? [])]);
        NONDERIV_TRANS.push([...(NONDERIV_TRANS[0] ?? [])]);
      }),
    );
    expect((await ingest(path)).summary).toMatchObject({ stored: 2, rows: 17, refusedRows: 4 });
    const rows = await database.db.query.refusedDocument.findMany();
    expect(rows.map(({ message }) => message).sort()).toEqual([
      `the row is not stored: NONDERIV_TRANS_SK 12 appears twice, with the same cells`,
      `the row is not stored: filing ${SECOND} appears twice`,
      "the row is not stored: it has 4 cells where the header has 3",
      "the row is not stored: its filing 9999000001-24-000009 is not in SUBMISSION.tsv",
    ]);
  });

  test("reads tabs and line breaks in quoted cells, and bytes that are not UTF-8 as Windows-1252", async () => {
    const path = await writeFolder(
      nextPath("odd"),
      with_(({ FOOTNOTES }) => {
        FOOTNOTES[0]?.splice(2, 1, '"Ten,\nwith a\ttab ""and"" quotes."');
      }),
    );
    const file = join(path, "FOOTNOTES.tsv");
    const bytes = await readFile(file);
    bytes[bytes.indexOf("One.")] = 0x93;
    await writeFile(file, bytes);
    expect((await ingest(path)).summary).toMatchObject({ stored: 2, refusedRows: 0 });
    const stored = await findStoredFiling(database.db, FIRST);
    expect(stored?.record.footnotes.map(({ text }) => text)).toEqual([
      "“ne.",
      'A back\\slash and a 5" pipe.',
      'Ten,\nwith a\ttab "and" quotes.',
    ]);
    expect(await problems(FIRST)).toEqual(["bytes that are not UTF-8 were read as Windows-1252"]);
  });

  test("keeps unknown columns with the row and reports them, as it does missing columns", async () => {
    const header = headerOf("OWNER_SIGNATURE");
    const path = await archive(
      with_(({ OWNER_SIGNATURE }) => {
        for (const row of OWNER_SIGNATURE) row.push("Attorney");
      }),
      { OWNER_SIGNATURE: [...header, "SIGNER_ROLE"] },
    );
    const { events } = await ingest(path);
    expect(events[0]).toMatchObject({
      unknownColumns: ["OWNER_SIGNATURE.SIGNER_ROLE"],
      missing: expect.arrayContaining(["SUBMISSION.FORM4_TRANS_REPORTED"]),
    });
    const stored = await findStoredFiling(database.db, FIRST);
    expect(stored?.record.signatures[0]?.extra).toEqual({ SIGNER_ROLE: "Attorney" });
  });

  test.each<[string, (tables: Required<Tables>) => void]>([
    [
      "NUL in texts, names and codes",
      ({ FOOTNOTES, REPORTINGOWNER, NONDERIV_TRANS }) => {
        FOOTNOTES[0]?.splice(2, 1, "Ten\0.");
        REPORTINGOWNER[0]?.splice(2, 1, "Tollefsen\0");
        NONDERIV_TRANS[0]?.splice(4, 1, "S\0");
      },
    ],
    [
      "years before the calendar and after it",
      ({ SUBMISSION, NONDERIV_TRANS, OWNER_SIGNATURE }) => {
        SUBMISSION[0]?.splice(1, 2, "13-SEP-0024", "12-SEP-9999");
        NONDERIV_TRANS[0]?.splice(3, 1, "10-SEP-0024");
        OWNER_SIGNATURE[0]?.splice(2, 1, "11-SEP-0001");
      },
    ],
    [
      "numbers without an end",
      ({ NONDERIV_TRANS, NONDERIV_HOLDING }) => {
        NONDERIV_TRANS[0]?.splice(7, 1, "9".repeat(131_080));
        NONDERIV_HOLDING[0]?.splice(3, 1, `0.${"3".repeat(20_000)}`);
      },
    ],
    [
      "names that every object has",
      ({ FOOTNOTES, NONDERIV_TRANS, REPORTINGOWNER }) => {
        FOOTNOTES[0]?.splice(1, 1, "constructor");
        NONDERIV_TRANS[0]?.splice(9, 1, "constructor");
        REPORTINGOWNER[1]?.splice(3, 2, "constructor", "toString");
      },
    ],
    [
      "a footnote of a million characters",
      ({ FOOTNOTES }) => {
        FOOTNOTES[0]?.splice(2, 1, "sold a-b. ".repeat(100_000));
      },
    ],
  ])("%s: the quarter is stored, and what follows from it is derived", async (_, change) => {
    const { summary } = await ingest(await archive(with_((tables) => change(tables as Required<Tables>))));
    expect(summary).toMatchObject({ dataSetsRefused: 0, notDerived: 0 });
    expect(summary.stored + summary.refusedRows).toBeGreaterThanOrEqual(2);
    expect((await database.pool.query("select * from filing_to_derive")).rows).toEqual([]);
  });

  test("keeps a code, form or name that is too long for an index as filed, with a problem", async () => {
    // Characters that do not compress.
    const long = Array.from({ length: 9_000 }, (_, i) => ((i * 2_654_435_761) >>> 7).toString(36)).join("");
    const path = await archive(
      with_(({ NONDERIV_TRANS, SUBMISSION, REPORTINGOWNER }) => {
        NONDERIV_TRANS[0]?.splice(4, 1, long);
        SUBMISSION[0]?.splice(6, 4, long, "9900208", long, long);
        REPORTINGOWNER[0]?.splice(2, 1, long);
      }),
    );
    expect((await ingest(path)).summary).toMatchObject({ stored: 2, dataSetsRefused: 0, notDerived: 0 });
    const stored = await findStoredFiling(database.db, FIRST);
    expect(stored?.rows[1]).toMatchObject({ transactionCode: null, spelling: { transactionCode: long } });
    expect(stored?.owners[0]?.name).toBe(long);
  });

  test("orders a filing without a filing date by its signatures", async () => {
    await ingest(await archive(with_(({ SUBMISSION }) => SUBMISSION[0]?.splice(1, 1, ""))));
    const stored = await findStoredFiling(database.db, SECOND);
    expect(stored?.facts).toMatchObject({ filingDate: null });
    expect(stored?.facts.orderedAt.toISOString()).toBe("2024-09-12T04:00:00.000Z");
  });
});

describe("the sample", () => {
  beforeEach(() => ingestFiles(database, [xmlOf("9999999999-99-000001", "1")], { isSample: true }));

  test("is removed with the first quarter, and the run says so", async () => {
    const { events } = await ingest(await archive(TWO_FILINGS));
    expect(events[0]).toEqual({ kind: "sample removed", filings: 1 });
    expect(await countData(database.db)).toMatchObject({ filings: 2, insiders: 3 });
  });

  test("stays if the quarter turns out to be damaged", async () => {
    const { SUBMISSION: _, ...others } = TWO_FILINGS;
    expect(await refused(await archive(others))).toContain("no SUBMISSION.tsv");
    const cut = await archive(TWO_FILINGS);
    const bytes = await readFile(cut);
    const at = bytes.indexOf("OWNER_SIGNATURE.tsv") + "OWNER_SIGNATURE.tsv".length + 4;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    await writeFile(cut, bytes);
    expect(await refused(cut)).toContain("OWNER_SIGNATURE.tsv is damaged");
    expect(await countData(database.db)).toMatchObject({ filings: 1 });
  });
});

describe("a filing that is also known from XML", () => {
  test("is never overwritten; it gets its filing date, and rounding is not a disagreement", async () => {
    await ingestXml(xmlOf(SECOND, "12.345"));
    const { summary } = await ingest(await archive(TWO_FILINGS));
    expect(summary).toMatchObject({ stored: 1, alreadyThere: 1, differences: 0 });
    const stored = await findStoredFiling(database.db, SECOND);
    expect(stored?.facts).toMatchObject({ source: "xml", filingDate: "2024-09-13", schemaVersion: "X0508" });
    expect(stored?.rows[0]).toMatchObject({ transactionShares: "26.795", pricePerShare: "12.345", lineIsFiled: true });
    expect(stored?.rows[0]?.orderedAt.toISOString()).toBe("2024-09-13T04:00:00.000Z");
    expect(await problems(SECOND)).toEqual([]);
  });

  const PRICE = "row I-1, pricePerShare: the XML says “13.00”, the SEC's data set “12.35”";

  test("keeps its values if the data set disagrees, and lists each difference once", async () => {
    await ingestXml(xmlOf(SECOND, "13.00"));
    const first = await ingest(await archive(TWO_FILINGS));
    expect(first.summary).toMatchObject({ differences: 1 });
    expect(await problems(SECOND)).toEqual([PRICE]);
    const before = await state();
    await ingest(await writeFolder(nextPath("2024q3"), TWO_FILINGS));
    expect(await state()).toEqual(before);
  });

  test("replaces the rows of the data set as the first version, and keeps the differences", async () => {
    await ingest(await archive(TWO_FILINGS));
    expect(await ingestXml(xmlOf(SECOND, "13.00"))).toMatchObject({ stored: 1, newVersions: 0, alreadyThere: 0 });
    const stored = await findStoredFiling(database.db, SECOND);
    expect(stored?.facts).toMatchObject({ source: "xml", version: 1, filingDate: "2024-09-13" });
    expect(stored?.rows.map((row) => [row.tableNumber, row.line, row.lineIsFiled])).toEqual([
      ["I", 1, true],
      ["II", 1, true],
    ]);
    expect(stored?.owners[0]?.fileNumber).toBe("001-12345");
    expect(await problems(SECOND)).toEqual([PRICE]);
    expect(await ingestXml(xmlOf(SECOND, "13.00"))).toMatchObject({ stored: 0, alreadyThere: 1 });
    expect(await countData(database.db)).toMatchObject({ filings: 2 });
  });

  test("replaces a copy under a number of ours", async () => {
    await ingestXml(xmlOf("", "12.345"));
    const [local] = await database.db.query.filing.findMany();
    await ingest(await archive(TWO_FILINGS));
    await ingestXml(xmlOf(SECOND, "12.345"));
    expect(await findNewAddress(database.db, local?.accessionNumber ?? "")).toBe(SECOND);
    expect(await countData(database.db)).toMatchObject({ filings: 2 });
  });
});

describe("an interruption", () => {
  test("leaves no part of a quarter, and the same call ends in the same state", async () => {
    const path = await archive(TWO_FILINGS);
    const before = await state();
    const interrupt = new AbortController();
    await ingest(path, { signal: interrupt.signal, onProgress: () => interrupt.abort() });
    expect(await state()).toEqual(before);
    await ingest(path);
    const after = await state();
    const undisturbed = await createTestDatabase();
    onTestFinished(() => undisturbed.drop());
    database = undisturbed;
    await ingest(path);
    expect(await state()).toEqual(after);
  });

  test("reports a database that is lost in the middle, and the same call ends in the same state", async () => {
    const { path } = await new DataSetGenerator().write(folder, 71, 300);
    const before = await state();
    let cuts = 0;
    const cut = () => {
      if (cuts === 0) cuts = cutConnections(database, "xact_start is not null");
    };
    await expect(ingest(path, { onProgress: cut })).rejects.toSatisfy(isConnectionLoss);
    expect(await state()).toEqual(before);
    expect((await ingest(path)).summary).toMatchObject({ stored: 300 });
  });

  test("derives what a killed run had stored and not yet derived", async () => {
    const path = await archive(TWO_FILINGS);
    await ingest(path);
    const lines = () => database.pool.query("select * from holding_line order by 1, 2, 3").then(({ rows }) => rows);
    const before = await lines();
    expect(before).not.toHaveLength(0);
    await database.pool.query("truncate holding_line");
    await database.pool.query("insert into filing_to_derive select accession_number from filing");
    const { events } = await ingest(path);
    expect(events).toContainEqual(expect.objectContaining({ kind: "derived", filings: 2 }));
    expect(await lines()).toEqual(before);
    expect((await ingest(path)).events.map(({ kind }) => kind)).not.toContain("derived");
  });

  test("makes indexes that a killed run had set aside at the next start", async () => {
    const before = await state();
    await asOwner(
      database,
      `insert into postponed_index select indexname, indexdef from pg_indexes where indexname = 'filing_newest';
      drop index filing_newest`,
    );
    await migrateDatabase(database.url);
    expect(await state()).toEqual(before);
  });
});
