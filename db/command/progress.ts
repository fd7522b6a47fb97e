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

/** A stage of some work, as `2 of 5: reading footnotes`. */
export type Stage = {
  name: string;
  /** What the stage does, and what it counts. */
  words: string;
  unit: string;
  /** The usual share of this stage in the time of all stages. */
  share: number;
  /** Whether the stages before it decide how much it has to do, which may be nothing. */
  isDecidedLater?: true;
};

/** One bar, or line, for several stages. It shows the current stage, and the time left for all of them. */
export function startStages(planned: readonly Stage[]) {
  const left = timeOver(planned);
  let bar: SingleBar | null = null;
  let lastLine = Date.now();
  return {
    /** @param name of the stage. Stages that are not planned come last, with their name as their unit. */
    update(done: number, total: number, name: string) {
      const { part, words } = left(done, total, name);
      if (process.stderr.isTTY) {
        if (bar === null) {
          const format = "{bar} {percentage}% · {words}";
          bar = new SingleBar({ format, stream: process.stderr, hideCursor: true }, Presets.shades_grey);
          bar.start(100, 0, { words });
        }
        // All is done when the command ends, and not before.
        bar.update(Math.min(99, Math.floor(100 * part)), { words });
        return;
      }
      const now = Date.now();
      if (now - lastLine < EVERY_MS) return;
      lastLine = now;
      process.stderr.write(`${words}\n`);
    },
    say(line: string) {
      if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
      process.stderr.write(`${line}\n`);
    },
    end() {
      bar?.stop();
      bar = null;
    },
  };
}

/**
 * Estimates how much of the work is done, and the time left. The current stage is judged by its own speed. Later stages are assumed to be
 * faster or slower than usual by the same factor. The time left is not stated before we know how much they have to do.
 */
export function timeOver(planned: readonly Stage[]) {
  const stages = [...planned];
  let current: Stage | null = null;
  let began = { at: Date.now(), done: 0 };
  return (done: number, total: number, name: string): { part: number; words: string } => {
    if (current?.name !== name) {
      current = stages.find((stage) => stage.name === name) ?? { name, words: "", unit: name, share: 0 };
      if (!stages.includes(current)) stages.push(current);
      // The work of an interrupted run says nothing about the speed of this one.
      began = { at: Date.now(), done };
    }
    const { words, unit, share } = current;
    const at = stages.indexOf(current);
    const seconds = (Date.now() - began.at) / 1000;
    const perSecond = seconds > 0 ? (done - began.done) / seconds : 0;
    const before = sharesOf(stages.slice(0, at));
    const next = stages.slice(at + 1);
    const after = sharesOf(next);
    const ofStage = total > 0 ? done / total : 0;
    // A stage that usually takes no time says nothing about those after it.
    const later = share > 0 && total > 0 ? (total / perSecond) * (after / share) : 0;
    const isKnown = perSecond > 0 && !next.some(({ isDecidedLater }) => isDecidedLater);
    const said = [
      `${stages.length > 1 ? `${at + 1} of ${stages.length}: ` : ""}${words}`,
      `${grouped(done)} of ${grouped(total)} ${unit}`,
      ...(perSecond > 0 ? [`${rateInWords(perSecond)} ${unit} a second`] : []),
      ...(isKnown ? [`${inWords((total - done) / perSecond + later)} left`] : []),
    ];
    return { part: (before + share * ofStage) / (before + share + after || 1), words: said.join(", ") };
  };
}

const sharesOf = (stages: readonly Stage[]) => stages.reduce((sum, { share }) => sum + share, 0);
const grouped = (n: number) => n.toLocaleString("en-US");
/** Slow work, such as reading scans, has a rate too: 0.25 files a second are not 0. */
const rateInWords = (perSecond: number) =>
  grouped(perSecond < 10 ? Number(perSecond.toPrecision(2)) : Math.round(perSecond));

/** "40 s", "12 min", "1 h 5 min". */
function inWords(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
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
  const left = perSecond > 0 ? `, ${Math.ceil((total - done) / perSecond)} s left` : "";
  return `${done} of ${total} ${unit}, ${rateInWords(perSecond)} a second${left}`;
}

function bar(total: number, unit: string): Progress {
  const started = Date.now();
  const drawn = new SingleBar(
    {
      format: `{bar} {percentage}% · {value} of {total} ${unit} · {rate}/s{left} {reading}`,
      stream: process.stderr,
      hideCursor: true,
    },
    Presets.shades_grey,
  );
  drawn.start(total, 0, { rate: "–", left: "", reading: "" });
  return {
    update(done, reading, total = drawn.getTotal()) {
      drawn.setTotal(total);
      const perSecond = rate(done, started);
      drawn.update(done, {
        rate: rateInWords(perSecond),
        left: perSecond > 0 ? ` · ${inWords((total - done) / perSecond)} left` : "",
        reading: reading ? `· ${reading}` : "",
      });
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
