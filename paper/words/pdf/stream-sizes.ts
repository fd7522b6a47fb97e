import { inflateSync } from "node:zlib";

/** Bytes that one stream of a PDF may unpack to, and all of its streams together. A page of a form has less than one million. */
const LARGEST_STREAM = 64_000_000;
const LARGEST_SUM = 256_000_000;
const LARGEST_FILE = 50_000_000;

export const TOO_COMPLEX =
  "this PDF is too complex to be a form; keep only the pages of the form, or print them to a new PDF";

/**
 * Why a PDF's compressed streams are not unpacked: some hundred bytes may expand to gigabytes. Null if they are within the
 * limits. Damaged streams are left to the PDF library.
 */
export function streamFailure(bytes: Uint8Array): string | null {
  if (bytes.length > LARGEST_FILE)
    return `this PDF is too large to be a form (${Math.round(bytes.length / 1e6)} MB); keep only the pages of the form`;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  let at = file.indexOf("stream");
  while (at >= 0) {
    const isEnd = file.subarray(Math.max(0, at - 3), at).toString("latin1") === "end";
    const start = at + (file[at + 6] === 0x0d ? 8 : 7);
    if (!isEnd) {
      const dictionary = file.subarray(Math.max(0, at - 600), at).toString("latin1");
      const own = plainNames(dictionary.slice(dictionary.lastIndexOf(" obj") + 1));
      if ((own.match(/\/(?:FlateDecode|Fl|LZWDecode|RunLengthDecode)\b/g) ?? []).length > 1) {
        return "parts of this PDF are compressed more than once, which we do not read; print it to a new PDF";
      }
      const end = file.indexOf("endstream", start);
      // The PDF library unpacks an image only if its size is known.
      if (/\/(?:FlateDecode|Fl)\b/.test(own) && !/\/Subtype\s*\/Image\b/.test(own)) {
        const size = unpackedSize(file.subarray(start, end < 0 ? undefined : end));
        sum += size;
        if (size >= LARGEST_STREAM || sum >= LARGEST_SUM) return TOO_COMPLEX;
      }
      if (end < 0) break;
      at = end;
    }
    at = file.indexOf("stream", at + 9);
  }
  return null;
}

/** A name may be written with the codes of its letters. */
const plainNames = (dictionary: string) =>
  dictionary.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function unpackedSize(packed: Buffer): number {
  try {
    return inflateSync(packed, { maxOutputLength: LARGEST_STREAM }).length;
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge ? LARGEST_STREAM : 0;
  }
}
