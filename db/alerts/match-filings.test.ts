import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { matchFilings } from "@/db/alerts/match-filings";
import { rebuildDerived } from "@/db/derive/rebuild-derived";
import { ingestFiles } from "@/db/ingest/ingest-files";
import type { AlertRate, MatchChange, Matched } from "@/lib/alerts/alert";
import { GrowingPauses } from "@/lib/alerts/growing-pauses";
import { type FilingForTest, filingForTest, transactionForTest } from "@/testing/ingested-filing-for-test";
import { asOwner, createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Each test has filings, owners and an issuer of its own, and days that are in the future of every other test. */
let issuer: [string, string, string];
let tests = 0;
beforeEach(async () => {
  tests++;
  issuer = [String(9_910_000 + tests), `Issuer ${tests}, Inc.`, `T${tests}`];
  await database.pool.query("truncate filing_to_match; delete from alert");
});

const owner = (n: number): [string, string] => [String(9_920_000 + 100 * tests + n), `Owner ${tests} ${n}`];
const number = (n: number) => `9999000001-25-${String(100 * tests + n).padStart(6, "0")}`;

const BOUGHT = transactionForTest("P", "A", "2025-06-09", "500", "10", "1500");
/** Filed on June 10, 2025 at 17:00 in New York. */
const FILED = "2025-06-10";

const file = (n: number, of: Partial<FilingForTest>) =>
  filingForTest({ issuer, owner: owner(1), filed: FILED, rows: [BOUGHT], ...of, n: 100 * tests + n });
const ingest = (...files: ReturnType<typeof filingForTest>[]) => ingestFiles(database, files, { isSample: false });

/** An alert that begins at a moment, by default before everything that the tests file. */
const follow = (view: string, { id = "a", rate = "immediate", from = "2025-06-01T00:00:00Z" } = {}) =>
  database.pool.query(
    `insert into alert (alert_id, origin, name, view, channel, target, rate, state, starts_at)
    values ($1, 'file', $1, $2, 'mail', 'desk@example.org', $3, 'active', $4)`,
    [id, view, rate, from],
  );

type Stored = {
  alert: string;
  key: string;
  kind: string;
  accession: string;
  changes: MatchChange[] | null;
  what: Matched;
  rate: AlertRate;
};
const matches = async (): Promise<Stored[]> => {
  await matchFilings(database, {
    onFailed: (_, error) => {
      throw error;
    },
  });
  const { rows } = await database.pool.query(
    `select alert_id as alert, match_key as key, kind, accession_number as accession, changes, what, rate
    from alert_match order by alert_match_id`,
  );
  return rows;
};
const keys = async () => (await matches()).map(({ key, kind }) => `${kind} ${key}`);

describe("a trade", () => {
  test("is matched once by each alert whose view lists it, with what the filing states", async () => {
    await follow("/transactions?code=P");
    await follow("/transactions?code=S", { id: "b" });
    await follow(`/issuers/${issuer[0]}`, { id: "c" });
    await ingest(file(1, {}));
    const found = await matches();
    expect(found.map(({ alert, key, kind }) => [alert, kind, key])).toEqual([
      ["a", "new", `${number(1)}#I-1`],
      ["c", "new", `${number(1)}#I-1`],
    ]);
    expect(found[0]?.what).toMatchObject({
      subject: "transaction",
      path: `/filings/${number(1)}#I-1`,
      title: expect.stringContaining(`Owner ${tests} 1`),
      isInView: true,
      filing: { form: "4", issuer: { cik: issuer[0], symbol: `T${tests}` }, owners: [{ relationship: "Director" }] },
      // 500 × 10
      transaction: { value: "5000", stated: { transactionCode: "P", transactionShares: "500", pricePerShare: "10" } },
    });
  });

  test("of a joint filing is matched once, even if several of its owners are followed", async () => {
    const joint = file(1, { jointOwners: [owner(2)] });
    await follow("/transactions");
    await follow(`/insiders/${owner(1)[0]}`, { id: "b" });
    await follow(`/insiders/${owner(2)[0]}`, { id: "c" });
    await follow(`/insiders/${owner(3)[0]}`, { id: "d" });
    await ingest(joint);
    expect((await matches()).map(({ alert, key }) => [alert, key])).toEqual([
      ["a", `${number(1)}#I-1`],
      ["b", `${number(1)}#I-1`],
      ["c", `${number(1)}#I-1`],
    ]);
  });

  test("that several filings report is matched once, in one run or two", async () => {
    const shared = { rows: [{ ...BOUGHT, nature: "By Trust" }], jointOwners: [owner(9)] };
    await follow(`/issuers/${issuer[0]}`);
    await ingest(file(1, shared), file(2, { ...shared, owner: owner(2) }));
    expect(await keys()).toEqual([`new ${number(1)}#I-1`]);
    await ingest(file(3, { ...shared, owner: owner(3), filed: "2025-06-11" }));
    expect(await keys()).toEqual([`new ${number(1)}#I-1`]);
  });

  test("that meets two conditions of one alert is matched once, and its name or ticker finds it", async () => {
    await follow(`/transactions?issuer=%24T${tests}&issuer=${issuer[0]}`);
    await ingest(file(1, {}));
    expect(await keys()).toEqual([`new ${number(1)}#I-1`]);
  });
});

describe("an amendment", () => {
  const amendment = (shares: string, more: Partial<FilingForTest> = {}) =>
    file(2, {
      form: "4/A",
      filed: "2025-06-12",
      period: "2025-06-10",
      dateOfOriginalSubmission: FILED,
      rows: [{ ...BOUGHT, shares }],
      ...more,
    });

  test("that repeats a matched row adds nothing", async () => {
    await follow("/transactions?code=P");
    await ingest(file(1, {}));
    await matches();
    // 500 and 500.00 are the same number.
    await ingest(amendment("500.00"));
    expect(await keys()).toEqual([`new ${number(1)}#I-1`]);
  });

  test("that changes a matched row says once what changed, also if the view no longer has it", async () => {
    await follow("/transactions?code=P&shares-from=500");
    await ingest(file(1, {}));
    await matches();
    await ingest(amendment("50"));
    const [, changed, ...more] = await matches();
    expect(changed).toMatchObject({
      kind: "changed",
      key: `${number(1)}#I-1`,
      accession: number(2),
      changes: [{ field: "transactionShares", from: "500", to: "50" }],
      what: { isInView: false, path: `/filings/${number(2)}#I-1`, filing: { form: "4/A" } },
    });
    expect(more).toEqual([]);
    await database.pool.query("insert into filing_to_match (accession_number) values ($1), ($2)", [
      number(1),
      number(2),
    ]);
    expect(await matches()).toHaveLength(2);
  });

  test("that changes a row twice says each time what changed since the last time", async () => {
    await follow("/transactions?code=P");
    await ingest(file(1, {}));
    await matches();
    await ingest(amendment("50"));
    await matches();
    await ingest(
      file(3, {
        form: "4/A",
        filed: "2025-06-13",
        period: "2025-06-10",
        dateOfOriginalSubmission: FILED,
        rows: [{ ...BOUGHT, shares: "5" }],
      }),
    );
    expect((await matches()).map(({ key, changes }) => [key, changes])).toEqual([
      [`${number(1)}#I-1`, null],
      [`${number(1)}#I-1`, [{ field: "transactionShares", from: "500", to: "50" }]],
      [`${number(1)}#I-1`, [{ field: "transactionShares", from: "50", to: "5" }]],
    ]);
  });

  test("of a filing from before the alert reports only what it changes", async () => {
    const rows = [BOUGHT, { ...BOUGHT, shares: "70", date: "2025-06-10" }];
    await follow("/transactions?code=P", { from: "2025-06-11T12:00:00Z" });
    await ingest(file(1, { rows }));
    await ingest(amendment("500", { rows: [rows[0] ?? BOUGHT, { ...BOUGHT, shares: "77", date: "2025-06-10" }] }));
    expect((await matches()).map(({ kind, key, changes }) => [kind, key, changes])).toEqual([
      ["changed", `${number(2)}#I-2`, [{ field: "transactionShares", from: "70", to: "77" }]],
    ]);
  });

  test("is matched even if it changes nothing, in a view of amendments", async () => {
    await follow("/transactions?form=4%2FA", { from: "2025-06-11T12:00:00Z" });
    await ingest(file(1, {}), amendment("500"));
    expect(await keys()).toEqual([`new ${number(2)}#I-1`]);
  });
});

describe("nothing is matched twice", () => {
  test("when a filing is stored again, derived again, or everything is rebuilt", async () => {
    await follow("/transactions?code=P");
    const again = file(1, { notes: { F1: "A gift to a charity." } });
    await ingest(again);
    expect(await matches()).toHaveLength(1);
    await ingest(again);
    await database.pool.query(
      "insert into filing_to_derive select accession_number from filing on conflict do nothing",
    );
    await ingest(again);
    await rebuildDerived(database, {});
    expect(await matches()).toHaveLength(1);
  });

  test("when a filing gets its accession number later", async () => {
    await follow("/transactions?code=P");
    const { read } = file(1, {});
    const text = (await read()).bytes.toString();
    const bytes = Buffer.from(/<XML>(.*)<\/XML>/s.exec(text)?.[1] ?? "");
    await ingest({ fileName: "form.xml", read: async () => ({ fileName: "form.xml", bytes }) });
    expect(await keys()).toEqual([expect.stringMatching(/^new local-.*#I-1$/)]);
    await ingest(file(1, {}));
    const { rows } = await database.pool.query("select from filing where accession_number = $1", [number(1)]);
    expect(rows).toHaveLength(1);
    expect(await keys()).toHaveLength(1);
  });

  test("when the queue has a filing twice, and when two processes read it", async () => {
    await follow("/transactions?code=P");
    await ingest(file(1, {}), file(2, { owner: owner(2), rows: [{ ...BOUGHT, shares: "7" }] }));
    await database.pool.query(
      "insert into filing_to_match (accession_number) select accession_number from filing_to_match",
    );
    await Promise.all([matchFilings(database, { batch: 1 }), matchFilings(database, { batch: 1 })]);
    expect(await matches()).toHaveLength(2);
  });
});

describe("what was filed before an alert began", () => {
  test("is not matched, when it is stored later, and not even queued", async () => {
    await follow("/transactions?code=P", { from: "2025-06-10T22:00:00Z" });
    // 17:00 in New York is 21:00 UTC.
    await ingest(file(1, {}), file(2, { owner: owner(2), filed: "2019-03-01" }));
    const { rowCount } = await database.pool.query("select from filing_to_match");
    expect(rowCount).toBe(0);
    expect(await matches()).toEqual([]);
  });

  test("is not matched by an alert that began later than another", async () => {
    await follow("/transactions?code=P");
    await follow("/transactions?code=P", { id: "b", from: "2025-06-10T22:00:00Z" });
    await ingest(file(1, {}));
    expect((await matches()).map(({ alert }) => alert)).toEqual(["a"]);
    await ingest(file(2, { filed: "2025-06-11", rows: [{ ...BOUGHT, date: "2025-06-11" }] }));
    expect((await matches()).map(({ alert, accession }) => [alert, accession])).toEqual([
      ["a", number(1)],
      ["a", number(2)],
      ["b", number(2)],
    ]);
  });

  test("costs no row of the queue if there is no active alert", async () => {
    await follow("/transactions");
    await database.pool.query("update alert set state = 'stopped'");
    await ingest(file(1, {}));
    const { rowCount } = await database.pool.query("select from filing_to_match");
    expect(rowCount).toBe(0);
  });
});

test("an immediate alert gets what was filed more than three days ago once a day, and new filings at once", async () => {
  const today = new Date(Date.now() - 3_600_000).toISOString().slice(0, 10);
  await follow("/transactions?code=P");
  await follow("/transactions?code=P", { id: "b", rate: "weekly" });
  await ingest(file(1, {}), file(2, { owner: owner(2), filed: today, rows: [{ ...BOUGHT, date: today }] }));
  expect((await matches()).map(({ alert, accession, rate }) => [alert, accession, rate])).toEqual([
    ["a", number(1), "daily"],
    ["a", number(2), "immediate"],
    ["b", number(1), "weekly"],
    ["b", number(2), "weekly"],
  ]);
});

test("a row that joins a cluster later is matched then, once", async () => {
  const bought = { ...BOUGHT, title: "Common Stock" };
  const by = (n: number) => file(n, { owner: owner(n), rows: [{ ...bought, shares: String(500 + n) }] });
  await follow("/transactions?cluster-from=3");
  await ingest(by(1), by(2));
  expect(await matches()).toEqual([]);
  await ingest(by(3));
  const once = [1, 2, 3].map((n) => `new ${number(n)}#I-1`);
  expect((await keys()).sort()).toEqual(once);
  await ingest(by(4));
  expect((await keys()).sort()).toEqual([...once, `new ${number(4)}#I-1`]);
});

describe("a filing with holdings only", () => {
  const holdings = () => file(1, { form: "3", rows: [{ held: "100" }, { held: "20", nature: "By Trust" }] });

  test("is matched once where the view lists filings, and not where it lists transactions", async () => {
    await follow("/filings?form=3");
    await follow("/transactions?form=3", { id: "b" });
    await follow(`/insiders/${owner(1)[0]}`, { id: "c" });
    await follow("/filings?code=P", { id: "d" });
    await ingest(holdings());
    expect((await matches()).map(({ alert, key }) => [alert, key])).toEqual([
      ["a", number(1)],
      ["c", number(1)],
    ]);
    expect((await matches())[0]?.what).toMatchObject({
      subject: "filing",
      path: `/filings/${number(1)}`,
      title: `Owner ${tests} 1, Issuer ${tests}, Inc.: reports 2 holdings`,
    });
  });

  test("is not what a filing becomes whose transactions an amendment restates", async () => {
    await follow("/filings");
    await ingest(file(1, {}));
    await matches();
    await ingest(file(2, { form: "4/A", filed: "2025-06-12", period: "2025-06-10", dateOfOriginalSubmission: FILED }));
    expect(await keys()).toEqual([`new ${number(1)}#I-1`]);
  });
});

describe("a footnote search", () => {
  const cited = { ...BOUGHT, priceNote: "F1" };

  test("matches each footnote and the remarks once, with their text", async () => {
    await follow("/footnotes?q=pledged");
    await ingest(
      file(1, {
        rows: [cited],
        notes: { F1: "These shares are pledged.", F2: "Something else." },
        remarks: "No pledged shares were sold.",
      }),
    );
    const found = await matches();
    expect(found.map(({ key, what }) => [key, what.path, what.footnote?.text])).toEqual([
      [`${number(1)}#F1`, `/filings/${number(1)}#F1`, "These shares are pledged."],
      [`${number(1)}#remarks`, `/filings/${number(1)}#remarks`, "No pledged shares were sold."],
    ]);
  });

  test("does not match what an amendment repeats, and matches what it adds", async () => {
    await follow("/footnotes?q=pledged");
    const notes = { F1: "These shares are pledged." };
    const original = file(1, { rows: [cited], notes });
    await ingest(original);
    await matches();
    await ingest(
      file(2, {
        form: "4/A",
        filed: "2025-06-12",
        period: "2025-06-10",
        dateOfOriginalSubmission: FILED,
        rows: [cited],
        notes: { ...notes, F2: "Other shares are pledged too." },
      }),
    );
    expect(await keys()).toEqual([`new ${number(1)}#F1`, `new ${number(2)}#F2`]);
  });

  test("says how the text of a footnote changed, if a filing comes with another", async () => {
    await follow("/footnotes?q=pledged");
    await ingest(file(1, { rows: [cited], notes: { F1: "All shares are pledged." } }));
    await matches();
    await ingest(file(1, { rows: [cited], notes: { F1: "No share is a loan's security." } }));
    expect((await matches()).slice(1)).toMatchObject([
      {
        kind: "changed",
        key: `${number(1)}#F1`,
        changes: [{ field: "footnote", from: "All shares are pledged.", to: "No share is a loan's security." }],
        what: { isInView: false },
      },
    ]);
  });
});

describe("the queue", () => {
  /** Simulates a bug that concerns one filing. */
  const breakFiling = (n: number) =>
    asOwner(
      database,
      `create function fail() returns trigger language plpgsql as $$ begin raise exception 'an unknown fault'; end $$;
      create trigger fail before insert on alert_match for each row when (new.accession_number = '${number(n)}') execute function fail()`,
    );
  const repairFiling = () => asOwner(database, "drop trigger fail on alert_match; drop function fail");

  test("keeps a filing until it has been derived", async () => {
    await follow("/transactions?code=P");
    await ingest(file(1, {}));
    await database.pool.query("insert into filing_to_derive values ($1)", [number(1)]);
    expect(await matches()).toEqual([]);
    await database.pool.query("delete from filing_to_derive");
    expect(await matches()).toHaveLength(1);
    const { rowCount } = await database.pool.query("select from filing_to_match");
    expect(rowCount).toBe(0);
  });

  test("keeps a filing that only a rebuild derives, until the rebuilt tables are in place", async () => {
    await follow("/transactions?code=P");
    await ingest(file(1, {}));
    await database.pool.query("insert into filing_to_derive values ($1)", [number(1)]);
    for (const table of ["listing", "event_row", "row_check"])
      await database.pool.query(`delete from ${table} where accession_number = $1`, [number(1)]);
    expect(await matches()).toEqual([]);
    await rebuildDerived(database, {});
    expect(await keys()).toEqual([`new ${number(1)}#I-1`]);
  });

  test("goes on after a filing that cannot be compared, which comes last and is tried again", async () => {
    await follow("/transactions?code=P");
    await ingest(file(1, {}), file(2, { owner: owner(2), rows: [{ ...BOUGHT, shares: "7" }] }));
    await breakFiling(1);
    const failed: string[] = [];
    const done = await matchFilings(database, { onFailed: (accessionNumber) => failed.push(accessionNumber) });
    expect(done).toBe(1);
    expect(failed).toEqual([number(1)]);
    const { rows } = await database.pool.query("select accession_number as number from alert_match");
    expect(rows).toEqual([{ number: number(2) }]);
    await repairFiling();
    expect((await keys()).sort()).toEqual([`new ${number(1)}#I-1`, `new ${number(2)}#I-1`]);
  });

  test("leaves a filing that always fails alone during growing pauses, in which others are compared", async () => {
    await follow("/transactions?code=P");
    await ingest(file(1, {}));
    await breakFiling(1);
    const minute = 60_000;
    const pauses = new GrowingPauses();
    const said: [string, number][] = [];
    const matchAfter = (minutes: number) =>
      matchFilings(database, {
        pauses,
        now: minutes * minute,
        onFailed: (accessionNumber, _, pause) => said.push([accessionNumber, pause / minute]),
      });
    await matchAfter(0);
    expect(said).toEqual([[number(1), 1]]);
    await ingest(file(2, { owner: owner(2), rows: [{ ...BOUGHT, shares: "7" }] }));
    expect(await matchAfter(0.5), "the other one").toBe(1);
    expect(said).toHaveLength(1);
    await matchAfter(1);
    await matchAfter(2.5);
    expect(said).toEqual([
      [number(1), 1],
      [number(1), 2],
    ]);
    await repairFiling();
    expect(await matchAfter(3)).toBe(1);
    expect(pauses.all()).toEqual([]);
  });

  test("forgets a filing that was deleted", async () => {
    await follow("/transactions?code=P");
    await database.pool.query("insert into filing_to_match (accession_number) values ('none')");
    expect(await matches()).toEqual([]);
    const { rowCount } = await database.pool.query("select from filing_to_match");
    expect(rowCount).toBe(0);
  });

  test("is not stopped by an alert whose view cannot be read: it is disabled, with the reason", async () => {
    await follow("/clusters", { id: "a" });
    await follow("/transactions?code=P", { id: "b" });
    await ingest(file(1, {}));
    expect((await matches()).map(({ alert }) => alert)).toEqual(["b"]);
    const { rows } = await database.pool.query("select state, state_reason from alert where alert_id = 'a'");
    expect(rows).toEqual([
      { state: "disabled", state_reason: expect.stringContaining("The view /clusters is not a list") },
    ]);
  });
});
