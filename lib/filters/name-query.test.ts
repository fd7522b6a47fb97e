import { expect, test } from "vitest";
import { nameQuery } from "./name-query";

test("every word may begin a word of the name", () => {
  expect(nameQuery(["tim", "cook"])).toBe("tim:* & cook:*");
});

test("a surname with an apostrophe is also found without it, and the reverse", () => {
  expect(nameQuery(["sean", "o", "brien"])).toBe("sean:* & (o:* & brien:* | obrien:*)");
  expect(nameQuery(["obrien"])).toBe("(obrien:* | o <-> brien:*)");
});

test("an initial at the end, and a short word, are looked for as they are", () => {
  expect(nameQuery(["saxon", "d"])).toBe("saxon:* & d:*");
  expect(nameQuery(["orr", "lee"])).toBe("orr:* & lee:*");
});
