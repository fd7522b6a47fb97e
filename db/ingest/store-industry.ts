import type { ClientBase } from "pg";
import type { Industry } from "@/lib/record/industry";

/**
 * Stores a company's industry, unless a newer source is known. On one day EDGAR's list is newer than a filing, which had to be sent
 * before. If two filings of a day differ, the result does not depend on which came first.
 */
export const storeIndustry = (client: Pick<ClientBase, "query">, cik: string, { code, name, source, asOf }: Industry) =>
  client.query({
    name: "store_industry",
    text: `
      with put as (
        insert into industry (cik, code, name, source, as_of) values ($1, $2, $3, $4, $5)
        on conflict (cik) do update set (code, name, source, as_of) = row(excluded.code, excluded.name, excluded.source, excluded.as_of)
          where (excluded.as_of, excluded.source = 'edgar', excluded.code, excluded.name)
            > (industry.as_of, industry.source = 'edgar', industry.code, industry.name)
        returning cik)
      insert into page_change (subject) select cik from put`,
    values: [cik, code, name, source, asOf],
  });
