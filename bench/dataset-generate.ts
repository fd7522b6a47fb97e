import { DataSetGenerator } from "@/bench/dataset-generator";

/** Writes so many quarters into a folder, and says of each in a line of JSON what it holds. */
const [folder = ".", quarters = "1", filings = "62500"] = process.argv.slice(2);
const generator = new DataSetGenerator();
for (let index = 0; index < Number(quarters); index++) {
  const made = await generator.write(folder, index, Number(filings));
  process.stdout.write(`${JSON.stringify(made)}\n`);
}
