import { expect, test } from "vitest";
import { LIST_COLUMNS, STANDARD_COLUMNS } from "@/lib/filters/list-columns";
import { COLUMNS, listLayout } from "./list-layout";

const classOf = (layout: ReturnType<typeof listLayout>, name: string) =>
  layout.columns.find((column) => column.name === name)?.className;

test("the standard columns leave narrow windows by the style sheet, and nothing is said", () => {
  const { columns, cut, span } = listLayout(STANDARD_COLUMNS);
  expect(columns).toHaveLength(13);
  expect(columns.every(({ className }) => !className.includes("is-to-"))).toBe(true);
  expect([cut, span]).toEqual([[], 5]);
});

test("chosen columns leave from the last one on: 13.25 + 9.25 + 9 + 9 rem fit a tablet of 43.25, and 4.75 more do not", () => {
  const layout = listLayout(["transaction", "holder", "industry", "notes"]);
  expect(classOf(layout, "industry")).toBe("col-industry");
  expect(classOf(layout, "notes")).toBe("col-notes num is-to-1000");
  expect(layout.cut).toEqual([{ window: "1000", labels: ["Footnotes"] }]);
  // Transaction and holder; the industry is about the filing.
  expect(layout.span).toBe(2);
});

test("columns beyond the widest window are left out, and named", () => {
  const { columns, cut } = listLayout([...LIST_COLUMNS]);
  const named = cut.find(({ window }) => window === "any")?.labels ?? [];
  expect(columns.length + named.length).toBe(22);
  expect(named).toContain("Accession number");
  const width = columns.reduce((sum, { name }) => sum + COLUMNS[name].width, 0);
  expect(width).toBeLessThanOrEqual(83.5);
});
