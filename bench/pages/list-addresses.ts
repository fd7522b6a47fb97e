import type { Pool } from "pg";
import type { PageKind } from "@/bench/pages/page-addresses";
import {
  clustersUrl,
  codesUrl,
  dataUrl,
  filingsUrl,
  insidersUrl,
  issuersUrl,
  suggestionsUrl,
  transactionsUrl,
} from "@/lib/urls";
import { daysBefore } from "@/lib/values/days-before";

type Value = readonly [name: string, value: string];

/** A week, a quarter and three years, early and late in the record, as a range of dates. */
function rangesOf(param: string, newest: string, oldest: string): Value[][] {
  const spans = [6, 90, 1_095];
  return [newest, oldest].flatMap((day) =>
    spans.map((days): Value[] => {
      const [from, to] = day === newest ? [daysBefore(day, days), day] : [day, daysBefore(day, -days)];
      return [
        [`${param}-from`, from],
        [`${param}-to`, to],
      ];
    }),
  );
}

/** Every filter with common and rare values, alone and in pairs, and the pages that list people, companies and codes. */
export async function listAddresses(pool: Pool): Promise<PageKind[]> {
  const column = async (text: string) => (await pool.query<{ found: string }>(text)).rows.map(({ found }) => found);
  const [newest = "", oldest = ""] = await column(
    "select max(filing_date)::text as found from filing union all select (min(filing_date) + 400)::text from filing",
  );
  const party = (param: string, of: string) =>
    column(`
      with parties as (select ${of} as cik, count(*) as filings from ${of === "cik" ? "filing_owner" : "filing"} where ${of} is not null group by 1)
      (select cik as found from parties order by filings desc, cik limit 1)
      union all (select cik from parties where filings > 20 order by md5(cik) limit 1)`).then((ciks) =>
      ciks.map((cik): Value[] => [[param, cik]]),
    );
  const words = async (param: string, table: string) =>
    (
      await column(`
        with words as (select first_word as word, count(*) as names from ${table} where length(first_word) > 3 group by 1)
        (select word as found from words order by names desc, word limit 2)
        union all (select word from words where names = 1 order by md5(word) limit 1)`)
    ).map((word): Value[] => [[param, word]]);
  const each = (param: string, ...values: string[]) => values.map((value): Value[] => [[param, value]]);
  const filters: Value[][] = [
    ...(await party("issuer", "issuer_cik")),
    ...(await words("issuer", "issuer_name")),
    ...(await party("insider", "cik")),
    ...(await words("insider", "owner_name")),
    ...each("insider", "j"),
    ...rangesOf("filed", newest, oldest),
    ...rangesOf("traded", newest, oldest),
    ...each("code", "P", "S", "W", "L"),
    ...each("form", "3", "4", "4/A", "5"),
    ...each("plan", "under", "not-indicated", "no-box"),
    ...rangesOf("adopted", newest, daysBefore(newest, 2_000)),
    ...each("adopted-days-from", "0", "300"),
    ...each("adopted-days-to", "89"),
    ...each("price-range", "stated", "wide"),
    ...each("implausible", "yes", "no"),
  ];
  const pairs = filters.flatMap((one, at) =>
    filters.slice(at + 1).flatMap((other) => (one[0]?.[0] === other[0]?.[0] ? [] : [[...one, ...other]])),
  );
  const at = (path: string, filter: readonly Value[] = []) =>
    `${path}?${new URLSearchParams(filter.map(([name, value]) => [name, value]))}`;
  const inDirectories = filters.filter(([value]) =>
    ["issuer", "insider", "filed-from", "traded-from", "code", "form"].includes(value?.[0] ?? ""),
  );
  const names = await column(
    "(select name as found from owner_name tablesample system (1) limit 60) union all (select name from issuer_name limit 60)",
  );
  return [
    { name: "transactions, no filter", paths: Array.from({ length: 20 }, () => transactionsUrl()) },
    { name: "transactions, one filter", paths: filters.map((filter) => at(transactionsUrl(), filter)) },
    { name: "filings, one filter", paths: filters.map((filter) => at(filingsUrl(), filter)) },
    { name: "transactions, two filters", paths: pairs.map((filter) => at(transactionsUrl(), filter)) },
    { name: "filings, two filters", paths: pairs.map((filter) => at(filingsUrl(), filter)) },
    {
      name: "insiders and issuers",
      paths: [insidersUrl(), issuersUrl()].flatMap((path) => Array.from({ length: 10 }, () => path)),
    },
    { name: "insiders, one filter", paths: inDirectories.map((filter) => at(insidersUrl(), filter)) },
    { name: "issuers, one filter", paths: inDirectories.map((filter) => at(issuersUrl(), filter)) },
    { name: "codes", paths: Array.from({ length: 20 }, codesUrl) },
    {
      name: "clusters",
      paths: [clustersUrl(), ...rangesOf("traded", newest, oldest).map((filter) => at(clustersUrl(), filter))],
    },
    { name: "data", paths: Array.from({ length: 20 }, () => dataUrl()) },
    {
      name: "suggestions",
      paths: names.flatMap((name) => [1, 2, 3, 4, 6, 9].map((letters) => suggestionsUrl(name.slice(0, letters)))),
    },
    {
      name: "suggestions, misspelled",
      paths: names.map((name) => suggestionsUrl(`${name.slice(0, 3)}q${name.slice(4, 8)}`)),
    },
  ];
}
