import { publishedFacts } from "@/lib/footnotes/published-facts";
import { readFacts } from "@/lib/footnotes/read-facts";
import type { ReadNote } from "./score-facts";

/** Footnotes with labels given by people, from JSON lines: all of them, or every other line. */
export const labelledNotes = (content: string, which?: "odd" | "even"): ReadNote[] =>
  content
    .split("\n")
    .filter((line, index) => line.trim() !== "" && (which === undefined || (index % 2 === 0) === (which === "odd")))
    .map((line) => {
      const { text, facts, spans } = JSON.parse(line);
      return { text, label: { facts, spans }, found: publishedFacts(text, readFacts(text)) };
    });
