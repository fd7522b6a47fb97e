import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { type Card, cardInWords } from "./card";
import { drawCard } from "./draw-card";
import type { Measure } from "./fit-text";

/** Every letter is half as wide as the size. */
const measure: Measure = (text) => text.length / 2;

const CARD: Card = {
  eyebrow: ["Kestrel Grid Systems", "Form 4", "filed June 12, 2025"],
  headline: "Ingrid M. Tollefsen sold 7,500 Kestrel shares",
  sentence: null,
  amended: null,
  body: null,
};

const rowsOf = (count: number, inAll: number | null): Card["body"] => ({
  kind: "rows",
  columns: [
    { label: "Row", width: 500, align: "start" },
    { label: "Shares", width: 552, align: "end" },
  ],
  rows: Array.from({ length: count }, (_, n) => ({ mark: null, cells: [`row ${n + 1}`, "1,234,567"] })),
  inAll,
});

/** The texts of a drawing, in their order. Throws if it is not well-formed. */
function textsOf(card: Card): string[] {
  const onError = (_level: string, message: string) => {
    throw new Error(message);
  };
  const svg = new DOMParser({ onError }).parseFromString(drawCard(card, "SEC filings", measure), "image/svg+xml");
  expect([...svg.getElementsByTagName("*")].map(({ nodeName }) => nodeName)).not.toContain("script");
  return [...svg.getElementsByTagName("text")].map(({ textContent }) => textContent ?? "");
}

describe("a card shows", () => {
  it("whose filing it is, what it says, and what the record is", () => {
    const texts = textsOf(CARD);
    expect(texts.slice(0, 3)).toEqual(CARD.eyebrow);
    expect(texts.join(" ")).toContain("Ingrid M. Tollefsen sold 7,500");
    expect(texts.slice(-2)).toEqual(["SEC filings", "§16"]);
  });

  it("that the filing was amended, in the picture and in words", () => {
    const amended = { ...CARD, amended: "Amended June 20, 2025" };
    expect(textsOf(amended)).toContain("Amended June 20, 2025");
    expect(cardInWords(amended)).toBe("Ingrid M. Tollefsen sold 7,500 Kestrel shares. Amended June 20, 2025.");
  });

  it("up to five rows, and how many it leaves out", () => {
    const texts = textsOf({ ...CARD, body: rowsOf(9, 1_209) });
    expect(texts.filter((text) => text.startsWith("row "))).toEqual(["row 1", "row 2", "row 3", "row 4", "row 5"]);
    expect(texts).toContain("and 1,204 more");
    expect(textsOf({ ...CARD, body: rowsOf(5, 5) }).join()).not.toContain("more");
    expect(textsOf({ ...CARD, body: rowsOf(9, null) })).toContain("and more");
  });

  it("fewer rows under a long headline, without hiding how many", () => {
    const long = {
      ...CARD,
      headline: "A long headline that goes on ".repeat(9),
      sentence: "And a sentence ".repeat(20),
    };
    const texts = textsOf({ ...long, body: rowsOf(5, 5) });
    const shown = texts.filter((text) => text.startsWith("row ")).length;
    expect(shown).toBeLessThan(5);
    expect(texts).toContain(`and ${5 - shown} more`);
  });

  it("every digit of a figure, however long", () => {
    const body = rowsOf(1, 1);
    if (body?.kind !== "rows") throw new Error("There are rows.");
    const figure = "−123,456,789,012,345,678,901,234,567,890,123,456,789";
    expect(textsOf({ ...CARD, body: { ...body, rows: [{ mark: null, cells: ["row 1", figure] }] } })).toContain(figure);
  });
});

it("cannot be broken by a hostile name", () => {
  const hostile = `</text><script>alert(1)</script>"'&amp;\u0000\u000b\ud800]]>`;
  const mark = { group: "other", fill: "solid", code: hostile } as const;
  const card: Card = {
    eyebrow: [hostile, hostile],
    headline: hostile,
    sentence: hostile,
    amended: hostile,
    body: {
      kind: "rows",
      columns: [
        { label: "Row", width: 500, align: "start" },
        { label: "Row", width: 500, align: "start" },
      ],
      rows: [{ mark, cells: [hostile, hostile] }],
      inAll: 1,
    },
  };
  expect(textsOf(card).join(" ")).toContain("</text><script>alert(1)</script>");
});

it("draws the walk of a holding: every balance, every change, and what no row explains", () => {
  const walk = {
    security: "Common Stock",
    directOrIndirect: "D",
    vehicle: null,
    holdings: 1,
    isOneOfClasses: false,
    opening: "154377",
    steps: [
      {
        balance: "167577",
        change: "13200",
        group: "exercise",
        label: "after exercise",
        unexplained: null,
        rowIds: ["I-1"],
      },
      { balance: "161889", change: "-5688", group: "sale", label: "after sale", unexplained: null, rowIds: ["I-2"] },
      { balance: "161990", change: "-99", group: "sale", label: "after sale", unexplained: "200", rowIds: ["I-3"] },
    ],
    axis: { from: 150000, to: 167577 },
  } as const;
  const body = {
    kind: "walk",
    walk: { ...walk, steps: [...walk.steps].map((step) => ({ ...step, rowIds: [...step.rowIds] })) },
    legend: [],
  } as const;
  const texts = textsOf({ ...CARD, body: { ...body, legend: [] } });
  for (const text of ["154,377", "167,577", "161,889", "161,990", "+13,200", "−5,688", "−99", "+200 not reported"])
    expect(texts).toContain(text);
  expect(texts.join(" ")).toContain("the axis does not start at 0");
});
