import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Edgar } from "@/db/edgar/edgar";
import { type Validators, validatorsOf } from "@/db/edgar/edgar-client";
import { EdgarFailure } from "@/db/edgar/edgar-failure";
import { refusalInPage } from "@/db/edgar/refusal-page";
import { bodyChunks, brokenInWords, type Exchange } from "@/db/edgar/response-body";
import type { EdgarAddress } from "@/lib/edgar/addresses";

export type Downloaded = "downloaded" | "unchanged" | "absent";

type Options = { onBytes?: (bytes: number, total: number | null) => void };

const MOST_WRONG = 3;
const LESS_THAN = 0x3c;

/** Stored next to a file: its validators from EDGAR, so that we download it again, or resume, only if needed. */
const validatorsFile = (path: string) => `${path}.json`;
const partOf = (path: string) => `${path}.part`;

/**
 * Downloads an archive to a file. An interrupted download resumes where it stopped, even in a later process; an unchanged file
 * is not downloaded again.
 * @throws EdgarFailure
 */
export async function download(
  { client, signal }: Edgar,
  address: EdgarAddress,
  path: string,
  { onBytes = () => {} }: Options = {},
): Promise<Downloaded> {
  await mkdir(dirname(path), { recursive: true });
  const part = partOf(path);
  let wrong = 0;
  for (let tries = 1; ; tries++) {
    const begun = await sizeOf(part);
    const tried = await client.open(address, await headersFor(path, begun), { signal });
    if (tried.outcome === "absent") return "absent";
    let reason: string;
    if (tried.outcome === "retry") {
      reason = tried.reason;
    } else {
      const { response } = tried.exchange;
      const { status } = response;
      if (status === 304) {
        await drain(tried.exchange);
        return "unchanged";
      }
      if (status === 416 || (status === 206 && startOfRange(response) !== begun)) {
        await drain(tried.exchange);
        if (status === 416 && begun > 0 && totalOfRange(response) === begun) return keep(path);
        await discard(part);
        reason = "it has changed since the download was interrupted";
      } else {
        if (status !== 206) await writeFile(validatorsFile(part), JSON.stringify(validatorsOf(response)));
        const received = await receive(tried.exchange, part, status === 206 ? begun : 0, onBytes).catch((error) => {
          signal?.throwIfAborted();
          if (isOfDisk(error)) throw error;
          return { outcome: "broken" as const, reason: brokenInWords(error) };
        });
        if (received.outcome === "whole") return keep(path);
        reason = received.reason;
        if (received.outcome === "wrong page") {
          wrong += 1;
          await discard(part);
          if (wrong >= MOST_WRONG) throw new EdgarFailure("wrong page", `${client.urlOf(address)}: ${reason}.`);
        } else if ((await sizeOf(part)) > begun) tries = 1;
      }
    }
    await client.waitBeforeRetry(address, tries, reason, signal);
  }
}

/** Removes a file that turned out to be damaged, so that it is fetched again. */
export async function discard(path: string) {
  await Promise.all([path, validatorsFile(path)].map((file) => rm(file, { force: true })));
}

async function headersFor(path: string, begun: number): Promise<Record<string, string>> {
  const headers: Record<string, string> = { "accept-encoding": "identity" };
  const ofPart = begun > 0 ? await readValidators(partOf(path)) : null;
  // A weak validator does not promise the same bytes.
  const same = ofPart?.etag && !ofPart.etag.startsWith("W/") ? ofPart.etag : ofPart?.lastModified;
  if (same) return { ...headers, range: `bytes=${begun}-`, "if-range": same };
  const ofWhole = (await sizeOf(path)) > 0 ? await readValidators(path) : null;
  if (ofWhole?.etag) headers["if-none-match"] = ofWhole.etag;
  if (ofWhole?.lastModified) headers["if-modified-since"] = ofWhole.lastModified;
  return headers;
}

async function keep(path: string): Promise<"downloaded"> {
  await rename(validatorsFile(partOf(path)), validatorsFile(path));
  await rename(partOf(path), path);
  return "downloaded";
}

type Received = { outcome: "whole" } | { outcome: "broken" | "wrong page"; reason: string };

async function receive(
  exchange: Exchange,
  part: string,
  from: number,
  onBytes: NonNullable<Options["onBytes"]>,
): Promise<Received> {
  const rest = Number(exchange.response.headers.get("content-length") ?? Number.NaN);
  const total = Number.isNaN(rest) ? null : from + rest;
  const file = await open(part, from > 0 ? "a" : "w");
  let size = from;
  try {
    for await (const chunk of bodyChunks(exchange)) {
      if (size === 0 && chunk[0] === LESS_THAN) {
        return { outcome: "wrong page", reason: refusalInPage(chunk) ?? "it is a web page, not an archive" };
      }
      await file.write(chunk);
      size += chunk.length;
      onBytes(size, total);
    }
  } finally {
    await file.close();
  }
  return total !== null && size < total
    ? { outcome: "broken", reason: "the connection was lost" }
    : { outcome: "whole" };
}

async function drain(exchange: Exchange) {
  for await (const _ of bodyChunks(exchange));
}

const startOfRange = (response: Response) =>
  Number(/^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "")?.[1] ?? Number.NaN);

const totalOfRange = (response: Response) =>
  Number(/^bytes \*\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1] ?? Number.NaN);

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0;

async function readValidators(path: string): Promise<Validators | null> {
  try {
    const { etag, lastModified } = JSON.parse(await readFile(validatorsFile(path), "utf8"));
    return { etag: etag ?? null, lastModified: lastModified ?? null };
  } catch {
    return null;
  }
}

/** A full disk is not a network error. */
const isOfDisk = (error: unknown) =>
  error instanceof Error &&
  "code" in error &&
  ["ENOSPC", "EDQUOT", "EACCES", "EROFS", "EIO"].includes(String(error.code));
