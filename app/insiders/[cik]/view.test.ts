import { describe, expect, test } from "vitest";
import { GET } from "@/app/insiders/[cik]/as/[format]/route";
import { readInsiderQuery } from "@/app/insiders/[cik]/query";
import { loadInsiderView } from "@/app/insiders/[cik]/view";
import { TRANSACTION_COLUMNS } from "@/components/listing/transactions-model";
import { rowId } from "@/lib/record/reported-row";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const HALVORSEN: [string, string, string] = ["9900300", "Halvorsen Marine Corp", "HVMR"];
const OTHER: [string, string] = ["9900417", "Someone Else"];

const bought = { code: "P", letter: "A" } as const;
const sold = { code: "S", letter: "D" } as const;

const FILINGS = [
  filingForTest({ n: 1, form: "3", filed: "2024-06-03", rows: [{ held: "10000" }] }),
  filingForTest({
    n: 2,
    filed: "2025-02-04",
    rows: [
      { ...bought, date: "2025-02-03", shares: "1000", price: "10.00", held: "11000" },
      { ...bought, date: "2025-02-03", shares: "500", price: "10.40", held: "11500" },
    ],
  }),
  filingForTest({
    n: 3,
    filed: "2025-03-04",
    rows: [
      { ...sold, date: "2025-03-03", shares: "7500", price: "64.87", held: "4412" },
      { ...sold, date: "2025-03-03", shares: "12", held: "4400" },
      { code: "J", shares: "1" },
    ],
  }),
  filingForTest({
    n: 4,
    form: "4/A",
    filed: "2025-02-10",
    period: "2025-02-04",
    rows: [{ ...bought, date: "2025-02-03", shares: "1000", price: "10.10", held: "11000" }],
  }),
  filingForTest({
    n: 5,
    issuer: HALVORSEN,
    period: "2023-05-02",
    rows: [{ ...bought, date: "2023-05-02", shares: "100", price: "1", held: "100" }],
  }),
  filingForTest({
    n: 6,
    owner: OTHER,
    filed: "2025-02-04",
    rows: [{ ...bought, date: "2025-02-03", shares: "9", price: "9" }],
  }),
  filingForTest({
    n: 7,
    owner: ["9900418", "Many Rows"],
    filed: "2025-04-01",
    rows: Array.from({ length: 105 }, (_, index) => ({ ...bought, date: "2025-03-31", shares: String(index + 1) })),
  }),
];

const TODAY = "2025-07-01";

describe("an insider's page", () => {
  const load = async (query = "", cik = "9900416") => {
    const view = await loadInsiderView(cik, readInsiderQuery(new URLSearchParams(query)), TODAY);
    if (!view) throw new Error("not held");
    return view;
  };
  const keys = (view: Awaited<ReturnType<typeof load>>) =>
    view.transactions.lines.map(({ row }) => `${Number(row.accessionNumber.slice(-6))} ${rowId(row)}`);
  const get = (format: string, query = "", cik = "9900416") =>
    GET(new Request(`http://localhost/insiders/${cik}/as/${format}?${query}`), {
      params: Promise.resolve({ cik, format }),
    });

  serveFilings(FILINGS);

  test("lists her current rows of all issuers, newest trade first and undated rows last", async () => {
    expect(keys(await load())).toEqual(["3 I-2", "3 I-1", "4 I-1", "2 I-2", "5 I-1", "3 I-3"]);
  });

  test("without a match, offers her other trades there, and such trades elsewhere", async () => {
    expect((await load("issuer=9900300&code=S")).transactions.relaxed).toEqual([
      { label: "Any code", href: "/insiders/9900416?issuer=9900300", count: "1 filing" },
      { label: "Any issuer", href: "/insiders/9900416?code=S", count: "1 filing" },
    ]);
  });

  test("is headed by the name in reading order, as her own signature confirms", async () => {
    expect((await load()).lead.name).toBe("Ingrid M. Tollefsen");
    expect((await load("", "9900417")).lead.name).toBe("Someone Else");
  });

  test("sums purchases and sales as last amended: 1,000 × 10.10 + 500 × 10.40 + 100 × 1 = 15,400", async () => {
    const { sums } = (await load()).lead;
    expect(sums.bought).toMatchObject({ rows: 3, shares: "1600", value: "15400", valueMissing: 0 });
    // 7,500 × 64.87, and 12 more shares without a price.
    expect(sums.sold).toMatchObject({ rows: 2, value: "486525", valueMissing: 1 });
  });

  test("sums only the transactions in view", async () => {
    expect((await load("issuer=9900300")).lead.sums.bought.value).toBe("100");
    expect((await load("traded-from=2025-03-01")).lead.sums.bought.rows).toBe(0);
    expect((await load("code=P&traded-from=2025-01-01")).lead.sums).toMatchObject({
      bought: { rows: 2, value: "15300" },
      sold: { rows: 0 },
    });
  });

  test("checks each balance over the whole line, even if the page shows only part of it", async () => {
    // 11,500 − 7,500 = 4,000, but 4,412 is reported. The amendment's row takes the position of the row that it restates.
    const all = await load();
    expect(all.transactions.lines.map(({ check }) => check?.state ?? null)).toEqual([
      "consistent",
      "gap",
      "consistent",
      "consistent",
      "first",
      null,
    ]);
    expect(
      all.transactions.lines.slice(2, 4).map(({ check }) => [check?.prior?.accessionNumber, check?.expected]),
    ).toEqual([
      ["9999000001-25-000001", "11000"],
      ["9999000001-25-000004", "11500"],
    ]);
    const part = await load("traded-from=2025-03-01&traded-to=2025-03-03&sort=traded");
    expect(part.transactions.lines[0]?.check).toMatchObject({ state: "gap", expected: "4000", difference: "412" });
  });

  test("gives the last balance of each line, regardless of the dates in view", async () => {
    const { balances } = await load("issuer=9900208&traded-to=2025-02-28");
    expect(balances).toHaveLength(1);
    expect(balances[0]).toMatchObject({
      balance: "4400",
      asOf: "2025-03-03",
      filing: "9999000001-25-000003",
      row: "I-2",
    });
  });

  test("leaves out filings without a filing date when filtered by filing date, and says how many", async () => {
    const view = await load("filed-from=2025-02-05");
    expect(keys(view)).toEqual(["3 I-2", "3 I-1", "4 I-1", "3 I-3"]);
    expect(view.lead.undated).toBe(1);
    expect((await load()).lead.undated).toBeNull();
  });

  test("links to the same transactions in the screener", async () => {
    expect((await load("code=P")).transactions.screener).toBe("/transactions?insider=9900416&code=P");
  });

  test("continues after the fiftieth row, in any order, and ends", async () => {
    const page = async (query: string | undefined) => (await load(query, "9900418")).transactions;
    const first = await page("sort=shares");
    expect(first.count).toEqual({ count: 105, countAtLeast: 105 });
    expect([first.lines.length, first.lines[49]?.row.transactionShares.value]).toEqual([50, "50"]);
    expect(first.next).toBe("/insiders/9900418?sort=shares&after=9999000001-25-000007.I-50");
    const second = await page(first.next?.split("?")[1]);
    expect([second.lines[0]?.row.transactionShares.value, second.lines.length]).toEqual(["51", 50]);
    const third = await page(second.next?.split("?")[1]);
    expect(third.lines.map(({ row }) => row.transactionShares.value)).toEqual(["101", "102", "103", "104", "105"]);
    expect(third.next).toBeNull();
  });

  test("has one address per view: fixed order, no default values", async () => {
    const { url } = await load("sort=-traded&columns=value&code=S&columns=traded&issuer=0009900208&traded-to=");
    expect(url).toBe("/insiders/9900416?issuer=9900208&code=S&columns=traded&columns=value");
    const standard = (await load()).transactions.columns.map((id) => `columns=${id}`).join("&");
    expect((await load(standard)).url).toBe("/insiders/9900416");
  });

  test("lists the parts of the address that it cannot read, and ignores them", async () => {
    const { ignored, transactions } = await load("sort=-notes&columns=colour&after=9-9.I-1&form=4&code=BUY");
    expect(ignored.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "name form",
      "value code",
      "value sort",
      "value columns",
      "value after",
    ]);
    expect(transactions.count.count).toBe(6);
  });

  test("does not exist for an unknown CIK", async () => {
    expect(await loadInsiderView("1", readInsiderQuery([]), TODAY)).toBeNull();
  });

  describe("in data formats", () => {
    test("gives in JSON what was filed, the check, and the lines", async () => {
      const json = await (await get("json", "issuer=9900208&code=S")).json();
      expect(json).toMatchObject({ title: "Ingrid M. Tollefsen: issuer Kestrel Grid Systems, Inc., code S", count: 2 });
      expect(json.filter).toEqual({ issuer: ["9900208"], code: ["S"] });
      expect(json.rows[1]).toMatchObject({
        id: "I-1",
        transactionShares: { value: "7500", footnotes: [] },
        check: { state: "gap", difference: "412" },
        derived: { transactionValue: "486525", underPlan: false },
      });
      expect(json.lines[0]).toMatchObject({
        issuer: "9900208",
        table: "I",
        ownership: "D",
        vehicle: null,
        balance: "4400",
      });
      expect(json.lines[0].gaps).toEqual([
        {
          filing: "9999000001-25-000003",
          row: "I-1",
          expected: "4000",
          reported: "4412",
          difference: "412",
          reason: null,
          reasonWords: null,
          reasonFrom: null,
        },
      ]);
    });

    test("has in CSV every column or the chosen ones, and the lines in the requested order", async () => {
      const all = await (await get("csv")).text();
      expect(all.split("\r\n")[0]).toBe(TRANSACTION_COLUMNS.flatMap(({ csv }) => csv).join(","));
      expect(all.trim().split("\r\n")).toHaveLength(7);
      const chosen = await (await get("csv", "columns=value&columns=row&sort=-value")).text();
      const [header, largest] = chosen.split("\r\n");
      expect(header).toBe(
        "transaction_total_value,transaction_total_value_footnotes,value,derived_transaction_value,implausible,implausible_reason,implausible_cause,implausible_compared_with,implausible_times,accession_number,table_number,line,line_is_filed,kind,unread,uncertain,derived_counted,derived_superseded_by,derived_event,url",
      );
      expect(largest).toContain(",,486525,486525,,,,,,9999000001-25-000003,I,1,true,transaction,,,");
    });

    test("has the newest filing first in Atom, regardless of the table's order", async () => {
      const feed = await (await get("atom", "sort=value")).text();
      const ids = [...feed.matchAll(/<entry><id>tag:section16\.local,2026:[\d-]+0(\d)\/([\w-]+)</g)];
      expect(ids.map(([, filing, row]) => `${filing} ${row}`)).toEqual([
        "3 I-1",
        "3 I-2",
        "3 I-3",
        "4 I-1",
        "2 I-2",
        "5 I-1",
      ]);
    });

    test("answers an unreadable value with an error that names it, and only lists a name that is not a filter", async () => {
      for (const query of ["sort=colour", "columns=colour", "code=BUY", "traded-from=2025-02-30", "after=9-9.I-1"]) {
        const answer = await get("json", query);
        expect(answer.status, query).toBe(400);
        expect((await answer.json()).error.values[0].name).toBe(query.split("=")[0]);
      }
      const answer = await get("json", "utm_source=mail");
      expect(answer.status).toBe(200);
      expect((await answer.json()).ignored).toMatchObject([{ kind: "name", name: "utm_source" }]);
    });

    test("redirects a CIK with leading zeros, and answers 404 for an unknown CIK", async () => {
      const moved = await get("csv", "code=S", "0009900416");
      expect([moved.status, moved.headers.get("location")]).toEqual([308, "/insiders/9900416.csv?code=S"]);
      for (const format of ["json", "csv", "atom"]) expect((await get(format, "", "1")).status, format).toBe(404);
      expect((await get("xml")).status).toBe(404);
    });
  });
});
