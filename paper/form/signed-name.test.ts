import { describe, expect, it } from "vitest";
import type { PrintedCell } from "./printed-form";
import { signedNames } from "./signed-name";

const cell = (text: string): PrintedCell => ({ text, marks: [], places: [] });
const names = (text: string, date: string | null = "05/01/2024") =>
  signedNames("pdf", [{ name: cell(text), date: date === null ? null : cell(date) }]).map(
    ({ name }) => name?.text ?? null,
  );

describe("the name of a signature", () => {
  it("does not include a date and title that a browser printed above the page", () => {
    expect(names("/s/ Ada 5/1/24, 4:12 PM Ownership Submission Tollefsen")).toEqual(["/s/ Ada Tollefsen"]);
    expect(names("23.09.2026 22:27 /s/ Ada Tollefsen")).toEqual(["/s/ Ada Tollefsen"]);
  });

  it("leaves out a date before or after it, and says so", () => {
    expect(names("/s/ Ada Tollefsen 05/01/2024")).toEqual(["/s/ Ada Tollefsen"]);
    const [signature] = signedNames("pdf", [{ name: cell("05/01/2024 /s/ Ada Tollefsen"), date: null }]);
    expect(signature?.name).toMatchObject({ text: "/s/ Ada Tollefsen", doubt: expect.any(String) });
  });

  it("is unread if only a date was found there; without a date there was no signature", () => {
    expect(names("5/1/24, 4:12 PM")).toEqual([null]);
    expect(names("5/1/24, 4:12 PM", null)).toEqual([]);
  });

  it("is uncertain if the text may have dropped a hyphen", () => {
    const signature = { name: cell("/s/ Ada Tollefsen, Attorney-inFact"), date: null };
    expect(signedNames("text", [signature])[0]?.name?.doubt).toMatch(/hyphen/);
    expect(signedNames("pdf", [signature])[0]?.name?.doubt).toBeUndefined();
  });

  it("is kept as filed on a page of EDGAR", () => {
    const signature = { name: cell("/s/ Ada Tollefsen 05/01/2024"), date: null };
    expect(signedNames("html", [signature])).toEqual([signature]);
  });

  it("keeps numbers and years that are part of it", () => {
    const filed = "Jeremy M. Sclar 2012 Irrevocable Family Trust By: /s/ Richard A. Marks, Trustee";
    expect(names(filed)).toEqual([filed]);
  });
});
