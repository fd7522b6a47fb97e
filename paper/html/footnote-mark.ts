import { type Document, type Element, isTag, type Text } from "domhandler";
import { getElementsByTagName, textContent } from "domutils";
import { isCell } from "./parse-page";

const BRACKETED = /^\s*(?:\(\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*\)[\s,;]*)+$/;
const BARE = /^\s*\d{1,2}(?:\s*,\s*\d{1,2})*\s*$/;
const GREEN_OR_RAISED = /vertical-align:\s*super|(?:^|[;\s{])color:\s*(?:green|#008000|#080\b|rgb\(0,\s*128,\s*0\))/i;

const LONGEST_SHEET = 100_000;

/** Numbers of the footnote marks that make up a text; null for any other text. */
export type MarkReader = (text: Text) => string[] | null;

/**
 * Marks have their own markup: they are raised, green, or a link to their footnote. A `(2)` that the filer typed is in the text
 * of the value.
 */
export function markReader(page: Document): MarkReader {
  const classes = markClasses(page);
  const isMarkup = (element: Element): boolean => {
    const { class: names = "", style = "", color = "", href = "" } = element.attribs;
    if (element.name === "sup" || (element.name === "a" && /#F?\d+$/i.test(href))) return true;
    if (GREEN_OR_RAISED.test(style) || /^(?:green|#008000)$/i.test(color)) return true;
    return names.split(/\s+/).some((name) => /footnote/i.test(name) || classes.has(name));
  };
  return (text) => {
    const isBracketed = BRACKETED.test(text.data);
    if (!isBracketed && !BARE.test(text.data)) return null;
    for (let parent = text.parent; parent && isTag(parent) && !isCell(parent); parent = parent.parent) {
      if (isMarkup(parent) && (isBracketed || parent.name === "sup")) return text.data.match(/\d+/g);
    }
    return null;
  };
}

/** Classes that the page's style sheet makes green or raised, whatever their names. */
function markClasses(page: Document): ReadonlySet<string> {
  const classes = new Set<string>();
  for (const sheet of getElementsByTagName("style", page)) {
    for (const [, selector, rules] of textContent(sheet)
      .slice(0, LONGEST_SHEET)
      .matchAll(/([^{}]{1,200})\{([^{}]{0,1000})\}/g)) {
      if (!selector || !rules || !GREEN_OR_RAISED.test(rules)) continue;
      for (const [, name] of selector.matchAll(/\.([\w-]+)/g)) if (name) classes.add(name);
    }
  }
  return classes;
}
