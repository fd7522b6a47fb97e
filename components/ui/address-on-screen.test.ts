import { describe, expect, test } from "vitest";
import { addressOnScreen, notesInFragment, openNotesFragment } from "./address-on-screen";

describe("the address on the screen", () => {
  test("is that of the view, in our order", () => {
    expect(addressOnScreen("/transactions?code=P&form=4", "https://s16.example/transactions?form=4&code=P")).toBe(
      "https://s16.example/transactions?code=P&form=4",
    );
  });

  test("names the page of a list", () => {
    expect(addressOnScreen("/transactions?code=P", "https://s16.example/transactions?after=x.1&code=P")).toBe(
      "https://s16.example/transactions?code=P&after=x.1",
    );
    expect(addressOnScreen("/", "https://s16.example/?after=x.1")).toBe("https://s16.example/?after=x.1");
  });

  test("opens the same footnotes", () => {
    expect(addressOnScreen("/filings/a", "https://s16.example/filings/a#notes=I-1.F2")).toBe(
      "https://s16.example/filings/a#notes=I-1.F2",
    );
  });

  test("leaves out a row or footnote that the reader came to", () => {
    expect(addressOnScreen("/filings/a", "https://s16.example/filings/a#I-1")).toBe("https://s16.example/filings/a");
  });

  test("takes nothing from this page if it is the address of another", () => {
    expect(addressOnScreen("/filings/b#F1", "https://s16.example/filings/a?after=x#notes=I-1.F2")).toBe(
      "https://s16.example/filings/b#F1",
    );
  });
});

test("a fragment opens the footnotes it was made from, whatever their ids are", () => {
  const notes = ["9999000001-20-000990.I-2.F3", "I-1.F1,2 %"];
  expect(notesInFragment(openNotesFragment(notes))).toEqual(notes);
  expect(openNotesFragment([])).toBe("");
  expect(notesInFragment("#I-2")).toEqual([]);
  expect(notesInFragment("#notes=%E0%A4%A")).toEqual([]);
});
