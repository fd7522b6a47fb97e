const STARTS: [type: "image/png" | "image/jpeg", start: number[]][] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
];

/** The type of an image by its first bytes; null for a type that we do not read. */
export const imageType = (bytes: Uint8Array) =>
  STARTS.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0] ?? null;

/** The width and height stated in the first bytes of a PNG or JPEG; null if they are missing. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = imageType(bytes);
  if (type === "image/png")
    return data.length > 24 ? { width: data.readUInt32BE(16), height: data.readUInt32BE(20) } : null;
  if (type === null) return null;
  for (let at = 2; at + 9 < data.length; ) {
    if (data[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = data[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) };
    at +=
      marker === 0xff ? 1 : marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9) ? 2 : 2 + data.readUInt16BE(at + 2);
  }
  return null;
}

/** Some programs write a few lines before the head of a PDF. */
export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-");
