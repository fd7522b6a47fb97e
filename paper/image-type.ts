const STARTS: [type: "image/png" | "image/jpeg", start: number[]][] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
];

/** The type of an image by its first bytes; null for a type that we do not read. */
export const imageType = (bytes: Uint8Array) =>
  STARTS.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0] ?? null;

/** Some programs write a few lines before the head of a PDF. */
export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-");
