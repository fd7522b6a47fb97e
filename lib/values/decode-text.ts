/** Windows-1252 from 0x80 to 0x9F, with a space where it has no character. */
const SIGNS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Text in Windows-1252. Node's own decoder returns Latin-1 in some versions, so we correct its result. */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder("windows-1252")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (sign) => SIGNS[sign.charCodeAt(0) - 0x80] ?? " ");

/** Text in UTF-8 or, if it is not valid UTF-8, in Windows-1252, as older programs wrote. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}
