import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { Argument, Command } from "commander";
import { type DocumentObject, isObject, nodeAt, type OwnershipDocument } from "@/lib/edgar/ownership-document";
import { parseOwnershipDocument } from "@/lib/edgar/parse-ownership-document";
import { readPaper } from "@/paper/read-paper";
import { corpusFolder } from "@/testing/corpus";
import { type CellScore, type Damage, scorePaper, type Verdict } from "@/testing/score-paper";

/**
 * `npm run paper-scores -- [KIND…]`: cells right, wrong, unread, missed and invented. A text “hides” boxes if it cannot show whether they
 * are checked.
 */
const KINDS: Record<string, { folder: string; extensions: string[]; hidesBoxes: boolean }> = {
  html: { folder: "rendered_sec_xsl", extensions: [".html"], hidesBoxes: false },
  "viewer-html": { folder: "paper/viewer", extensions: [".html"], hidesBoxes: false },
  pdf: { folder: "paper/pdf", extensions: [".pdf"], hidesBoxes: false },
  "viewer-pdf": { folder: "paper/viewer", extensions: [".pdf"], hidesBoxes: false },
  pdftext: { folder: "paper/pdftext", extensions: [".txt"], hidesBoxes: true },
  "pdftext-layout": { folder: "paper/pdftext", extensions: [".txt"], hidesBoxes: true },
  "pdftext-plain": { folder: "paper/pdftext", extensions: [".txt"], hidesBoxes: true },
  "viewer-text": { folder: "paper/viewer", extensions: [".txt"], hidesBoxes: true },
  ocrmd: { folder: "paper/ocrmd", extensions: [".txt"], hidesBoxes: true },
  ocr: { folder: "paper/ocr", extensions: [".txt"], hidesBoxes: true },
  scan: { folder: "paper/scan", extensions: [".pdf", ".png", ".jpg", ".jpeg"], hidesBoxes: true },
};
const USUAL = Object.keys(KINDS).filter((kind) => kind !== "pdftext" && kind !== "scan");
const VERDICTS: Verdict[] = ["right", "unread", "wrong", "wrong, uncertain", "missed", "invented"];

const program = new Command("paper-scores")
  .description("Reads printed forms, compares each with the XML of its filing, and lists the worst misses.")
  .addArgument(new Argument("[kinds...]", "only these kinds of paper").choices(Object.keys(KINDS)))
  .option("--folder <folder>", "another folder with printed forms")
  .option("--name <text>", "only files whose name contains this", "")
  .option("--misses <number>", "how many misses to list of each kind", "10")
  .parse();
const [kinds] = program.processedArgs as [string[]];
const { folder: otherFolder, name, misses: most } = program.opts<{ folder?: string; name: string; misses: string }>();
const misses = Number(most);
const corpus = corpusFolder();
if (corpus === null) throw new Error("There is no corpus. Set CORPUS_DIR to its folder.");

const table: Record<string, Record<string, string | number>> = {};
for (const kind of kinds.length > 0 ? kinds : USUAL) table[kind] = await scoreKind(kind, corpus);
console.table(table);

async function scoreKind(kind: string, corpus: string) {
  const { folder: usual, extensions, hidesBoxes } = KINDS[kind] ?? { folder: kind, extensions: [], hidesBoxes: true };
  const folder = otherFolder ?? join(corpus, usual);
  const counts = new Map<Verdict, number>();
  const notable: (CellScore & { file: string })[] = [];
  let files = 0;
  let failed = 0;
  let seconds = 0;
  for (const file of readdirSync(folder).sort()) {
    if (!extensions.includes(extname(file)) || !file.includes(name) || !isOfKind(kind, file, corpus)) continue;
    const number = basename(file, extname(file));
    const xml = join(corpus, "xml", `${number}.xml`);
    if (!existsSync(xml)) continue;
    const parsed = parseOwnershipDocument(readFileSync(xml, "utf8"));
    if (parsed.outcome === "refused") continue;
    files += 1;
    const started = performance.now();
    const paper = await readPaper(readFileSync(join(folder, file)));
    seconds += (performance.now() - started) / 1000;
    if (paper.outcome === "refused") {
      failed += 1;
      if (misses > 0) console.log(`${kind} ${file} refused: ${paper.message}`);
      continue;
    }
    const { truth, damage } = asShown(parsed.document, damageOf(join(folder, number)));
    const hidden = cellsNotAsked(truth, hidesBoxes);
    const isNotAsked = (cell: string) => hidden.has(cell);
    for (const score of scorePaper(truth, paper.reading, damage, isNotAsked)) {
      counts.set(score.verdict, (counts.get(score.verdict) ?? 0) + 1);
      if (score.verdict !== "right") notable.push({ ...score, file });
    }
  }
  show(kind, notable);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const shares = VERDICTS.map((verdict) => [verdict, counts.get(verdict) ?? 0] as const);
  return {
    files,
    refused: failed,
    cells: total,
    ...Object.fromEntries(shares),
    "% right": (((counts.get("right") ?? 0) / total) * 100).toFixed(2),
    "% wrong": ((((counts.get("wrong") ?? 0) + (counts.get("invented") ?? 0)) / total) * 100).toFixed(2),
    "ms a file": Math.round((seconds * 1000) / files),
  };
}

/** Prints the worst first. */
function show(kind: string, notable: (CellScore & { file: string })[]) {
  const rank = (verdict: Verdict) => ["wrong", "invented", "missed", "wrong, uncertain", "unread"].indexOf(verdict);
  const worst = notable.sort((a, b) => rank(a.verdict) - rank(b.verdict));
  for (const { file, cell, verdict, was, read } of worst.slice(0, misses)) {
    console.log(`${kind} ${file} ${cell} ${verdict}: “${was}” read as “${read}”`);
  }
}

/** Whether a text was made in the layout or the reading order that the kind names. */
function isOfKind(kind: string, file: string, corpus: string): boolean {
  const way = kind.match(/^pdftext-(\w+)/)?.[1];
  if (!way) return true;
  const line = readFileSync(join(corpus, "paper/prints.tsv"), "utf8")
    .split("\n")
    .find((line) => line.startsWith(basename(file, ".txt")));
  return line?.trim().endsWith(way) ?? false;
}

function damageOf(path: string): Damage[] {
  const file = `${path}.damage.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).damage : [];
}

/** Rows missing from the text are not scored, and the rows after them are renumbered as in the text. */
function asShown(document: OwnershipDocument, damage: Damage[]): { truth: OwnershipDocument; damage: Damage[] } {
  const gone = damage.flatMap(
    ({ path }) => path.match(/^(nonDerivativeTable|derivativeTable)\[(\d+)\]$/)?.slice(1) ?? [],
  );
  const dropped = (table: string, line: number) =>
    gone.some((name, index) => name === table && gone[index + 1] === String(line));
  const renumbered = (path: string) =>
    path.replace(/^(nonDerivativeTable|derivativeTable)\[(\d+)\]/, (_, table, line) => {
      const before = Array.from({ length: Number(line) }, (_, at) => at).filter((at) => dropped(table, at)).length;
      return `${table}[${Number(line) - before}]`;
    });
  const withId = (path: string) =>
    path.replace(/^footnotes\[(\d+)\]/, (_, index) => `footnotes[${document.footnotes[Number(index)]?.id}]`);
  const table = (name: "nonDerivativeTable" | "derivativeTable") =>
    document[name].filter((_, index) => !dropped(name, index));
  return {
    truth: { ...document, nonDerivativeTable: table("nonDerivativeTable"), derivativeTable: table("derivativeTable") },
    damage: damage
      .filter(({ path }) => !/Table\[\d+\]$/.test(path))
      .map((harm) => ({ ...harm, path: withId(renumbered(harm.path)) })),
  };
}

/** Cells that the SEC's pages do not print although the XML has them, according to the corpus's own description. */
function cellsNotAsked(truth: OwnershipDocument, hidesBoxes: boolean): Set<string> {
  const hidden = new Set<string>(hidesBoxes ? ["notSubjectToSection16", "aff10b5One"] : []);
  // If the flag is spelled "true", the SEC's page shows the box empty.
  if (truth.notSubjectToSection16 === "true") hidden.add("notSubjectToSection16");
  truth.reportingOwner.forEach((owner: DocumentObject, index) => {
    // Newer pages print the state in words, which most filings do not give in addition to its code.
    const address = nodeAt(owner, ["reportingOwnerAddress"]);
    const isInWords = String(truth.schemaVersion) >= "X0609" && isObject(address) && !address.rptOwnerStateDescription;
    if (isInWords) hidden.add(`reportingOwner[${index}].reportingOwnerAddress.state`);
    const relationship = nodeAt(owner, ["reportingOwnerRelationship"]);
    if (!isObject(relationship)) return;
    const cell = (flag: string) => `reportingOwner[${index}].reportingOwnerRelationship.${flag}`;
    if (relationship.isOther === "true") hidden.add(cell("isOther"));
    if (index === 0) return;
    if (!relationship.officerTitle) hidden.add(cell("isOfficer"));
    if (!relationship.otherText) hidden.add(cell("isOther"));
  });
  return hidden;
}
