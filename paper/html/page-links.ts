import { type ChildNode, type Document, type Element, isComment, isTag } from "domhandler";
import { findAll } from "domutils";

/** The CIK that a link within these elements points to. */
export function cikIn(elements: Element[]): string | null {
  for (const { attribs } of findAll(({ name }) => name === "a", elements)) {
    const [, cik] = /[?&]CIK=(\d{1,10})\b/i.exec(attribs.href ?? "") ?? [];
    if (cik) return cik;
  }
  return null;
}

const IN_ARCHIVES = /\/Archives\/edgar\/data\/\d+\/(?:(\d{10})-?(\d{2})-?(\d{6}))\b/i;

/**
 * The accession number in the page's own address, which a browser writes above a page that it saves, or which the page gives as
 * its location. Numbers in its text may be those of other filings.
 */
export function accessionNumberOfPage(page: Document): string | null {
  const addresses = page.children.slice(0, 20).flatMap(ownAddresses);
  for (const element of findAll(({ name }) => name === "link" || name === "base" || name === "meta", page.children)) {
    const { rel, href, property, content } = element.attribs;
    if (element.name === "base" || rel === "canonical") addresses.push(href ?? "");
    if (property === "og:url") addresses.push(content ?? "");
  }
  for (const address of addresses) {
    const [, filer, year, number] = IN_ARCHIVES.exec(address) ?? [];
    if (filer) return `${filer}-${year}-${number}`;
  }
  return null;
}

/** Comments at the top of the page: `saved from url=(0082)https://www.sec.gov/Archives/edgar/data/…`. */
function ownAddresses(node: ChildNode): string[] {
  if (isComment(node)) return [node.data.slice(0, 2000)];
  return isTag(node) && (node.name === "html" || node.name === "head")
    ? node.children.slice(0, 40).flatMap(ownAddresses)
    : [];
}
