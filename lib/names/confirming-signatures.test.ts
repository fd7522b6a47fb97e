import { expect, test } from "vitest";
import { confirmingSignatures } from "./confirming-signatures";

test("only signatures that spell the name confirm it, the most frequent first and those in capitals last", () => {
  expect(
    confirmingSignatures(
      ["Tollefsen Ingrid M", "TOLLEFSEN INGRID"],
      [
        "INGRID M. TOLLEFSEN",
        "INGRID M. TOLLEFSEN",
        "/s/ Ingrid Tollefsen",
        "/s/ Chidi Abara, attorney-in-fact",
        "/s/ Ingrid M. Tollefsen",
        "/s/ Ingrid M. Tollefsen",
      ],
    ),
  ).toEqual(["/s/ Ingrid M. Tollefsen", "/s/ Ingrid Tollefsen", "INGRID M. TOLLEFSEN"]);
});

test("nothing confirms the name of a company", () => {
  expect(confirmingSignatures(["Harrow Point Capital LLC"], ["Harrow Point Capital LLC"])).toEqual([]);
});
