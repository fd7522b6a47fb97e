import { SaxesParser } from "saxes";

export type XmlElement = {
  name: string;
  /** From 1. */
  line: number;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** The element's own text, without that of its children. */
  text: string;
};

/** What is wrong with a text that is not well-formed XML, and on which line. */
export class NotWellFormed extends Error {
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`);
  }
}

/** Real ownership documents nest six deep. A document far beyond that is built to exhaust the parser. */
const DEEPEST = 64;

/**
 * Reads XML strictly into a tree: a truncated document, a bare `&` or an unknown entity throws `NotWellFormed`. Document type
 * declarations are ignored: they define no entities and nothing is fetched.
 */
export function parseXmlTree(xml: string): XmlElement {
  const parser = new SaxesParser();
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;

  const fail = (reason: string): never => {
    throw bareAmpersand(xml, parser.line) ?? new NotWellFormed(parser.line, reason);
  };
  parser.on("error", (error) => fail(error.message.replace(/^\d+:\d+:\s*/, "")));
  parser.on("opentag", (tag) => {
    const element = { name: tag.name, line: parser.line, attributes: tag.attributes, children: [], text: "" };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
    if (open.length > DEEPEST) fail(`elements are nested more than ${DEEPEST} deep`);
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    open.pop();
  });

  parser.write(xml).close();
  return root ?? fail("the document is empty");
}

export const childrenNamed = (element: XmlElement, name: string) => element.children.filter((c) => c.name === name);

/** The parser reports a bare `&` far after its place, so we find its line ourselves. */
function bareAmpersand(xml: string, lastLine: number): NotWellFormed | null {
  const lines = xml.split("\n").slice(0, lastLine);
  const index = lines.findIndex((line) => /&(?!(?:#\d+|#x[0-9a-f]+|[a-z][\w.-]*);)/i.test(line));
  return index < 0 ? null : new NotWellFormed(index + 1, "there is a bare &; in XML it is written &amp;");
}
