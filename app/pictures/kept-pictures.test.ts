import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { KeptPictures } from "./kept-pictures";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function newFolder() {
  const folder = await mkdtemp(join(tmpdir(), "section16-pictures-"));
  folders.push(folder);
  return join(folder, "cards");
}

test("keeps a picture for every process that has the folder", async () => {
  const folder = await newFolder();
  await new KeptPictures(folder, 1000).keep("a", Buffer.from("picture"));
  expect(String(await new KeptPictures(folder, 1000).find("a"))).toBe("picture");
  expect(await new KeptPictures(folder, 1000).find("b")).toBeNull();
});

test("removes those that nobody has asked for the longest, when there are too many", async () => {
  const folder = await newFolder();
  const pictures = new KeptPictures(folder, 1000);
  for (const [minute, name] of ["a", "b", "c"].entries()) {
    await pictures.keep(name, Buffer.alloc(300));
    await utimes(join(folder, `${name}.png`), 0, 60 * minute);
  }
  // A picture that somebody asks for becomes the newest.
  expect(await pictures.find("a")).not.toBeNull();
  await pictures.keep("d", Buffer.alloc(300));
  expect((await readdir(folder)).sort()).toEqual(["a.png", "d.png"]);
});

test("removes what a killed process left unfinished", async () => {
  const folder = await newFolder();
  const pictures = new KeptPictures(folder, 1000);
  await pictures.keep("a", Buffer.alloc(100));
  await writeFile(join(folder, "b.unfinished"), Buffer.alloc(900));
  await utimes(join(folder, "b.unfinished"), 0, 0);
  await new KeptPictures(folder, 1000).keep("c", Buffer.alloc(100));
  expect((await readdir(folder)).sort()).toEqual(["a.png", "c.png"]);
});

test("finds nothing, and fails nobody, where it cannot write", async () => {
  const folder = await newFolder();
  await writeFile(folder, "a file");
  const pictures = new KeptPictures(folder, 1000);
  await pictures.keep("a", Buffer.from("picture"));
  expect(await pictures.find("a")).toBeNull();
});
