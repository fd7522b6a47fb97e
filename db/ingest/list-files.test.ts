import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listFiles, PathNotFound } from "@/db/ingest/list-files";

type Zipped = {
  /** The place of a byte to change. */
  damage?: number;
  encrypted?: boolean;
};

/** A zip archive of one member, after PKWARE's note on the format. */
function zipOf(name: string, text: string, { damage = 0, encrypted = false }: Zipped = {}): Buffer {
  const [bytes, title] = [Buffer.from(text), Buffer.from(name)];
  const packed = deflateRawSync(bytes, { level: 0 });
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(encrypted ? 1 : 0, 6);
  local.writeUInt16LE(8, 8);
  const sizes = (at: Buffer, offset: number) => {
    at.writeUInt32LE(crc32(bytes), offset);
    at.writeUInt32LE(packed.length, offset + 4);
    at.writeUInt32LE(bytes.length, offset + 8);
    at.writeUInt16LE(title.length, offset + 12);
  };
  sizes(local, 14);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(encrypted ? 1 : 0, 8);
  central.writeUInt16LE(8, 10);
  sizes(central, 16);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + title.length, 12);
  end.writeUInt32LE(local.length + title.length + packed.length, 16);
  // Stored blocks: a changed byte unpacks into another text.
  if (damage > 0) packed[damage] = (packed[damage] ?? 0) ^ 1;
  return Buffer.concat([local, title, packed, central, title, end]);
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "section16-files-"));
  const form = "<ownershipDocument><remarks>held</remarks></ownershipDocument>";
  await writeFile(join(folder, "a.xml"), form);
  await writeFile(join(folder, "letter.txt"), "Dear Sir,");
  await writeFile(join(folder, "filing.txt"), "<SEC-DOCUMENT>\n<SEC-HEADER>");
  await writeFile(join(folder, "page.html"), "<html/>");
  await writeFile(join(folder, "table.csv"), "date,shares");
  await writeFile(join(folder, "good.zip"), zipOf("forms/b.xml", form));
  await writeFile(join(folder, "damaged.zip"), zipOf("c.xml", form, { damage: 30 }));
  await writeFile(join(folder, "cut.zip"), zipOf("d.xml", form).subarray(0, 60));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("reads .xml and submissions in folders and archives, tries letters and pages, and no other files", async () => {
  const { files, skipped } = await listFiles([folder]);
  const read = await Promise.all(
    files.map(async (file) => [file.fileName.slice(folder.length + 1), await file.read()] as const),
  );
  const outcome = Object.fromEntries(
    read.map(([name, file]) => [
      name,
      "message" in file ? file.message : file.isAmongOthers ? "read if it is a form" : "read",
    ]),
  );
  expect(skipped).toBe(1);
  expect(outcome).toEqual({
    "a.xml": "read",
    "filing.txt": "read",
    "letter.txt": "read if it is a form",
    "page.html": "read if it is a form",
    "good.zip/forms/b.xml": "read",
    "damaged.zip/c.xml": "damaged in the archive: its checksum does not match",
    "cut.zip": expect.stringContaining("not a readable zip archive"),
  });
});

/** The result for each file in a folder, by its name there. */
async function outcomesIn(place: string): Promise<Record<string, string>> {
  const { files } = await listFiles([place]);
  const read = await Promise.all(files.map(async ({ fileName, read }) => [fileName, await read()] as const));
  return Object.fromEntries(
    read.map(([name, file]) => [name.slice(place.length + 1), "message" in file ? file.message : "read"]),
  );
}

test("names links in a ring, pipes, broken links and huge files, and finishes", async () => {
  const place = await mkdtemp(join(tmpdir(), "section16-odd-"));
  await writeFile(join(place, "good.xml"), "<ownershipDocument/>");
  await mkdir(join(place, "inner"));
  await symlink(place, join(place, "inner", "up"));
  await symlink(".", join(place, "inner", "here"));
  await symlink("nowhere.xml", join(place, "lost.xml"));
  execFileSync("mkfifo", [join(place, "pipe.xml"), join(place, "pipe.zip")]);
  for (const name of ["huge.xml", "huge.zip"]) await truncate(join(place, await touched(place, name)), 3 * 1024 ** 3);
  expect(await outcomesIn(place)).toEqual({
    "good.xml": "read",
    "lost.xml": "the link points to a file that does not exist",
    "pipe.xml": "not a regular file",
    "pipe.zip": "not a regular file",
    "huge.xml": "the file is too large (3221.2 MB). The limit is 64 MB",
    "huge.zip": expect.stringContaining("not a readable zip archive"),
  });
  await rm(place, { recursive: true });
});

async function touched(place: string, name: string): Promise<string> {
  await writeFile(join(place, name), "");
  return name;
}

test("reads a file called .xml as XML whatever is in it, so that it is refused by name", async () => {
  const place = await mkdtemp(join(tmpdir(), "section16-xml-"));
  await writeFile(join(place, "empty.xml"), "");
  await writeFile(join(place, "cut.xml"), "ownershipDocument>");
  const { files } = await listFiles([place]);
  for (const { read } of files) expect(await read()).not.toHaveProperty("isAmongOthers");
  expect(files).toHaveLength(2);
  await rm(place, { recursive: true });
});

test("names a member that cannot be read with the reason, and reads the others", async () => {
  const place = await mkdtemp(join(tmpdir(), "section16-zips-"));
  const form = "<ownershipDocument/>";
  await writeFile(join(place, "path.zip"), zipOf("../up.xml", form));
  await writeFile(join(place, "secret.zip"), zipOf("secret.xml", form, { encrypted: true }));
  await writeFile(join(place, "outer.zip"), zipOf("inner.zip", "PK"));
  expect(await outcomesIn(place)).toEqual({
    "path.zip/../up.xml": "cannot be read from the archive: its name points outside the archive",
    "secret.zip/secret.xml":
      "cannot be read from the archive: it is encrypted: unpack the archive with its password first",
    "outer.zip/inner.zip": "we do not open archives inside archives: unpack it first",
  });
  await rm(place, { recursive: true });
});

test("tries a file on the command line whatever its name", async () => {
  const { files } = await listFiles([join(folder, "letter.txt")]);
  expect(await files[0]?.read()).toMatchObject({ fileName: join(folder, "letter.txt") });
});

test("reports a path that does not exist", async () => {
  await expect(listFiles([join(folder, "nowhere")])).rejects.toThrow(PathNotFound);
});
