import type { Client } from "pg";
import type { AskedParties } from "@/db/copy/questions";
import { FACET_NAMES, FACETS, type FacetName, type SliceName } from "@/lib/filters/facets";
import { FILTER_PARTS } from "@/lib/filters/filing-filter";
import { ROLES, type Role } from "@/lib/record/role";
import type { Dice } from "@/testing/dice";

export const ISSUERS = ["9900001", "9900002", "9900003", "9900004"];
const OWNERS = ["9900011", "9900012", "9900013", "9900014", "9900015"];
const CODES = ["P", "P", "S", "S", "S", "A", "M", "F", "G", "W", "?!", null];

/** Two bytes hold the days from 1880-04-15 to 2059-09-18. */
const ODD_DAYS = ["0020-06-10", "1880-04-13", "1880-04-14", "1880-04-15", "2059-09-18", "2059-09-19", "9999-12-31"];
const ODD_SHARES = ["3000000000", "0.00000001", "-100", "333333.333333"];
const ODD_PRICES = ["10.1234567", "0.00000001", "1000000", "999999.999999"];

export type Asked = { params: [string, string][] } & AskedParties;
export const NOBODY: AskedParties = { issuers: null, insiders: null, industries: null };

export const TODAY = "2024-10-15";

/** Filings and filters at random, the same for the same dice. */
export function randomListing(roll: Dice) {
  const below = (limit: number) => Math.floor(roll() * limit);
  const of = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const day = () => `2024-${String(1 + below(12)).padStart(2, "0")}-${String(1 + below(28)).padStart(2, "0")}`;

  /**
   * A filing with random rows and owners.
   * @param oddity how many rows have a date or figure that is hardly ever filed, and how many owners have no CIK
   */
  async function putFiling(client: Client, n: number, oddity = 0) {
    const number =
      n % 50 === 0 ? `local-${String(n).padStart(12, "0")}` : `9999000001-24-${String(n).padStart(6, "0")}`;
    const filed = roll() < 0.1 ? null : day();
    const issuer = roll() < 0.05 ? null : of(ISSUERS);
    const form = of(["3", "4", "4", "4", "4/A", "5", "5/A"]);
    await client.query(
      `insert into filing (accession_number, source, version, is_sample, ordered_at, filing_date, document_type, issuer_cik, has_tables)
       values ($1, 'xml', 1, true, $2, $3, $4, $5, true)`,
      [number, `${filed ?? day()}T${of(["12:00:00", "12:00:00", "16:30:00.250"])}Z`, filed, form, issuer],
    );
    const isOdd = () => oddity > 0 && roll() < oddity;
    const owners = [...new Set([of(OWNERS), ...(roll() < 0.3 ? [of(OWNERS)] : [])])];
    const rows = Array.from({ length: below(5) }, (_, at) => at + 1);
    const event = roll() < 0.2 ? `9999000001-24-${String(1 + below(n)).padStart(6, "0")}#I-1` : null;
    for (const line of rows.length === 0 ? [0] : rows) {
      const code = line === 0 ? null : of(CODES);
      const isTrade = code === "P" || code === "S";
      const isExerciseOrSale = code !== null && ["M", "X", "O", "S"].includes(code);
      const isFirst = code === "P" && roll() < 0.3;
      const plan = isTrade ? of(["under", "not-indicated", "no-box"]) : null;
      const traded = isOdd() ? of(ODD_DAYS) : roll() < 0.1 ? null : day();
      const values = [
        line === 0 ? "" : of(["I", "I", "II"]),
        line,
        code,
        traded,
        isOdd() ? of(ODD_SHARES) : of(["100", "2500.5", "2500.25", null]),
        isOdd() ? of(ODD_PRICES) : of(["10.25", "0.0001", "1e30", null]),
        of([true, false, false, null]),
        plan,
        plan === "under" && roll() < 0.7 ? day() : null,
        isTrade ? of([null, "stated", "wide"]) : null,
        roll() < 0.05,
        isTrade && roll() < 0.1 ? of(["unsure", "currency", "letter"]) : null,
        line === 1 ? event : null,
        of(["A", "D", null]),
        of(["250", "25000.0001", "25000.0003", null]),
        of(["-100", "0.0001", "50", "50.0625", "50.0626", null]),
        of([null, null, "new", "closed"]),
        of([null, 2, 5]),
        of([null, true, false, false]),
        below(2 ** ROLES.length),
        owners.length > 1,
        form.endsWith("/A"),
        isTrade ? of(["routine", "opportunistic", "unclassified", null]) : null,
        isFirst,
        isFirst || (code === "P" && roll() < 0.3),
        code === "G" ? of([null, "gift-before-fall"]) : isExerciseOrSale ? of([null, "exercise-and-sale"]) : null,
        isTrade ? of([null, 2, 3, 5]) : null,
        line === 0 ? null : roll() < 0.4,
      ];
      for (const [at, owner] of owners.entries())
        await client.query(
          `insert into listing (accession_number, ordered_at, filing_date, document_type, issuer_cik, owner_position, owner_cik, table_number,
            line, code, transaction_date, shares, price, is_indirect, plan, plan_adopted_on, price_range, is_implausible, apart, event,
            side, value, change, position, delay, is_late, roles, is_joint, is_amended, label, is_first, is_first_in_two_years,
            pattern, cluster_insiders, cites_facts)
           select accession_number, ordered_at, filing_date, document_type, issuer_cik, $2::smallint, $3, $4, $5::smallint, $6, $7::date,
             $8::numeric, $9::numeric, $10::boolean, $11, $12::date, $13, $14::boolean, $15, $16,
             $17, $18::numeric, $19::numeric, $20, $21::int, $22::boolean, $23::smallint, $24::boolean, $25::boolean, $26, $27::boolean, $28::boolean,
             $29, $30::smallint, $31::boolean
           from filing where accession_number = $1`,
          [number, at + 1, isOdd() ? null : owner, ...values],
        );
    }
  }

  const RANGES: Record<string, () => string> = {
    "filed-from": day,
    "filed-to": day,
    "filed-within": () => of(["7d", "4m", "1y", "this-year", "last-year"]),
    "traded-from": day,
    "traded-to": day,
    "traded-within": () => of(["30d", "4m", "1y", "this-year", "last-year"]),
    "adopted-from": day,
    "adopted-days-to": () => "60",
    "price-from": () => "0.0001",
    "shares-to": () => "2500.5",
    "value-from": () => "25000.0001",
    "change-from": () => "0.0001",
    "change-to": () => "50",
    "delay-from": () => "3",
    "cluster-from": () => of(["2", "3"]),
  };

  /** A random filter of up to five parts. */
  function anyFilter(): Asked {
    const params: [string, string][] = [];
    let issuers: string[] | null = null;
    let insiders: string[] | null = null;
    let industries: AskedParties["industries"] = null;
    for (let parts = below(6); parts > 0; parts--) {
      const what = below(10);
      if (what < 5) {
        const facet = of(FACET_NAMES);
        for (let values = 1 + below(2); values > 0; values--)
          params.push([FILTER_PARTS[facet].param, of<string>(FACETS[facet])]);
      } else if (what === 5) issuers = [...new Set([of(ISSUERS), of(ISSUERS)])];
      else if (what === 6) insiders = [...new Set([of(OWNERS), of(OWNERS)])];
      else if (what === 7) industries = { ciks: [of(ISSUERS)], orAllBut: of([null, ISSUERS.slice(0, 2)]) };
      else {
        const name = of(Object.keys(RANGES));
        if (!params.some(([known]) => known === name)) params.push([name, RANGES[name]?.() ?? ""]);
      }
    }
    const unique = new Map(params.map((pair) => [pair.join(), pair]));
    return { params: [...unique.values()], issuers, insiders, industries };
  }

  return { roll, below, of, putFiling, anyFilter };
}

/** On October 15, 2024. */
const BEGINS: Record<string, string> = {
  "1d": "date '2024-10-15'",
  "7d": "date '2024-10-09'",
  "30d": "date '2024-09-16'",
  "90d": "date '2024-07-18'",
  "4m": "date '2024-06-16'",
  "1y": "date '2023-10-16'",
  "this-year": "date '2024-01-01'",
  "last-year": "date '2023-01-01'",
};

/** Each filter as plain SQL over the lines of first owners. */
export const IN_SQL: Record<string, (value: string) => string> = {
  "filed-from": (day) => `filing_date >= '${day}'`,
  "filed-to": (day) => `filing_date <= '${day}'`,
  "traded-from": (day) => `transaction_date >= '${day}'`,
  "traded-to": (day) => `transaction_date <= '${day}'`,
  "adopted-from": (day) => `plan_adopted_on >= '${day}'`,
  "adopted-days-to": (days) => `transaction_date - plan_adopted_on <= ${days}`,
  // Filings after 5:30 pm have the date of the next day.
  "filed-within": (words) =>
    words === "last-year" ? `filing_date between ${BEGINS[words]} and '2023-12-31'` : `filing_date >= ${BEGINS[words]}`,
  "traded-within": (words) =>
    `transaction_date between ${BEGINS[words]} and '${words === "last-year" ? "2023-12-31" : TODAY}'`,
  sic: (digits) =>
    digits === "unknown"
      ? "not exists (select from industry where cik is not distinct from issuer_cik)"
      : `exists (select from industry where cik = issuer_cik and code like '${digits}%')`,
  "price-from": (price) => `price >= ${price} and not is_implausible`,
  "shares-to": (shares) => `shares <= ${shares} and not is_implausible`,
  "value-from": (value) => `value >= ${value} and not is_implausible`,
  "change-from": (change) => `change >= ${change} and not is_implausible`,
  "change-to": (change) => `change <= ${change} and not is_implausible`,
  "delay-from": (delay) => `delay >= ${delay} and transaction_date is not null`,
  role: (role) => `roles & ${1 << ROLES.indexOf(role as Role)} <> 0`,
  side: (side) => `side = '${side}'`,
  ownership: (ownership) => (ownership === "I" ? "is_indirect" : "not is_indirect"),
  table: (table) => `table_number = '${table}'`,
  position: (position) => `position = '${position}' and not is_implausible`,
  late: () => "is_late",
  amended: () => "is_amended",
  joint: () => "is_joint",
  label: (label) => `label = '${label}'`,
  first: (which) => (which === "2y" ? "is_first_in_two_years" : "is_first"),
  pattern: (pattern) => `pattern = '${pattern}'`,
  "cluster-from": (insiders) => `cluster_insiders >= ${insiders}`,
  facts: (which) => (which === "with" ? "cites_facts" : "not cites_facts"),
  code: (code) => `code = '${code}'`,
  form: (form) => `document_type = '${form}'`,
  plan: (plan) => `plan = '${plan}'`,
  "price-range": (range) => (range === "wide" ? "price_range = 'wide'" : "price_range is not null"),
  implausible: (yes) => `is_implausible = ${yes === "yes"}`,
};

/** A filter as plain SQL over the lines of first owners. */
export function plainCondition(
  { params, issuers, insiders, industries }: Asked,
  without?: FacetName | SliceName,
): string {
  const byName = new Map<string, string[]>();
  for (const [name, value] of params) byName.set(name, [...(byName.get(name) ?? []), IN_SQL[name]?.(value) ?? "false"]);
  if (without) byName.delete(FILTER_PARTS[without].param);
  return [
    "owner_position = 1 and table_number <> ''",
    ...(issuers ? [`issuer_cik in (${issuers.map((cik) => `'${cik}'`).join()})`] : []),
    ...(insiders
      ? [
          `accession_number in (select accession_number from listing where owner_cik in (${insiders.map((cik) => `'${cik}'`).join()}))`,
        ]
      : []),
    ...(industries && without !== "sic"
      ? [
          `(issuer_cik = '${industries.ciks[0]}'${industries.orAllBut ? ` or coalesce(issuer_cik, '') not in (${industries.orAllBut.map((cik) => `'${cik}'`).join()})` : ""})`,
        ]
      : []),
    ...[...byName.values()].map((any) => `(${any.join(" or ")})`),
  ].join(" and ");
}
