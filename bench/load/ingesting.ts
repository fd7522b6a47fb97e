import { Agent, get } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { connect } from "@/db/server/client";
import { latestUrl } from "@/lib/urls";
import { newYorkClock } from "@/lib/values/new-york-time";
import { listed, readSample, type SampleFiling } from "@/testing/sample-filings";

const EVERY_MS = 2_000;
const LONGEST_WAIT = 30_000;
const SAMPLE_NUMBER = /9999000001-\d\d-\d{6}/g;

/**
 * Stores invented filings, one after the other, until it is stopped. Every two seconds, one of them gets the current time as its time of
 * acceptance, and we request the front page until it shows that filing.
 */
export async function startIngesting(writeUrl: string, siteUrl: string): Promise<{ stop: () => Promise<string> }> {
  const sample = await readSample();
  const connection = connect(writeUrl, 9);
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
  const ending = new AbortController();
  const numbers = newNumbers();
  let stored = 0;
  const started = performance.now();

  function* filings() {
    while (!ending.signal.aborted) for (const filing of sample) yield listed(renumbered(filing, numbers()));
  }
  const options = { isSample: true, onEvent: () => void stored++ };
  const ingest = ingestFiles(connection, filings(), { ...options, signal: ending.signal });

  const waits: number[] = [];
  const newest = sample.at(-1) as SampleFiling;
  const watch = async () => {
    while (!ending.signal.aborted) {
      const number = numbers();
      await ingestFiles(connection, [listed(acceptedNow(renumbered(newest, number)))], options);
      const committed = performance.now();
      const waited = () => performance.now() - committed;
      while (waited() < LONGEST_WAIT && !(await textOf(siteUrl + latestUrl(), agent)).includes(number)) await sleep(50);
      waits.push(waited());
      await sleep(EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  const watching = watch();

  return {
    async stop() {
      ending.abort();
      await Promise.all([ingest, watching]);
      agent.destroy();
      await connection.end();
      const rate = stored / ((performance.now() - started) / 1000);
      return `${stored} filings stored, ${rate.toFixed(0)} a second; ${waits.length} of them awaited, and shown after at most ${(Math.max(...waits) / 1000).toFixed(1)} s`;
    },
  };
}

/** Accession numbers that no earlier run used. */
function newNumbers() {
  const filer = `98${String(Math.floor(Date.now() / 1000)).slice(-8)}`;
  let sequence = 0;
  return () => `${filer}-26-${String(++sequence).padStart(6, "0")}`;
}

const renumbered = ({ text, ...filing }: SampleFiling, number: string): SampleFiling => ({
  ...filing,
  fileName: `${number}.txt`,
  text: text.replaceAll(SAMPLE_NUMBER, number),
});

function acceptedNow({ text, ...filing }: SampleFiling): SampleFiling {
  const { day, time } = newYorkClock(Date.now());
  const digits = `${day}${time}`.replaceAll(/\D/g, "");
  return { ...filing, text: text.replace(/(?<=<ACCEPTANCE-DATETIME>)\d+/, digits) };
}

const textOf = (url: string, agent: Agent): Promise<string> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, async (response) => {
      let text = "";
      for await (const part of response.setEncoding("utf8")) text += part;
      resolve(text);
    }).on("error", reject);
  });
