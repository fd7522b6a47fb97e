import { documentFromXml } from "@/lib/edgar/document-from-xml";
import { documentProblems } from "@/lib/edgar/document-rules";
import type { FilingRecord } from "@/lib/edgar/filing-record";
import { lineFinder } from "@/lib/edgar/line-of-pointer";
import type { OwnershipDocument } from "@/lib/edgar/ownership-document";
import { recordFromDocument } from "@/lib/edgar/record-from-document";
import { NotWellFormed, parseXmlTree } from "@/lib/edgar/xml-tree";
import { plural } from "@/lib/values/counts";
import { shortened } from "@/lib/values/text-limit";

/** Something a reader should know about a document: what is wrong, and on which line (from 1) of its XML or of a paper page. */
export type DocumentProblem = { page?: number | null; line: number | null; pointer: string | null; message: string };

export type ParsedDocument =
  | { outcome: "parsed"; document: OwnershipDocument; record: FilingRecord; problems: DocumentProblem[] }
  | { outcome: "refused"; line: number; message: string };

/** If a document has more problems than this, we list these and count the rest. */
const MOST_PROBLEMS = 998;

/**
 * Reads the XML of a Form 3, 4 or 5. Anything that cannot be an ownership document is refused; the rest is kept, with problems.
 */
export function parseOwnershipDocument(xml: string): ParsedDocument {
  let root: ReturnType<typeof parseXmlTree>;
  try {
    root = parseXmlTree(xml);
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    return { outcome: "refused", line: error.line, message: `not well-formed XML: ${error.reason}` };
  }
  if (root.name !== "ownershipDocument") {
    const message = `not an ownership document: the root is <${shortened(root.name, 80)}>, not <ownershipDocument>`;
    return { outcome: "refused", line: root.line, message };
  }
  if (root.children.length === 0) {
    return { outcome: "refused", line: root.line, message: "<ownershipDocument> is empty" };
  }
  const { document, hasTables, strayText } = documentFromXml(root);
  const { record, problems: valueProblems } = recordFromDocument(document, hasTables);
  // An unexpected shape was already reported when its value was read.
  const named = new Set(valueProblems.map(({ pointer }) => pointer));
  const found = [...valueProblems, ...documentProblems(record).filter(({ pointer }) => !named.has(pointer))];
  const lineOf = lineFinder(root);
  const problems: DocumentProblem[] = found.slice(0, MOST_PROBLEMS).map(({ pointer, message }) => ({
    line: lineOf(pointer),
    pointer: shortened(pointer),
    message: shortened(message),
  }));
  if (found.length > MOST_PROBLEMS) {
    const left = plural(found.length - MOST_PROBLEMS, "more problem is", "more problems are");
    problems.push({ line: null, pointer: null, message: `${left} not listed` });
  }
  const stray = strayText[0];
  if (stray) {
    const places = strayText.length === 1 ? "" : ` and in ${plural(strayText.length - 1, "other place")}`;
    problems.push({
      line: stray.line,
      pointer: null,
      message: `there is text between the elements of <${shortened(stray.element, 80)}>${places}: “${shortened(stray.text, 80)}”`,
    });
  }
  return { outcome: "parsed", document, record, problems };
}
