import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { FormOwner } from "@/lib/edgar/filing-form";
import { Relationships } from "./relationships";

const owner: FormOwner = {
  cik: "1",
  name: "Saxon Michael J",
  address: [],
  isDirector: false,
  isOfficer: true,
  isTenPercentOwner: false,
  isOther: false,
  officerTitle: "SVP Powertrain and Energy Eng.",
  otherText: null,
  unread: new Set(),
};
const wordsFor = (title: string | null) =>
  renderToStaticMarkup(<Relationships owners={[{ ...owner, officerTitle: title }]} marks={new Map()} />);

test("ends a title with one full stop before the boxes that are not checked", () => {
  expect(wordsFor("SVP, Energy Eng.")).toContain("SVP, Energy Eng. Not checked: director");
  expect(wordsFor("Chief Counsel")).toContain("Chief Counsel. Not checked: director");
  expect(wordsFor(null)).toContain(">Not checked: director");
});
