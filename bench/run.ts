import { cpus, loadavg } from "node:os";
import { benchDataSets } from "@/bench/dataset";
import { benchDerive } from "@/bench/derive";
import { benchFootnotes } from "@/bench/footnotes";
import { benchFull } from "@/bench/full";
import { benchIngest } from "@/bench/ingest";
import { benchLighthouse } from "@/bench/lighthouse";
import { benchLoad } from "@/bench/load";
import { benchLists, benchPages } from "@/bench/pages";
import { benchScreener } from "@/bench/screener";

/**
 * `npm run bench`: measures this machine on its own databases; run it when the machine is idle. An argument picks one part:
 * `ingest`, or `dataset` or `derive` with optional numbers of quarters and of filings per quarter, or `footnotes` with an
 * optional number of footnotes. Others run only when they are named. `full` loads and derives as many quarters as asked (80 if not)
 * beside a bare COPY of the same rows. The rest measure the record that you have: `pages` with optional numbers of random pages of
 * each kind and of the largest insiders and issuers, `lists`, `screener` with an optional number of random filters, `load` with optional
 * seconds for each measurement, where `load ingest` also stores invented filings, and `lighthouse` with optional addresses.
 */
const PARTS: Record<string, (words: string[]) => Promise<void>> = {
  ingest: benchIngest,
  dataset: ([quarters, filings]) =>
    benchDataSets(quarters ? Number(quarters) : undefined, filings ? Number(filings) : undefined),
  derive: ([quarters, filings]) =>
    benchDerive(quarters ? Number(quarters) : undefined, filings ? Number(filings) : undefined),
  footnotes: ([notes]) => benchFootnotes(notes ? Number(notes) : undefined),
};
const WHEN_NAMED: typeof PARTS = {
  full: ([quarters, filings]) =>
    benchFull(quarters ? Number(quarters) : undefined, filings ? Number(filings) : undefined),
  lighthouse: benchLighthouse,
  pages: ([each, largest]) => benchPages(each ? Number(each) : undefined, largest ? Number(largest) : undefined),
  lists: benchLists,
  screener: ([sets]) => benchScreener(sets ? Number(sets) : undefined),
  load: (words) => {
    const seconds = Number(words.find((word) => word !== "ingest") ?? 0);
    return benchLoad(words.includes("ingest"), seconds || undefined);
  },
};
const ALL = { ...PARTS, ...WHEN_NAMED };

const [part, ...words] = process.argv.slice(2);
const chosen = part === undefined ? Object.values(PARTS) : [ALL[part]];

const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(" ");
console.log(
  `${cpus().length} cores, ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}, load ${load()}`,
);
for (const run of chosen) {
  if (!run) {
    console.error(`There is no benchmark ${part}. Choose one of: ${Object.keys(ALL).join(", ")}.`);
    process.exit(2);
  }
  await run(words);
}
console.log(`Load at the end: ${load()}`);
