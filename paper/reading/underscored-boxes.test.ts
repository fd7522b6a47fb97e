import { describe, expect, it } from "vitest";
import { underscoredBox, underscoredRelationships } from "./underscored-boxes";

const line = (text: string, from?: number) => ({ text, page: 2, line: 7, ...(from === undefined ? {} : { from }) });

describe("a box before its label", () => {
  it.each([
    ["__X__ Director", true],
    ["_x_Director", true],
    ["__Х__ Director", true],
    ["_____ Director", false],
    ["Director", undefined],
    ["X Director", undefined],
  ])("%s", (text, ticked) => {
    expect(underscoredBox(line(text), /Director/)?.ticked).toBe(ticked);
  });

  it("has its place on the line, also within a cell", () => {
    expect(underscoredBox(line("  _X_ Officer"), /Officer/)?.places).toEqual([{ page: 2, line: 7, from: 2, to: 13 }]);
    expect(underscoredBox(line("_X_ Officer", 40), /Officer/)?.places).toEqual([
      { page: 2, line: 7, from: 40, to: 51 },
    ]);
  });
});

it("the relationships are on one line or on several, and a label without its underscores says nothing", () => {
  const { isDirector, isTenPercentOwner, isOfficer, isOther } = underscoredRelationships([
    line("__X__ Director _____ 10% Owner"),
    line("Officer (give title below) __X__ Other (specify below)"),
  ]);
  expect([isDirector?.ticked, isTenPercentOwner?.ticked, isOfficer, isOther?.ticked]).toEqual([
    true,
    false,
    null,
    true,
  ]);
});
