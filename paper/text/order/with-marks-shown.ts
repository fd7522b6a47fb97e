import type { PrintedCell } from "@/paper/printed-form";

/** A text that has no column, as it stands on the page: with its marks. */
export const withMarksShown = (cell: PrintedCell): PrintedCell => ({
  ...cell,
  text: [cell.text, ...cell.marks.map((mark) => `(${mark})`)].filter(Boolean).join(" "),
  marks: [],
});
