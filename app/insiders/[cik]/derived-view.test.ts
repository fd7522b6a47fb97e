import { describe, expect, test } from "vitest";
import { GET } from "@/app/insiders/[cik]/as/[format]/route";
import { readInsiderQuery } from "@/app/insiders/[cik]/query";
import { loadInsiderView } from "@/app/insiders/[cik]/view";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const HALVORSEN: [string, string, string] = ["9900300", "Halvorsen Marine Corp", "HVMR"];
const bought = { code: "P", letter: "A" } as const;
const sold = { code: "S", letter: "D" } as const;
const ESPP = "Includes 412 shares acquired under the Kestrel Grid Systems Employee Stock Purchase Plan.";
const PLAN = "The sale was made under a Rule 10b5-1 trading plan adopted by the reporting person on May 9, 2023.";

const number = (n: number) => `9999000001-25-${String(n).padStart(6, "0")}`;

const FILINGS = [
  filingForTest({ n: 1, form: "3", filed: "2020-06-03", period: "2020-06-01", rows: [{ held: "10000" }] }),
  filingForTest({
    n: 2,
    filed: "2024-02-06",
    period: "2024-02-05",
    notes: { F1: ESPP },
    rows: [{ ...bought, date: "2024-02-05", shares: "1000", price: "10", held: "11412", heldNote: "F1" }],
  }),
  // Due on 2024-03-07.
  filingForTest({
    n: 3,
    filed: "2024-03-20",
    period: "2024-03-05",
    notes: { F1: PLAN },
    rows: [{ ...sold, date: "2024-03-05", shares: "500", price: "20", priceNote: "F1", held: "10912" }],
  }),
  filingForTest({
    n: 4,
    filed: "2024-06-04",
    period: "2024-06-03",
    rows: [
      { ...sold, date: "2024-06-03", shares: "12", price: "20", held: "28718" },
      { held: "5000", nature: "By Family Trust" },
      {
        code: "A",
        letter: "A",
        date: "2024-06-03",
        shares: "900",
        held: "900",
        title: "Option",
        exercisePrice: "18.40",
      },
    ],
  }),
  filingForTest({
    n: 5,
    form: "4/A",
    filed: "2024-06-10",
    period: "2024-06-03",
    dateOfOriginalSubmission: "2024-06-04",
    rows: [{ ...sold, date: "2024-06-03", shares: "12", price: "21", held: "28718" }],
  }),
  filingForTest({
    n: 6,
    issuer: HALVORSEN,
    filed: "2023-05-03",
    period: "2023-05-02",
    jointOwners: [["9900500", "Halvorsen Holdings LLC"]],
    isExit: true,
    rows: [{ ...bought, date: "2023-05-02", shares: "100", price: "1", held: "100" }],
  }),
];

describe("what we derive from an insider's filings", () => {
  const load = async (query = "") => {
    const view = await loadInsiderView("9900416", readInsiderQuery(new URLSearchParams(query)), "2025-07-01");
    if (!view) throw new Error("not held");
    return view;
  };

  serveFilings(FILINGS);

  test("states the roles at every issuer, in view or not", async () => {
    const { roles } = (await load("issuer=9900208")).lead;
    expect(
      roles.map(({ issuer, roles: { current, leftOn } }) => [issuer.tradingSymbol, current?.words, leftOn]),
    ).toEqual([
      ["KSTG", "Director", null],
      ["HVMR", "Director", "2023-05-03"],
    ]);
  });

  test("sums holdings over lines, separately for each security and issuer", async () => {
    const { held } = (await load()).holdings;
    expect(held.map(({ issuer, total, direct, indirect }) => [issuer, total, direct, indirect])).toEqual([
      ["9900208", "33718", "28718", "5000"],
      ["9900300", "100", "100", "0"],
    ]);
    expect(held[0]?.parts.map(({ gaps }) => gaps)).toEqual([
      { explained: 1, unexplained: 1 },
      { explained: 0, unexplained: 0 },
    ]);
    expect(held[1]?.parts[0]?.jointOwners).toBe(1);
  });

  test("states in the headline the holding three years before the last report", async () => {
    const { heldThen, standing } = (await load("issuer=9900208")).lead;
    expect(heldThen).toEqual({ balance: "10000", years: 3, isAdjusted: false });
    expect(standing).toEqual({ isInside: true, since: "2020" });
    expect((await load()).lead.heldThen).toBeNull();
  });

  test("gives each line its lag and its reason, and leaves out superseded rows", async () => {
    const { lines, replaced } = (await load("issuer=9900208")).transactions;
    const late = lines.find(({ row }) => row.accessionNumber === number(3));
    // From Tuesday, March 5 to Wednesday, March 20: 11 business days.
    expect(late?.marks?.lateness).toMatchObject({ days: 11, due: "2024-03-07", late: true });
    const plan = lines.find(({ row }) => row.accessionNumber === number(2));
    expect(plan?.check?.reason).toEqual({ kind: "employee plan", words: ESPP, from: `${number(2)}#F1` });
    expect(lines.map(({ key }) => key)).not.toContain(`${number(4)}#I-1`);
    expect(replaced).toBe(1);
    expect((await load("issuer=9900208&code=P")).transactions.replaced).toBe(0);
  });

  test("lists plans, late filings and the reporting line", async () => {
    const { plans, lateness, reporting, lead, derivatives } = await load();
    expect(plans.plans).toMatchObject([
      { adoptedOn: "2023-05-09", basis: ["note"], daysToFirstTrade: 301, sales: { rows: 1 } },
    ]);
    expect(lateness.record).toMatchObject({
      late: 1,
      notKnown: 0,
      filings: [{ accessionNumber: number(3), days: 11 }],
    });
    expect(lead.insider).toMatchObject({ filings: 6, amendments: 1, amended: 1 });
    expect(reporting.map(({ label, steps }) => [label.tradingSymbol, steps.map(({ kind }) => kind)])).toEqual([
      ["KSTG", ["form 3", "reports", "missing", "reports", "no exit"]],
      ["HVMR", ["no form 3", "reports", "exit"]],
    ]);
    expect(reporting[0]?.steps[2]).toMatchObject({
      from: "2024-03-05",
      to: "2024-06-03",
      balances: [{ difference: "17818" }],
    });
    expect(derivatives.ladder.open).toMatchObject([{ exercisePrice: "18.40", balance: "900" }]);
  });

  test("gives the JSON twin the keys of the page", async () => {
    const answer = await GET(new Request("http://localhost/insiders/9900416/as/json"), {
      params: Promise.resolve({ cik: "9900416", format: "json" }),
    });
    const json = await answer.json();
    expect(json.roles[0]).toMatchObject({ issuer: { cik: "9900208" }, inWords: { role: "Director" } });
    expect(json.plans[0]).toMatchObject({ adoptedOn: "2023-05-09" });
    expect(json.lateness).toMatchObject({ late: 1, of: 5 });
    expect(json.holdings[0]).toMatchObject({ total: "33718" });
    expect(json.derivatives.open).toHaveLength(1);
    expect(json.reporting[0].steps[0]).toMatchObject({ kind: "form 3" });
    expect(json.rowsReplacedByAmendments).toBe(1);
    expect(Object.keys(json.lines[0])).toEqual(
      expect.arrayContaining([
        "issuer",
        "table",
        "security",
        "ownership",
        "vehicle",
        "balance",
        "asOf",
        "filing",
        "row",
        "gaps",
      ]),
    );
  });
});
