import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readAsOfDay, viewOrReason } from "@/app/as-of";
import { GET as getInsider } from "@/app/insiders/[cik]/as/[format]/route";
import { insiderJson } from "@/app/insiders/[cik]/insider-json";
import { readInsiderQuery } from "@/app/insiders/[cik]/query";
import { loadInsiderView } from "@/app/insiders/[cik]/view";
import { GET as getIssuer } from "@/app/issuers/[cik]/as/[format]/route";
import { issuerJson } from "@/app/issuers/[cik]/issuer-json";
import { readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { queryFailure } from "@/db/queries/query-failure";
import { connect } from "@/db/server/client";
import { DATABASE_ROLES, urlFor } from "@/db/server/purposes";
import type { IgnoredValue } from "@/lib/filters/filing-filter";
import { type FilingForTest, filingForTest, KESTREL, TOLLEFSEN } from "@/testing/ingested-filing-for-test";
import { serveFrom } from "@/testing/serve-for-test";
import { asOwner, createTestDatabase, type TestDatabase } from "@/testing/test-database";

const ODUYA: [string, string] = ["9900417", "Oduya Desmond K"];
const VANCE: [string, string] = ["9900421", "Vance Odile"];

const row = (code: "P" | "S", date: string, shares: string, price: string, held: string) =>
  ({ code, letter: code === "P" ? "A" : "D", date, shares, price, held }) as const;

const FILINGS: FilingForTest[] = [
  { n: 1, form: "3", filed: "2024-01-10", rows: [{ held: "1000" }] },
  { n: 2, owner: ODUYA, form: "3", filed: "2024-01-11", rows: [{ held: "500" }] },
  { n: 3, filed: "2024-02-06", period: "2024-02-05", rows: [row("P", "2024-02-05", "100", "40", "1100")] },
  // On February 20, the price of February 5 turns out to be 42.
  {
    n: 4,
    form: "4/A",
    filed: "2024-02-20",
    period: "2024-02-05",
    dateOfOriginalSubmission: "2024-02-06",
    rows: [row("P", "2024-02-05", "100", "42", "1100")],
  },
  { n: 5, owner: ODUYA, filed: "2024-03-05", period: "2024-03-04", rows: [row("S", "2024-03-04", "50", "45", "450")] },
  // Two for one between these and the filings before: 1,100 to 2,200, and 450 to 900.
  { n: 6, filed: "2024-05-07", period: "2024-05-06", rows: [row("P", "2024-05-06", "10", "21", "2210")] },
  { n: 7, owner: ODUYA, filed: "2024-05-08", period: "2024-05-07", rows: [row("S", "2024-05-07", "100", "22", "800")] },
  { n: 8, owner: VANCE, form: "3", filed: "2024-06-03", rows: [{ held: "7" }] },
  // Oduya leaves.
  {
    n: 9,
    owner: ODUYA,
    filed: "2024-07-02",
    period: "2024-07-01",
    isExit: true,
    rows: [row("S", "2024-07-01", "800", "23", "0")],
  },
  // On paper, without a date of filing.
  { n: 10, period: "2023-12-01", rows: [row("P", "2023-12-01", "5", "30", "1000")] },
];

/** The last of the filings that were known at the end of these days. */
const DAYS = ["2024-02-19", "2024-02-20", "2024-05-07", "2024-05-08", "2024-07-02"];

const insider = async (query: string, [cik] = TOLLEFSEN, today = "2026-01-01") =>
  loadInsiderView(cik, readInsiderQuery(new URLSearchParams(query)), today);
const issuer = async (query: string) => loadIssuerView(KESTREL[0], readIssuerQuery(new URLSearchParams(query)));

/** Everything that a page says, apart from what says that it shows a past day. */
const besidesDay = (json: object | null) =>
  JSON.parse(
    JSON.stringify(json, (key, value) => (["asOf", "next"].includes(key) ? undefined : value))
      .replaceAll(/[?&]as_of=[\d-]+/g, "")
      .replaceAll(/, as known on \w+ \d+, \d+/g, ""),
  );

test("a day without filings does not claim that there were none, because undated ones are left out", async () => {
  expect(await viewOrReason("2014-12-31", "This database has no filing from that day.", async () => null)).toEqual({
    day: "2014-12-31",
    reason: "This database has no filing from that day. Filings are left out if we do not know when they were filed.",
  });
});

describe("a page as of a past day", () => {
  let all: TestDatabase;

  beforeAll(async () => {
    all = await createTestDatabase();
    await ingestFiles(
      all,
      FILINGS.map((filing) => filingForTest(filing)),
      { isSample: false },
    );
  });
  afterAll(() => all.drop());

  describe("is what a record that ends on that day would show", () => {
    let then: TestDatabase;
    let stored = 0;
    beforeAll(async () => {
      then = await createTestDatabase();
    });
    afterAll(() => then.drop());

    test.each(DAYS)("%s", async (day) => {
      const known = FILINGS.filter(({ filed }) => filed !== undefined && filed <= day);
      await ingestFiles(
        then,
        known.slice(stored).map((filing) => filingForTest(filing)),
        { isSample: false },
      );
      stored = known.length;
      for (const filters of ["", "code=P&roster=former"]) {
        const query = `${filters}&as_of=${day}`;
        serveFrom(then);
        const issuerThen = await issuer(filters);
        const insidersThen = [await insider(filters, TOLLEFSEN, day), await insider(filters, ODUYA, day)];
        serveFrom(all);
        const issuerNow = await issuer(query);
        const insidersNow = [await insider(query), await insider(query, ODUYA)];
        expect(besidesDay(issuerNow && issuerJson(issuerNow))).toEqual(
          besidesDay(issuerThen && issuerJson(issuerThen)),
        );
        expect(insidersNow.map((view) => besidesDay(view && insiderJson(view)))).toEqual(
          insidersThen.map((view) => besidesDay(view && insiderJson(view))),
        );
      }
    });
  });

  describe("by hand", () => {
    beforeAll(() => serveFrom(all));

    test("an amendment does not count before it was filed, and supersedes from its day on", async () => {
      const before = await insider("as_of=2024-02-19");
      // 100 × 40.
      expect(before?.lead.sums.bought).toMatchObject({ rows: 1, value: "4000" });
      expect(before?.lead.insider).toMatchObject({ filings: 2, amended: 0, amendments: 0 });
      expect(before?.transactions.lines.map(({ entry }) => entry.filing.documentType)).toEqual(["4"]);
      const after = await insider("as_of=2024-02-20");
      // 100 × 42.
      expect(after?.lead.sums.bought).toMatchObject({ rows: 1, value: "4200" });
      expect(after?.lead.insider).toMatchObject({ filings: 3, amended: 1, amendments: 1 });
      expect(after?.transactions.lines.map(({ entry }) => entry.filing.documentType)).toEqual(["4/A"]);
    });

    test("balances are those of the last filing by then, without a later split", async () => {
      expect((await insider("as_of=2024-05-06"))?.holdings.held).toMatchObject([{ total: "1100" }]);
      expect((await insider("as_of=2024-05-07"))?.holdings.held).toMatchObject([{ total: "2210" }]);
      // One balance of 2,210 instead of 1,110 does not show a split; a second insider's does.
      expect((await issuer("as_of=2024-05-07"))?.splits).toEqual([]);
      expect((await issuer("as_of=2024-05-08"))?.splits).toMatchObject([{ ratio: { new: "2", old: "1" } }]);
    });

    test("an insider counts from the first filing until the exit is filed", async () => {
      expect((await issuer("as_of=2024-06-02"))?.lead.insiders).toEqual({ now: 2, former: 0 });
      expect((await issuer("as_of=2024-07-01"))?.lead.insiders).toEqual({ now: 3, former: 0 });
      expect((await issuer("as_of=2024-07-02"))?.lead.insiders).toEqual({ now: 2, former: 1 });
      expect(await insider("as_of=2024-06-02", VANCE)).toBeNull();
    });

    test("filings without a date are left out and counted", async () => {
      expect((await insider("as_of=2025-01-01"))?.asOf).toEqual({
        day: "2025-01-01",
        undated: 1,
        changed: 0,
        presentUrl: "/insiders/9900416",
      });
      expect((await insider("as_of=2025-01-01"))?.lead.insider.filings).toBe(4);
      expect((await insider(""))?.lead.insider.filings).toBe(5);
      expect((await insider(""))?.asOf).toBeNull();
    });

    test("its links keep the day, and the link to the present does not", async () => {
      const view = await issuer("code=P&as_of=2024-05-07");
      expect(view?.url).toBe("/issuers/9900208?code=P&as_of=2024-05-07");
      expect(view?.asOf?.presentUrl).toBe("/issuers/9900208?code=P");
      expect(view?.roster.formerHref).toBe("/issuers/9900208?code=P&roster=former&as_of=2024-05-07");
      expect(view?.title).toContain("as known on May 7, 2024");
      expect(view?.latest.next).toBeNull();
      expect(view?.latest.clearHref).toBe("/issuers/9900208?as_of=2024-05-07");
    });

    test("has a CSV of its own, and no feed", async () => {
      const get = async (format: string, query: string) => [
        await getInsider(new Request(`http://localhost/insiders/9900416/as/${format}?${query}`), {
          params: Promise.resolve({ cik: "9900416", format }),
        }),
        await getIssuer(new Request(`http://localhost/issuers/9900208/as/${format}?${query}`), {
          params: Promise.resolve({ cik: "9900208", format }),
        }),
      ];
      // One row of Tollefsen's, and no other of Kestrel's.
      for (const answer of await get("csv", "as_of=2024-02-20")) {
        expect((await answer.text()).trim().split("\r\n")).toHaveLength(2);
      }
      for (const answer of await get("atom", "as_of=2024-02-20")) expect(answer.status).toBe(400);
      for (const answer of await get("json", "as_of=2024-01-01")) {
        expect(answer.status).toBe(404);
        expect((await answer.json()).error.message).toContain(" up to January 1, 2024.");
      }
      for (const answer of await get("json", "as_of=yesterday")) expect(answer.status).toBe(400);
    });

    test("says when there are too many filings to derive for one reader", async () => {
      await all.pool.query(`
        insert into filing (accession_number, source, version, is_sample, filing_date, ordered_at, has_tables, issuer_cik)
        select '9999000002-24-' || lpad(n::text, 6, '0'), 'data-set', 1, false, '2024-01-01', '2024-01-01', true, '9900300'
        from generate_series(1, 3001) as n`);
      const answer = await getIssuer(new Request("http://localhost/issuers/9900300/as/json?as_of=2024-12-31"), {
        params: Promise.resolve({ cik: "9900300", format: "json" }),
      });
      expect(answer.status).toBe(422);
      expect((await answer.json()).error.message).toBe(
        "Past days can be shown for up to 3,000 filings, and more than that were filed on this issuer by December 31, 2024.",
      );
    });

    test("two are worked out at a time, four wait, and no more are taken", async () => {
      // However slow this machine is, no request runs out of patience.
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      const asked = await Promise.allSettled(Array.from({ length: 7 }, () => insider("as_of=2024-02-20")));
      vi.useRealTimers();
      expect(asked.map(({ status }) => status)).toEqual([...Array.from({ length: 6 }, () => "fulfilled"), "rejected"]);
      const [refused] = asked.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      expect(queryFailure(refused)).toBe("too many past days");
      // As of the present, and once the others are done.
      expect((await insider(""))?.asOf).toBeNull();
      expect((await insider("as_of=2024-02-20"))?.asOf?.day).toBe("2024-02-20");
    });

    test("leaves nothing behind for pages of today", async () => {
      await insider("as_of=2024-02-19");
      expect((await insider(""))?.lead.sums.bought).toMatchObject({ rows: 3 });
      const { rows } = await all.pool.query("select count(*)::int as filings from filing where issuer_cik = '9900208'");
      expect(rows).toEqual([{ filings: 10 }]);
    });

    test("says that the database user may not create temporary tables", async () => {
      await asOwner(all, `revoke temporary on database ${new URL(all.url).pathname.slice(1)} from public`);
      const connection = connect(urlFor("read", all.url, DATABASE_ROLES.read));
      serveFrom(connection);
      await expect(insider("as_of=2024-02-19")).rejects.toThrow("may not create temporary tables");
      expect((await insider(""))?.lead.insider.filings).toBe(5);
      await connection.end();
      serveFrom(all);
    });
  });
});

describe("the day in an address", () => {
  const read = (value: string) => {
    const ignored: IgnoredValue[] = [];
    return {
      day: readAsOfDay([["as_of", value]], ignored, "2025-06-09"),
      reasons: ignored.map(({ reason }) => reason),
    };
  };

  test("is a calendar day that has begun", () => {
    expect(read("2025-06-09")).toEqual({ day: "2025-06-09", reasons: [] });
    expect(read("2025-06-10")).toEqual({ day: null, reasons: ["in the future"] });
    expect(read("2025-02-30")).toEqual({ day: null, reasons: ["not a date such as 2025-06-09"] });
    expect(read("")).toEqual({ day: null, reasons: [] });
  });
});
