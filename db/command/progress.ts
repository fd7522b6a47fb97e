import { Presets, SingleBar } from "cli-progress";

export type Progress = {
  /** @param reading what is being read just now */
  update: (done: number, reading?: string) => void;
  say: (line: string) => void;
  end: () => void;
};

/** A bar with rate and time left on a terminal; elsewhere a line every few seconds. Both go to standard error. */
export function startProgress(total: number, unit: string): Progress {
  return process.stderr.isTTY ? bar(total, unit) : lines(total, unit);
}

function bar(total: number, unit: string): Progress {
  const started = Date.now();
  const drawn = new SingleBar(
    {
      format: `{bar} {percentage}% · {value} of {total} ${unit} · {rate}/s · {eta_formatted} left {reading}`,
      stream: process.stderr,
      hideCursor: true,
      etaBuffer: 200,
    },
    Presets.shades_grey,
  );
  drawn.start(total, 0, { rate: "–", reading: "" });
  return {
    update: (done, reading) =>
      drawn.update(done, { rate: rate(done, started), reading: reading ? `· ${reading}` : "" }),
    say: (line) => process.stderr.write(`\r\u001b[K${line}\n`),
    end: () => drawn.stop(),
  };
}

const EVERY_MS = 5_000;

function lines(total: number, unit: string): Progress {
  const started = Date.now();
  let last = started;
  return {
    update(done, reading) {
      const now = Date.now();
      if (now - last < EVERY_MS) return;
      last = now;
      const perSecond = done / ((now - started) / 1000);
      const left = perSecond > 0 ? `${Math.ceil((total - done) / perSecond)} s left` : "time left not known yet";
      const at = reading ? `, at ${reading}` : "";
      process.stderr.write(`${done} of ${total} ${unit}, ${rate(done, started)} a second, ${left}${at}\n`);
    },
    say: (line) => process.stderr.write(`${line}\n`),
    end() {},
  };
}

const rate = (done: number, started: number) =>
  Math.round(done / Math.max(0.001, (Date.now() - started) / 1000)).toString();
