/**
 * Shows what is being done. On a terminal, one line that counts the seconds; elsewhere, a line after the first second of a step
 * and another every ten. A step shorter than a second gets no line.
 */

const WORTH_A_LINE = 1000;
const EVERY = 10_000;

const isTerminal = process.stdout.isTTY === true;

/** @typedef {{ doing: string, since: number, detail: string, said: number }} Running */

/** @type {Set<Running>} */
const running = new Set();
/** @type {NodeJS.Timeout | undefined} */
let timer;

process.on("exit", () => clearLine());

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;

/** @param {Running} step */
const inWords = (step) => {
  const time = seconds(Math.floor((Date.now() - step.since) / 1000) * 1000).replace(".0", "");
  return `${step.doing}${step.detail && `, ${step.detail}`} (${time})`;
};

const clearLine = () => {
  if (isTerminal && running.size > 0) process.stdout.write("\r\x1b[K");
};

function show() {
  const slow = [...running].filter((step) => Date.now() - step.since >= WORTH_A_LINE);
  if (isTerminal) {
    const line = slow
      .map(inWords)
      .join(" · ")
      .slice(0, process.stdout.columns - 1);
    process.stdout.write(`\r\x1b[K${line}`);
    return;
  }
  for (const step of slow) {
    if (Date.now() - step.said < EVERY) continue;
    console.log(step.said ? inWords(step) : `${step.doing} …`);
    step.said = Date.now();
  }
}

/**
 * Prints a line without disturbing the one that counts.
 * @param {string} line
 */
export function say(line) {
  clearLine();
  console.log(line);
}

/**
 * @template Result
 * @param {string} doing such as "Building the pages"
 * @param {(detail: (text: string) => void) => Promise<Result>} work may say how far it is
 * @returns {Promise<Result>}
 */
export async function step(doing, work) {
  /** @type {Running} */
  const mine = { doing, since: Date.now(), detail: "", said: 0 };
  running.add(mine);
  timer ??= setInterval(show, isTerminal ? 200 : 500);
  let outcome = "stopped after";
  try {
    const result = await work((text) => {
      mine.detail = text;
    });
    outcome = "done in";
    return result;
  } finally {
    clearLine();
    running.delete(mine);
    if (running.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
    const took = Date.now() - mine.since;
    if (took >= WORTH_A_LINE) console.log(`${doing}: ${outcome} ${seconds(took)}`);
  }
}
