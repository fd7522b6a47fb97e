import { DataSetGenerator } from "@/testing/dataset-generator";

/** Writes a number of quarters into a folder, and prints what each contains as a line of JSON. */
const [folder = ".", quarters = "1", filings = "62500"] = process.argv.slice(2);
const generator = new DataSetGenerator();
for (let index = 0; index < Number(quarters); index++) {
  const made = await generator.write(folder, index, Number(filings));
  process.stdout.write(`${JSON.stringify(made)}\n`);
}
