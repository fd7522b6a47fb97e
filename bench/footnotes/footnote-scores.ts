import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { corpusFolder } from "@/testing/corpus";
import {
  labelledNotes,
  type Miss,
  precision,
  type ReadNote,
  recall,
  type Scores,
  scoreFacts,
  shareFound,
} from "./score-facts";

/** `npm run footnote-scores -- [FILE]`: how well facts are read from labelled footnotes, and every miss. */
const program = new Command("footnote-scores")
  .description("Scores the facts read from footnotes against labels, and lists the differences.")
  .argument(
    "[file]",
    "labelled footnotes as JSON lines; default: ours, those still misread included, and golden/footnote-facts.jsonl in CORPUS_DIR",
  )
  .addOption(new Option("--lines <which>", "only every second line").choices(["odd", "even"]))
  .option("--fact <keys...>", "list the differences of these facts only")
  .option("--quiet", "do not list differences")
  .exitOverride()
  .action(
    (
      file: string | undefined,
      { lines, fact, quiet }: { lines?: "odd" | "even"; fact?: string[]; quiet?: boolean },
    ) => {
      const corpus = corpusFolder();
      const golden = corpus === null ? [] : [join(corpus, "golden", "footnote-facts.jsonl")];
      const ours = ["labelled-notes.jsonl", "misread-notes.jsonl"].map((name) => join(import.meta.dirname, name));
      const paths = file === undefined ? [...ours, ...golden] : [file];
      const missing = paths.find((path) => !existsSync(path));
      if (missing !== undefined) {
        console.error(`There is no file ${missing}.`);
        process.exitCode = 2;
        return;
      }
      const notes = paths.flatMap((path) => labelledNotes(readFileSync(path, "utf8"), lines));
      const scores = scoreFacts(notes);
      const misses = quiet ? [] : scores.misses.filter(({ key }) => !fact || fact.includes(key));
      for (const miss of misses) console.log(describeMiss(miss, notes));
      console.log(table(scores));
    },
  );

/** The footnote with the missed words between angle brackets. */
function describeMiss({ key, note, kind, value, span }: Miss, notes: readonly ReadNote[]): string {
  const letters = [...(notes[note]?.text ?? "")];
  const part = (start: number, end?: number) => letters.slice(start, end).join("");
  const text = span ? `${part(0, span[0])}«${part(...span)}»${part(span[1])}` : part(0);
  return `${key}: ${kind} ${value}\n    ${text.replace(/\s+/g, " ")}\n`;
}

const percent = (figure: number | null) => (figure === null ? "—" : `${(100 * figure).toFixed(1)} %`);

function table({ facts, notes, notesRight, holderKinds }: Scores): string {
  const rows = [
    ["fact", "labelled", "found", "right", "precision", "recall", "footnotes entirely right"],
    ...facts.map((score) => [
      score.key,
      ...[score.labelled, score.found, score.right].map(String),
      percent(precision(score)),
      percent(recall(score)),
      `${percent(shareFound(score.notesRight, score.notes))} of ${score.notes}`,
    ]),
  ];
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, cell.length)), []);
  const lines = rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  "),
  );
  return [
    ...lines,
    `Kind of holder, if the name is right: ${percent(shareFound(holderKinds.right, holderKinds.holders))} of ${holderKinds.holders}`,
    `Footnotes with every fact right: ${percent(shareFound(notesRight, notes))} of ${notes}`,
  ].join("\n");
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
