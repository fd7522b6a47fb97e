import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { otherThanFiled, printedForm, readingOf } from "@/testing/printed-forms";

/** Optional packages. Without them scans are refused, and this test is skipped. */
function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

const canRecognize = ["tesseract.js", "@tesseract.js-data/eng"].every(isInstalled);

test.skipIf(!canRecognize)(
  "a scanned PDF gives every fact of the XML (skipped without tesseract.js)",
  async () => {
    const reading = await readingOf(pdfOfPicture(printedForm("amendment-of-gifts.scan.png")));
    expect(reading.kind).toBe("scan");
    expect(otherThanFiled("amendment-of-gifts", reading)).toEqual([]);
    // Owners and footnotes could continue on a page that was not scanned.
    expect(reading.unread).toEqual(["/notSubjectToSection16", "/reportingOwner", "/footnotes", "/ownerSignature"]);
    expect(reading.problems).toEqual([]);
  },
  300_000,
);

/** A PDF of one page at 200 dpi that contains only this image, with its compressed rows unchanged. */
function pdfOfPicture(png: Buffer): Buffer {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const from = png.indexOf("IDAT");
  const rows = png.subarray(from + 4, from + 4 + png.readUInt32BE(from - 4));
  const paper = `${(width / 200) * 72} ${(height / 200) * 72}`;
  const drawn = `q ${paper.replace(" ", " 0 0 ")} 0 0 cm /Scan Do Q`;
  const packed = `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent 1 /Columns ${width} >>`;
  const parts = [
    Buffer.from(`%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 ${paper}] /Contents 4 0 R
  /Resources << /XObject << /Scan 5 0 R >> >> >> endobj
4 0 obj << /Length ${drawn.length} >> stream\n${drawn}\nendstream endobj
5 0 obj << /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray
  /BitsPerComponent 1 ${packed} /Length ${rows.length} >> stream\n`),
    rows,
    Buffer.from("\nendstream endobj\n"),
  ];
  const body = Buffer.concat(parts);
  const starts = [1, 2, 3, 4, 5].map((number) => body.indexOf(`\n${number} 0 obj`) + 1);
  const entries = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const trailer = `xref\n0 6\n0000000000 65535 f \n${entries}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.concat([body, Buffer.from(trailer)]);
}
