import { expect, test, vi } from "vitest";
import { factsLines } from "@/db/derive/note-facts";
import { textMd5 } from "@/db/schema/text-md5";

const ODD = "A note that cannot be read.";

vi.mock("@/lib/footnotes/read-facts", async (importOriginal) => {
  const real = await importOriginal<typeof import("@/lib/footnotes/read-facts")>();
  const refuse = (texts: readonly string[]) => {
    if (texts.includes(ODD)) throw new Error("odd");
  };
  return {
    readFacts(text: string) {
      refuse([text]);
      return real.readFacts(text);
    },
    readFactsOfEach(texts: readonly string[]) {
      refuse(texts);
      return real.readFactsOfEach(texts);
    },
  };
});

const gift = "A bona fide gift of 500 shares to a charity.";
const held = "The shares are held by the Roe Family Trust.";

test("reads many texts, and leaves out those that state nothing", () => {
  const { lines, odd } = factsLines([gift, "See remarks.", held]);
  expect(lines.map(({ textMd5 }) => textMd5)).toEqual([textMd5(gift), textMd5(held)]);
  expect(odd).toEqual([]);
});

test("keeps facts that no search can ask for: that a sale was underwritten, or that a grant was pay", () => {
  const texts = ["Sold to the underwriters in a registered offering.", "Issued in lieu of retainer fees of $22,500."];
  expect(factsLines(texts).lines.map(({ facts, kinds }) => [Object.keys(facts), kinds])).toEqual([
    [["underwritten"], []],
    [["award"], []],
  ]);
});

test("reads the other texts if one of them cannot be read", () => {
  const { lines, odd } = factsLines([gift, ODD, held]);
  expect(lines).toEqual(factsLines([gift, held]).lines);
  expect(odd).toEqual([ODD]);
});
