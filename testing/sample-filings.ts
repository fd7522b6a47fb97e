import { basename } from "node:path";
import { type Listed, listFiles } from "@/db/ingest/list-files";
import { SAMPLE_FILINGS } from "@/db/ingest/load-sample";

export type SampleFiling = { fileName: string; text: string; issuerCik: string };

/** The invented filings of the sample as EDGAR full submissions, oldest first. */
export async function readSample(): Promise<SampleFiling[]> {
  const { files } = await listFiles([SAMPLE_FILINGS]);
  return Promise.all(
    files.map(async ({ fileName, read }) => {
      const text = (await read()).bytes.toString("utf8");
      return { fileName: basename(fileName), text, issuerCik: text.match(/<issuerCik>(\d+)/)?.[1] ?? "" };
    }),
  );
}

/** Everything filed on the issuers that have the most filings. */
export async function readLargestIssuers(count: number): Promise<SampleFiling[]> {
  const filings = await readSample();
  const sizes = new Map<string, number>();
  for (const { issuerCik } of filings) sizes.set(issuerCik, (sizes.get(issuerCik) ?? 0) + 1);
  const largest = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, count);
  const wanted = new Set(largest.map(([cik]) => cik));
  return filings.filter(({ issuerCik }) => wanted.has(issuerCik));
}

/** A filing as the ingest takes it. */
export const listed = ({ fileName, text }: Pick<SampleFiling, "fileName" | "text">): Listed => ({
  fileName,
  read: async () => ({ fileName, bytes: Buffer.from(text) }),
});
