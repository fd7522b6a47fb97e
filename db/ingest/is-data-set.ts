import { open as openFile, readdir, stat } from "node:fs/promises";
import { openZip, zipMembers } from "@/db/ingest/zip-entries";
import { memberOfFile } from "@/lib/dataset/data-set-columns";

/**
 * Whether a path is a quarter of the SEC's data sets, judged by its content: an archive or folder with tables of a data set in it. A folder that was
 * not named must have SUBMISSION.tsv, because single tables can be there for other reasons.
 */
export async function isDataSet(path: string, isNamed: boolean): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found) return false;
  if (found.isDirectory()) {
    const members = (await readdir(path)).map(memberOfFile);
    return isNamed ? members.some((member) => member !== null) : members.includes("SUBMISSION");
  }
  if (!/\.zip$/i.test(path)) return false;
  if (await beginsWithMember(path)) return true;
  try {
    const zip = await openZip(path);
    const members = await zipMembers(zip).finally(() => zip.close());
    return members.some(({ name }) => memberOfFile(name) !== null);
  } catch {
    return false;
  }
}

/** The name of an archive's first file is also at its beginning, so that even an archive that was cut off has it. */
async function beginsWithMember(path: string): Promise<boolean> {
  const file = await openFile(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    if (bytesRead < 30 || buffer.readUInt32LE(0) !== 0x04034b50) return false;
    return memberOfFile(buffer.toString("latin1", 30, 30 + buffer.readUInt16LE(26))) !== null;
  } finally {
    await file.close();
  }
}
