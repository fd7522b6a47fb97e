import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/transactions/as/[format]/route";
import { ListingCopy } from "@/db/copy/listing-copy";
import { CopyServer } from "@/db/copy/serve-copy";
import { filingForTest, transactionForTest as row } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const OTTER: [string, string, string] = ["9900777", "Otter Holdings", "OTTR"];
const BRANDT: [string, string] = ["9900417", "Brandt Lena"];
const OKORO: [string, string] = ["9900418", "Okoro Peter"];

/** An owner's boxes and title, in place of those of every filing for a test. */
function withRole(filing: ReturnType<typeof filingForTest>, boxes: string): ReturnType<typeof filingForTest> {
  return {
    ...filing,
    async read() {
      const { fileName, bytes } = await filing.read();
      return { fileName, bytes: Buffer.from(bytes.toString().replace("<isDirector>1</isDirector>", boxes)) };
    },
  };
}

const officer = (title: string) => `<isOfficer>1</isOfficer><officerTitle>${title}</officerTitle>`;

const FILINGS = [
  withRole(
    filingForTest({
      n: 1,
      filed: "2025-03-05",
      sic: "SEMICONDUCTORS [3674]",
      rows: [row("P", "A", "2025-03-03", "1000", "12.5", "2000"), row("P", "A", "2025-03-04", "100", "13", "2100")],
    }),
    officer("Chief Executive Officer"),
  ),
  withRole(
    filingForTest({
      n: 2,
      filed: "2025-03-20",
      owner: BRANDT,
      rows: [row("S", "D", "2025-03-04", "5000", "40", "0")],
    }),
    officer("Chief Financial Officer"),
  ),
  withRole(
    filingForTest({
      n: 3,
      filed: "2025-03-06",
      issuer: OTTER,
      owner: BRANDT,
      rows: [
        row("M", "A", "2025-03-05", "300", "4", "800"),
        row("S", "D", "2025-03-05", "300", "41", "500"),
        { ...row("M", "D", "2025-03-05", "300", "0", "0"), exercisePrice: "4" },
      ],
    }),
    officer("Vice President, General Counsel and Secretary"),
  ),
  withRole(
    filingForTest({
      n: 4,
      filed: "2025-02-12",
      owner: OKORO,
      rows: [row("P", "A", "2025-02-10", "2000", "11", "9000")],
    }),
    "<isTenPercentOwner>1</isTenPercentOwner>",
  ),
  filingForTest({ n: 5, filed: "2024-11-06", owner: OKORO, issuer: OTTER, rows: [row("G", "D", "2024-11-05", "10")] }),
  filingForTest({ n: 6, filed: "2025-03-07", owner: OKORO, rows: [row("A", "A", "2025-03-06", "40", "0", "9040")] }),
];

/** Each kind of question that screeners answer, as a link, and as a plain condition on the filing `f`, its owner `o` and its row `r`. */
const QUESTIONS: readonly (readonly [what: string, query: string, condition: string])[] = [
  ["tickers", "issuer=OTTR,NONE", "f.issuer_trading_symbol = 'OTTR'"],
  ["an insider", "insider=brandt", "o.name ilike 'brandt%'"],
  ["price", "price-from=11&price-to=13", "r.price_per_share between 11 and 13"],
  ["shares", "shares-from=1000&shares-to=2000", "r.transaction_shares between 1000 and 2000"],
  ["filing dates", "filed-from=2025-03-05&filed-to=2025-03-06", "f.filing_date between '2025-03-05' and '2025-03-06'"],
  ["filing dates before today", "filed-within=100y", "f.filing_date is not null"],
  [
    "trade dates",
    "traded-from=2025-03-04&traded-to=2025-03-05",
    "r.transaction_date between '2025-03-04' and '2025-03-05'",
  ],
  ["delay", "delay-from=3", "f.accession_number like '%2'"],
  ["late reports", "late=1", "f.accession_number like '%2'"],
  ["codes", "code=P&code=S", "r.transaction_code in ('P', 'S')"],
  ["grants and gifts", "code=A&code=G", "r.transaction_code in ('A', 'G')"],
  [
    "sales with an exercise",
    "code=S&pattern=exercise-and-sale",
    "f.accession_number like '%3' and r.transaction_code = 'S'",
  ],
  ["no derivatives", "table=I", "r.table_number = 'I'"],
  ["value", "value-from=10000&value-to=30000", "r.transaction_shares * r.price_per_share between 10000 and 30000"],
  [
    "change of the holding",
    "change-from=50",
    "r.acquired_disposed_code = 'A' and r.shares_owned_following >= 1.5 * (r.shares_owned_following - r.transaction_shares)",
  ],
  [
    "the whole holding",
    "position=closed&table=I",
    "r.acquired_disposed_code = 'D' and r.table_number = 'I' and r.shares_owned_following = 0",
  ],
  ["industry", "sic=36", "f.issuer_cik = '9900208'"],
  ["officers", "role=officer", "o.is_officer"],
  ["CEOs", "role=ceo", "o.officer_title ilike '%chief executive%'"],
  ["CFOs", "role=cfo", "o.officer_title ilike '%chief financial%'"],
  ["general counsels", "role=general-counsel", "o.officer_title ilike '%general counsel%'"],
  ["vice presidents", "role=vp", "o.officer_title ilike '%vice president%'"],
  ["presidents", "role=president", "false"],
  ["directors", "role=director", "o.is_director"],
  ["10% owners", "role=ten-percent", "o.is_ten_percent_owner"],
];

const read = async (query: string) =>
  (
    await GET(new Request(`http://localhost/transactions.json?${query}`), {
      params: Promise.resolve({ format: "json" }),
    })
  ).json();

describe("what screeners ask, as links", () => {
  const database = serveFilings(FILINGS);
  const folder = mkdtempSync(join(tmpdir(), "section16-parameters-"));
  let copy: ListingCopy;
  let listening: Awaited<ReturnType<CopyServer["listen"]>>;
  beforeAll(async () => {
    const client = new Client({ connectionString: database().url });
    await client.connect();
    copy = await ListingCopy.open(folder, 200);
    await copy.follow(client);
    await client.end();
    listening = await new CopyServer(copy).listen(join(folder, "test.sock"));
    vi.stubEnv("SECTION16_COPY_SOCKET", join(folder, "test.sock"));
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    listening.close();
    copy.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const plain = async (condition: string, columns: string) =>
    (
      await database().pool.query(`
        select ${columns} from filing f join filing_owner o using (accession_number)
          join filing_row r using (accession_number) where r.kind = 'transaction' and ${condition}`)
    ).rows;

  test.each(QUESTIONS)("%s", async (_, query, condition) => {
    const keys = await plain(condition, "f.accession_number || ' ' || r.table_number || '-' || r.line as key");
    const { count, rows } = await read(query);
    expect(count).toBe(keys.length);
    expect(
      rows.map((found: RowInJson) => `${found.accessionNumber} ${found.tableNumber}-${found.line}`).sort(),
    ).toEqual(keys.map(({ key }) => key).sort());
  });

  test("filings by their largest transaction", async () => {
    const { rows } = await read("code=P&code=S&sort=-value");
    const largest = await plain(
      "r.transaction_code in ('P', 'S') group by 1",
      "f.accession_number as filing, max(r.transaction_shares * r.price_per_share) as value",
    );
    expect([...new Set(rows.map(({ accessionNumber }: RowInJson) => accessionNumber))]).toEqual(
      largest.sort((a, b) => Number(b.value) - Number(a.value)).map(({ filing }) => filing),
    );
  });

  test("grouped by issuer, with at least so many insiders and so much value", async () => {
    const of = async (query: string) => {
      const { groups } = await read(`code=P&code=S&${query}`);
      return groups.map(({ trades, insiders }: { trades: number; insiders: number }) => [trades, insiders]);
    };
    const [whole] = await plain(
      "f.issuer_cik = '9900208' and r.transaction_code in ('P', 'S')",
      "count(*)::int as trades, count(distinct o.cik)::int as insiders",
    );
    expect(await of("group=issuer&insiders-from=2")).toEqual([[whole.trades, whole.insiders]]);
    expect(await of("group=issuer")).toHaveLength(2);
    expect(await of("group=issuer&total-from=50000")).toHaveLength(1);
    expect(await of("group=insider&total-from=20000")).toHaveLength(2);
  });
});

type RowInJson = { accessionNumber: string; tableNumber: string; line: number };
