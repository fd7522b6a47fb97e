import { expect, it } from "vitest";
import { isTagKnown, pageTag } from "./page-tag";

it("differs if any part differs, and only then", () => {
  const tag = pageTag(["/", "build", "12", { strong: "Sample data" }]);
  expect(tag).toMatch(/^W\/"[\w-]{22}"$/);
  expect(pageTag(["/", "build", "12", { strong: "Sample data" }])).toBe(tag);
  expect(pageTag(["/", "build", "1", "2", { strong: "Sample data" }])).not.toBe(tag);
});

it("is known to readers who list it, weak or strong", () => {
  const tag = pageTag(["/"]);
  for (const header of [tag, tag.slice(2), `"x", ${tag}`, `${tag},W/"y"`]) expect(isTagKnown(tag, header)).toBe(true);
  for (const header of ["", "*", `"x"`, tag.slice(0, -2)]) expect(isTagKnown(tag, header)).toBe(false);
});
