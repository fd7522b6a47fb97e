import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cutFace, FACES, LATIN_EXT } from "./cut-fonts";

const FONT_STYLES = "app/styles/fonts.css";
const styles = readFileSync(FONT_STYLES, "utf8");
const faces = [...styles.matchAll(/@font-face \{[^}]*\}/g)]
  .map(([rule]) => ({
    file: rule.match(/url\("[^"]*\/([\w-]+)\.woff2"\)/)?.[1] ?? null,
    weight: rule.match(/font-weight: ([\d ]+);/)?.[1] ?? "",
    range: rule.match(/unicode-range:\s+([^;]+);/)?.[1] ?? null,
  }))
  .filter(({ file }) => file !== null);

/** The characters of a range such as `U+100-17F, U+18F`. */
const charactersOf = (range: string) =>
  range.split(/,\s+/).flatMap((part) => {
    const [first = 0, last = first] = part
      .slice(2)
      .split("-")
      .map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
  });

it("declares every face that is cut, once", () => {
  const preloaded = [...readFileSync("app/fonts.ts", "utf8").matchAll(/src: "\.\/fonts\/([\w-]+)\.woff2"/g)].map(
    ([, file]) => file,
  );
  expect([...preloaded, ...faces.map(({ file }) => file)].sort()).toEqual(Object.keys(FACES).sort());
});

it("declares the range of extended Latin as it is cut, so that no browser loads a file in vain", () => {
  for (const { file, range } of faces) {
    if (!file?.endsWith("-ext")) expect(range, file ?? "").toBeNull();
    else expect(charactersOf(range ?? "").sort(), file).toEqual([...LATIN_EXT].sort());
  }
});

it("has every weight that the style sheets set", () => {
  const sheets = ["app", "components"]
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)))
    .filter((path) => path.endsWith(".css") && path !== FONT_STYLES);
  expect(sheets.length).toBeGreaterThan(20);
  const weights = sheets.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/font(?:-weight)?:[^;]*?\b(\d00|560|bold)\b/g)].map(([, weight]) => weight),
  );
  expect([...new Set(weights)].sort()).toEqual(["400", "560", "600"]);
});

it("cuts the same bytes from the same packages", async () => {
  const face = FACES["serif-italic"];
  if (!face) throw new Error("there is an italic");
  expect(await cutFace(face)).toEqual(await cutFace(face));
});
