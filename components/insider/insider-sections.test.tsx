import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { HeldPart, HeldSecurity } from "@/lib/holdings/held-securities";
import type { LineStep } from "@/lib/people/reporting-line";
import { HeldInWords } from "./held-in-words";
import { InsiderHoldings } from "./insider-holdings";
import { LateFilings } from "./late-filings";
import { ReportingLines } from "./reporting-lines";

const text = (element: React.ReactElement) =>
  renderToStaticMarkup(element)
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&#x27;", "'");

const part = (more: Partial<HeldPart>): HeldPart => ({
  holdingLine: "f#I-1",
  owners: ["2"],
  security: "Common Stock",
  ownership: "D",
  vehicle: null,
  vehicleName: null,
  balance: "47432",
  asOf: "2025-06-10",
  filing: "f",
  row: "I-1",
  gaps: { explained: 0, unexplained: 0 },
  jointOwners: 0,
  mayBeSame: false,
  laterReport: null,
  since: null,
  ...more,
});

const security = (parts: HeldPart[], more: Partial<HeldSecurity> = {}): HeldSecurity => ({
  issuer: "1",
  title: "Common Stock, $0.01 par value",
  total: "52432",
  direct: "47432",
  indirect: "5000",
  from: "2025-05-20",
  to: "2025-06-10",
  parts,
  restated: [],
  ended: [],
  values: [],
  ...more,
});

const trust = part({ holdingLine: "f#I-2", ownership: "I", vehicle: "By Family Trust", balance: "5000" });

describe("the sentence on holdings", () => {
  const then = { balance: "21622", years: 3, isAdjusted: false };

  it("states the direct balance, what it was before, and the rest", () => {
    expect(text(<HeldInWords held={[security([part({}), trust])]} then={then} />)).toBe(
      "Held 47,432 shares of Common Stock directly, up from 21,622 three years before, and 5,000 indirectly, as last reported, most recently on June 10, 2025.",
    );
    expect(text(<HeldInWords held={[security([part({})], { indirect: "0" })]} then={then} />)).toBe(
      "Held 47,432 shares of Common Stock directly on June 10, 2025, up from 21,622 three years before.",
    );
  });

  it("adds “shares of” only to a title that does not name what is counted", () => {
    const held = (title: string) => [{ ...security([part({})], { indirect: "0" }), title }];
    const sentence = (title: string) => text(<HeldInWords held={held(title)} then={null} />);
    expect(sentence("Class A Common Stock, $.01 par value")).toBe(
      "Held 47,432 shares of Class A Common Stock directly on June 10, 2025.",
    );
    expect(sentence("Restricted Stock Units")).toBe("Held 47,432 Restricted Stock Units directly on June 10, 2025.");
    expect(sentence("Ordinary Shares")).toBe("Held 47,432 Ordinary Shares directly on June 10, 2025.");
  });

  it("says that balances after the period in view are the newest reported", () => {
    const held = [security([part({})], { indirect: "0" })];
    expect(text(<HeldInWords held={held} then={null} until="2024-12-31" />)).toBe(
      "Held 47,432 shares of Common Stock directly on June 10, 2025. Balances are the newest reported, not those on December 31, 2024.",
    );
    expect(text(<HeldInWords held={held} then={null} until="2025-06-10" />)).toBe(
      "Held 47,432 shares of Common Stock directly on June 10, 2025.",
    );
  });

  it("says no more than was reported", () => {
    expect(text(<HeldInWords held={[]} then={null} />)).toBe("No balance of shares has been reported.");
    expect(text(<HeldInWords held={[security([], { total: "0" })]} then={null} />)).toBe(
      "Held no shares at the last report.",
    );
  });

  it("says of which class there are none, if Table II has another: no Class A, 16,823,235 Class B", () => {
    const none = security([], { title: "Class A Common Stock", total: "0" });
    const open = (title: string) => [{ issuer: "1", title, total: "16823235", lines: 1 }];
    const sentence = (title: string) => text(<HeldInWords held={[none]} derivatives={open(title)} then={null} />);
    expect(sentence("Class B Common Stock")).toBe(
      "Held no shares of Class A Common Stock at the last report, but 16,823,235 shares of Class B Common Stock, listed in Table II.",
    );
    expect(sentence("Stock Option (right to buy)")).toBe("Held no shares at the last report.");
  });
});

describe("holdings", () => {
  const issuers = new Map([["1", "KSTG"]]);

  it("warns of balances that may belong to others or be counted twice", () => {
    const held = [security([part({ jointOwners: 2, mayBeSame: true }), { ...trust, mayBeSame: true }])];
    const said = text(<InsiderHoldings holdings={{ held, issuers }} />);
    expect(said).toContain("reported jointly with 2 others, who may own it");
    expect(said).toContain("may be the same shares. This total may count them twice.");
  });

  it("lists what a later filing reports again, and says that it is not in the total", () => {
    const laterReport = { filing: "g", row: "I-2", isUncertain: false };
    const said = (later: typeof laterReport) =>
      text(
        <InsiderHoldings
          holdings={{ held: [security([part({})], { restated: [part({ ...trust, laterReport: later })] })], issuers }}
        />,
      );
    expect(said(laterReport)).toContain("not in the total: a later filing reports the same holding");
    expect(said({ ...laterReport, isUncertain: true })).toContain("reports a holding that may be the same");
  });

  it("counts unexplained changes by whether a reason is stated", () => {
    const said = (gaps: HeldPart["gaps"]) =>
      text(<InsiderHoldings holdings={{ held: [security([part({ gaps })])], issuers }} />);
    expect(said({ explained: 6, unexplained: 1 })).toContain("7 changes, 6 explained, 1 not");
    expect(said({ explained: 1, unexplained: 0 })).toContain("1 change, explained");
  });
});

describe("the line from Form 3 to exit", () => {
  const label = { cik: "1", name: "Kestrel Grid Systems, Inc.", tradingSymbol: "KSTG" };
  const named = { filing: "f", form: "4", on: "2021-06-04", isFiled: true };
  const missing = (n: number): LineStep => ({
    kind: "missing",
    from: "2021-06-04",
    to: "2021-12-01",
    balances: [
      {
        difference: "-17818",
        table: "I",
        security: "Common Stock",
        ownership: "I",
        before: "f#I-1",
        row: `g${n}#I-1`,
        reason: null,
      },
    ],
    jointOwners: 0,
  });

  it("says what is missing, between which days, and in which direction", () => {
    expect(text(<ReportingLines lines={[{ label, steps: [missing(1)], missing: 1 }]} />)).toContain(
      "Between 2021-06-04 and 2021-12-01, something is missing: 17,818 shares of Common Stock, indirect, went out without a report",
    );
  });

  it("says of a day that it is that of the signature", () => {
    const steps: LineStep[] = [{ kind: "form 3", ...named, isFiled: false }];
    expect(text(<ReportingLines lines={[{ label, steps, missing: 0 }]} />)).toContain("Form 3, signed 2021-06-04");
  });

  it("folds if it is long, and first says how it begins and ends", () => {
    const steps: LineStep[] = [
      { kind: "no form 3" },
      ...Array.from({ length: 14 }, (_, n) => missing(n)),
      { kind: "exit", ...named },
    ];
    const markup = renderToStaticMarkup(<ReportingLines lines={[{ label, steps, missing: 14 }]} />);
    expect(markup).toContain("<details");
    expect(markup).toContain("16 steps: no Form 3 found, exit box checked 2021-06-04, 14 unexplained balances");
  });
});

it("shows the filer's own marks on late filings, and says where our count differs", () => {
  const late = {
    accessionNumber: "0000000001-25-000001",
    documentType: "4",
    issuer: { cik: "1", name: null, tradingSymbol: "KSTG" },
    filedOn: "2024-03-20",
    days: 11,
    due: "2024-03-07",
    late: true,
    marks: [],
  };
  const marked = { ...late, accessionNumber: "0000000001-25-000002", days: 2, late: false, marks: ["L"] };
  const record = { late: 1, of: 41, notKnown: 3, notDue: 0, filings: [late, marked] };
  const said = text(<LateFilings lateness={{ record, hasSeveralIssuers: false }} />);
  expect(said).toContain("1 of 41 filings with a deadline");
  const only = { ...record, of: 1, filings: [late] };
  expect(text(<LateFilings lateness={{ record: only, hasSeveralIssuers: false }} />)).toContain("1 of 1 filing with a");
  expect(said).toContain("none");
  expect(said).toContain("on time by our countL, late");
  expect(said).toContain("For 3 filings, we do not know the filing date.");
});
