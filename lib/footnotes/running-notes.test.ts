import { expect, test } from "vitest";
import { runningNotes } from "./running-notes";

test("each part of a note knows what it continues and what continues it", () => {
  const notes = [
    { id: "F1", text: "Held by the Marrow Trust (continued in footnote 2)" },
    { id: "F2", text: "(continued from footnote 1), of which the insider is trustee." },
    { id: "F3", text: "Not applicable." },
  ];
  const running = runningNotes(notes);
  expect(running.get("F1")).toEqual({ after: [notes[1]], before: null });
  expect(running.get("F2")).toEqual({ after: [], before: "F1" });
  expect(running.get("F3")).toBeUndefined();
});
