import { Presets, SingleBar } from "cli-progress";

export type Progress = {
  /**
   * @param reading what is being read just now
   * @param total if it turned out to be more or less than at the start
   */
  update: (done: number, reading?: string, total?: number) => void;
  say: (line: string) => void;
  end: () => void;
};

/** A bar with rate and time left on a terminal; elsewhere a line every few seconds. Both go to standard error. */
export function startProgress(total: number, unit: string): Progress {
  return process.stderr.isTTY ? bar(total, unit) : lines(total, unit);
}

/** A bar for each stage of some work, one after the other: the unit names the stage. */
export function startStages() {
  let shown: { unit: string; bar: Progress } | null = null;
  const end = () => {
    shown?.bar.end();
    shown = null;
  };
  return {
    update(done: number, total: number, unit: string) {
      if (shown?.unit !== unit) {
        end();
        shown = { unit, bar: startProgress(total, unit) };
      }
      shown.bar.update(done, "", total);
    },
    say(line: string) {
      if (shown) shown.bar.say(line);
      else process.stderr.write(`${line}\n`);
    },
    end,
  };
}

/** For a line that shows several stages of some work, one after the other. */
export function stagesInWords(show: (text: string) => void) {
  let stage = { unit: "", started: 0 };
  return (done: number, total: number, unit: string) => {
    if (stage.unit !== unit) stage = { unit, started: Date.now() };
    show(progressInWords(done, total, unit, stage.started));
  };
}

/** Such as "900 of 1500 filings, 300 a second, 2 s left". */
function progressInWords(done: number, total: number, unit: string, started: number): string {
  const perSecond = rate(done, started);
  const left = perSecond > 0 ? `${Math.ceil((total - done) / perSecond)} s left` : "time left not known yet";
  return `${done} of ${total} ${unit}, ${Math.round(perSecond)} a second, ${left}`;
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
    update(done, reading, total = drawn.getTotal()) {
      drawn.setTotal(total);
      drawn.update(done, { rate: Math.round(rate(done, started)), reading: reading ? `· ${reading}` : "" });
    },
    say: (line) => process.stderr.write(`\r\u001b[K${line}\n`),
    end: () => drawn.stop(),
  };
}

const EVERY_MS = 5_000;

function lines(expected: number, unit: string): Progress {
  const started = Date.now();
  let last = started;
  return {
    update(done, reading, total = expected) {
      const now = Date.now();
      if (now - last < EVERY_MS) return;
      last = now;
      const at = reading ? `, at ${reading}` : "";
      process.stderr.write(`${progressInWords(done, total, unit, started)}${at}\n`);
    },
    say: (line) => process.stderr.write(`${line}\n`),
    end() {},
  };
}

const rate = (done: number, started: number) => done / Math.max(0.001, (Date.now() - started) / 1000);
