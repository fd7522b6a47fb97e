import { z } from "zod";
import { type Cik, parseCik } from "@/lib/record/cik";

/** Companies by their current symbols. */
export type CompanyTickers = ReadonlyMap<string, { cik: Cik; name: string }>;

const file = z.record(z.string(), z.object({ cik_str: z.number(), ticker: z.string(), title: z.string() }));

/** Reads `company_tickers.json`; null if the text is not such a file. */
export function parseCompanyTickers(json: string): CompanyTickers | null {
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch {
    return null;
  }
  const read = file.safeParse(content);
  if (!read.success) return null;
  const tickers = new Map<string, { cik: Cik; name: string }>();
  for (const { cik_str, ticker, title } of Object.values(read.data)) {
    const cik = parseCik(String(cik_str));
    if (cik && !tickers.has(spelt(ticker))) tickers.set(spelt(ticker), { cik, name: title });
  }
  return tickers;
}

/** A class of shares can be written BRK-B, BRK.B or BRK/B. */
const spelt = (ticker: string) => ticker.trim().toUpperCase().replace(/[./]/g, "-");

export const findTicker = (tickers: CompanyTickers, ticker: string) => tickers.get(spelt(ticker)) ?? null;
