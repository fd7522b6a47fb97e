import { once } from "node:events";
import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { isBuildFresh } from "@/scripts/build-site";
import { NEXT, ROOM_FOR_PAGES, runNode } from "@/scripts/node-program";
import { freePorts } from "@/testing/free-ports";

const SITE_PROBE = new URL("./site-probe.mjs", import.meta.url).href;
const REQUEST_GUARD = new URL("../../scripts/request-guard.mjs", import.meta.url).href;
const START_WITHIN = 30_000;

type Answer = { status: number; ms: number; compressed: number; raw: number };
/** Of the site's process since it started, and the memory that it has now. */
type Used = { statements: number; cpuMs: number; megabytes: number };

export type MeasuredSite = {
  port: number;
  /** @param encodings an answer that the server kept is only sent to those who name the same ones */
  ask: (path: string, encodings?: string) => Promise<Answer>;
  used: () => Promise<Used>;
  stop: () => Promise<void>;
};

/** The site as `npm run serve` runs it, with one reader who keeps a connection open. */
export async function startMeasuredSite(databaseUrl: string): Promise<MeasuredSite> {
  if (!isBuildFresh()) throw new Error("The pages have not been built from these sources. Run `npm run build` first.");
  const [port = 0] = await freePorts(1);
  const { child, stop } = runNode(
    [
      ROOM_FOR_PAGES,
      "--import",
      SITE_PROBE,
      "--import",
      REQUEST_GUARD,
      NEXT,
      "start",
      "--port",
      String(port),
      "--hostname",
      "127.0.0.1",
    ],
    { ...process.env, DATABASE_URL: databaseUrl, SITE_URL: `http://localhost:${port}`, NEXT_TELEMETRY_DISABLED: "1" },
    "pipe",
  );
  child.stderr?.pipe(process.stderr);
  child.stdout?.resume();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (path: string, encodings = "gzip") => timed(agent, port, path, encodings);
  const limit = Date.now() + START_WITHIN;
  while (!(await ask("/healthz/live").catch(() => null))) {
    if (Date.now() > limit || child.exitCode !== null) throw new Error("The site did not start.");
    await sleep(100);
  }
  return {
    port,
    ask,
    async used() {
      child.send("used");
      const [used] = await once(child, "message");
      return used as Used;
    },
    stop,
  };
}

function timed(agent: Agent, port: number, path: string, encodings: string): Promise<Answer> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, agent, headers: { "accept-encoding": encodings } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const ms = performance.now() - started;
        const body = Buffer.concat(chunks);
        const raw = response.headers["content-encoding"] === "gzip" ? gunzipSync(body).length : body.length;
        resolve({ status: response.statusCode ?? 0, ms, compressed: body.length, raw });
      });
    }).on("error", reject);
  });
}
