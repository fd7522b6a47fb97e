import { cpus, loadavg } from "node:os";
import { benchDataSets } from "@/bench/dataset";
import { benchDerive } from "@/bench/derive";
import { benchFootnotes } from "@/bench/footnotes";
import { benchIngest } from "@/bench/ingest";

/**
 * `npm run bench`: measures this machine on its own databases; run it when the machine is idle. An argument picks one part:
 * `ingest`, or `dataset` or `derive` with optional numbers of quarters and of filings per quarter, or `footnotes` with an
 * optional number of footnotes.
 */
const PARTS: Record<string, (words: string[]) => Promise<void>> = {
  ingest: benchIngest,
  dataset: ([quarters, filings]) =>
    benchDataSets(quarters ? Number(quarters) : undefined, filings ? Number(filings) : undefined),
  derive: ([quarters, filings]) =>
    benchDerive(quarters ? Number(quarters) : undefined, filings ? Number(filings) : undefined),
  footnotes: ([notes]) => benchFootnotes(notes ? Number(notes) : undefined),
};

const [part, ...words] = process.argv.slice(2);
const chosen = part === undefined ? Object.values(PARTS) : [PARTS[part]];

const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");
console.log(
  `${cpus().length} cores, ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}, load ${load()}`,
);
for (const run of chosen) {
  if (!run) {
    console.error(`There is no benchmark ${part}. Choose one of: ${Object.keys(PARTS).join(", ")}.`);
    process.exit(2);
  }
  await run(words);
}
console.log(`Load at the end: ${load()}`);
