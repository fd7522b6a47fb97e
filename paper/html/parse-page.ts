import { type Document, DomHandler, type Element } from "domhandler";
import { Parser } from "htmlparser2";

/**
 * The largest page that is read. A form with 30 rows in each table has about 200,000 characters, 5,000 elements and 30 levels.
 */
const LONGEST = 4_000_000;
const DEEPEST = 150;
const MOST_ELEMENTS = 30_000;

class PageTooLarge extends Error {}

/** Builds the tree, and stops at a page that nests or repeats elements as no form does. */
class BoundedHandler extends DomHandler {
  private depth = 0;
  private elements = 0;

  override onopentag(name: string, attributes: Record<string, string>) {
    this.depth++;
    this.elements++;
    if (this.depth > DEEPEST || this.elements > MOST_ELEMENTS) throw new PageTooLarge();
    super.onopentag(name, attributes);
  }

  override onclosetag() {
    this.depth--;
    super.onclosetag();
  }
}

/** The tree of a page; null if it is too long or too deep to be a form. Nothing in it is run or fetched. */
export function parsePage(html: string): Document | null {
  if (html.length > LONGEST) return null;
  const handler = new BoundedHandler();
  try {
    new Parser(handler, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true }).end(html);
  } catch (error) {
    if (error instanceof PageTooLarge) return null;
    throw error;
  }
  return handler.root;
}

const CELLS: ReadonlySet<string> = new Set(["td", "th"]);

export const isCell = ({ name }: Element) => CELLS.has(name);
