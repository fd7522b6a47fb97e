// Runs in a separate thread, so that a PDF that takes too much time or memory can be stopped. Parses a PDF into the operators of
// its pages and posts them page by page. Plain JavaScript, because a thread starts without a loader for TypeScript.
import { parentPort, workerData } from "node:worker_threads";
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";

/** @typedef {import("./pdf-pages").PageOperators} PageOperators */
/** @typedef {import("./pdf-pages").PdfMessage} PdfMessage */
/** @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>} PdfPage */

const { bytes, limits } = /** @type {import("./pdf-pages").PdfWork} */ (workerData);

/** A reason why a PDF is not read, in words for the reader. */
class Refusal extends Error {}

/** @param {PdfMessage} message */
const post = (message) => parentPort?.postMessage(message);

giveTransferToOldNode();
try {
  await readPages();
  post({ kind: "end" });
} catch (error) {
  post({ kind: "refused", message: failure(error) });
}

async function readPages() {
  // Nothing in the file is run or fetched: no scripts, and no external fonts or character maps.
  const pdf = await getDocumentProxy(bytes, {
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    // A page that lost a part would look like one that says less.
    stopAtErrors: true,
    maxImageSize: limits.picture,
    verbosity: 0,
    standardFontDataUrl: undefined,
    cMapUrl: undefined,
  });
  if (pdf.numPages > limits.pages) {
    throw new Refusal(`a PDF of ${pdf.numPages} pages; the limit is ${limits.pages} pages`);
  }
  const { OPS } = await getResolvedPDFJS();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    if (!(width > 0 && height > 0 && Math.max(width, height) <= limits.side)) {
      throw new Refusal(
        `page ${number} of the PDF is ${Math.round(width)} × ${Math.round(height)} points, which is too large for a form`,
      );
    }
    const { fnArray, argsArray } = await page.getOperatorList();
    if (fnArray.length > limits.operators)
      throw new Refusal(
        `page ${number} of the PDF is too complex to be part of a form; keep only the pages of the form, or print them to a new PDF`,
      );
    /** @type {Record<string, number>} */
    const fontUnits = {};
    let letters = 0;
    let isHidden = false;
    /** @type {PageOperators["pictures"]} */
    const pictures = {};
    for (const [index, operator] of fnArray.entries()) {
      const [first] = argsArray[index] ?? [];
      if (operator === OPS.setFont && typeof first === "string") fontUnits[first] ??= fontUnit(page, first);
      // The text that a scanner's software hides under an image.
      if (operator === OPS.setTextRenderingMode) isHidden = first === 3;
      if (operator === OPS.restore) isHidden = false;
      if (operator === OPS.showText && !isHidden) letters += first.length;
    }
    if (letters < limits.fewLetters) {
      for (const [index, operator] of fnArray.entries()) {
        if (operator !== OPS.paintImageXObject && operator !== OPS.paintImageMaskXObject) continue;
        const [first] = argsArray[index] ?? [];
        const name = typeof first === "string" ? first : first?.data;
        if (typeof name === "string") pictures[name] ??= await picture(page, name);
      }
    }
    post({
      kind: "page",
      page: { number, width, height, transform, fnArray, argsArray, fontUnits, pictures },
      operators: OPS,
    });
    page.cleanup();
  }
}

/**
 * The width of a font's unit relative to its size: a thousandth, unless the font says otherwise.
 * @param {PdfPage} page
 * @param {string} name
 */
function fontUnit(page, name) {
  const font = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
  const scale = font?.fontMatrix?.[0];
  return typeof scale === "number" && scale > 0 ? scale : 0.001;
}

/**
 * @param {PdfPage} page
 * @param {string} name
 * @returns {Promise<import("./pdf-pages").PictureContent | null>}
 */
async function picture(page, name) {
  const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
  const content = await new Promise((resolve) => {
    objects.get(name, resolve);
  });
  const { width, height, data } = content ?? {};
  return data ? { width, height, data } : null;
}

/** @param {unknown} error */
function failure(error) {
  if (error instanceof Refusal) return error.message;
  if (error instanceof Error && error.name === "PasswordException") {
    return "the PDF is encrypted: save it without a password first";
  }
  return "the PDF is damaged and cannot be read";
}

/** The PDF library passes on fonts by a method that Node.js 20 does not have yet. */
function giveTransferToOldNode() {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    configurable: true,
    writable: true,
    /**
     * @this {ArrayBuffer}
     * @param {number} [length]
     */
    value(length = this.byteLength) {
      const copy = new ArrayBuffer(length);
      new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return copy;
    },
  });
}
