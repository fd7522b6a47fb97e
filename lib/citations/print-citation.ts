import { formatDate } from "@/lib/values/dates";
import { endSentence } from "@/lib/values/end-sentence";
import type { CitationStyle, CitedFiling } from "./citation";

const PUBLISHER = "U.S. Securities and Exchange Commission";

/** A citation for a text, a reference manager or a wiki. Everything in it may be foreign text. */
export const printCitation = (citation: CitedFiling, style: CitationStyle): string =>
  `${PRINTERS[style]({ ...citation, authors: citation.authors.map(oneLine), title: oneLine(citation.title), place: citation.place && oneLine(citation.place) })}\n`;

const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

const hash = ({ sha256 }: CitedFiling) => (sha256 === null ? null : `SHA-256 of the document as filed: ${sha256}`);
const titleOf = ({ title, place }: CitedFiling) => (place === null ? title : `${title}, ${place}`);
const part = (date: string, index: number) => Number(date.split("-")[index]);

const PRINTERS: Record<CitationStyle, (citation: CitedFiling) => string> = {
  text: (citation) => {
    const { authors, filedOn, accessionNumber, url, accessed } = citation;
    const sentences = [
      authors.join("; "),
      `${titleOf(citation)}, ${filedOn === null ? "filing date not known" : `filed ${formatDate(filedOn)}`}`,
      accessionNumber === null ? "Accession number not known" : `Accession number ${accessionNumber}`,
      `${url}, accessed ${formatDate(accessed)}`,
      hash(citation),
    ];
    return sentences.flatMap((sentence) => (sentence ? endSentence(sentence) : [])).join(" ");
  },

  bibtex: (citation) => {
    const { authors, filedOn, accessionNumber, url, accessed } = citation;
    const fields: [string, string | null][] = [
      // A name in braces is not divided into given and family names: the form does not say which is which.
      ["author", authors.map((name) => `{${bibtexText(name)}}`).join(" and ") || null],
      ["title", `{${bibtexText(titleOf(citation))}}`],
      ["date", filedOn],
      ["year", filedOn?.slice(0, 4) ?? null],
      ["institution", `{${PUBLISHER}}`],
      ["number", accessionNumber],
      ["url", url],
      ["urldate", accessed],
      ["note", hash(citation)],
    ];
    const lines = fields.flatMap(([name, value]) => (value === null ? [] : `  ${name} = {${value}},`));
    return [`@techreport{${bibtexKey(citation)},`, ...lines, "}"].join("\n");
  },

  ris: (citation) => {
    const { authors, filedOn, accessionNumber, url, accessed } = citation;
    const slashes = (date: string) => date.replaceAll("-", "/");
    const lines: [string, string | null][] = [
      ["TY", "RPRT"],
      ...authors.map((name): [string, string] => ["AU", name]),
      ["TI", titleOf(citation)],
      ["PY", filedOn?.slice(0, 4) ?? null],
      ["DA", filedOn && slashes(filedOn)],
      ["PB", PUBLISHER],
      ["M1", accessionNumber],
      ["UR", url],
      ["Y2", slashes(accessed)],
      ["N1", hash(citation)],
      ["ER", ""],
    ];
    return lines.flatMap(([tag, value]) => (value === null ? [] : `${tag}  - ${value}`)).join("\r\n");
  },

  "csl-json": (citation) => {
    const { authors, filedOn, accessionNumber, url, accessed } = citation;
    const dateParts = (date: string) => ({ "date-parts": [[part(date, 0), part(date, 1), part(date, 2)]] });
    const item = {
      id: bibtexKey(citation),
      type: "report",
      title: titleOf(citation),
      author: authors.map((literal) => ({ literal })),
      issued: filedOn === null ? undefined : dateParts(filedOn),
      accessed: dateParts(accessed),
      publisher: PUBLISHER,
      number: accessionNumber ?? undefined,
      URL: url,
      note: hash(citation) ?? undefined,
    };
    return JSON.stringify([item], null, 1);
  },

  wiki: (citation) => {
    const { authors, filedOn, accessionNumber, url, accessed } = citation;
    const fields: [string, string | null][] = [
      ...authors.map((name, index): [string, string] => [`author${index + 1}`, wikiText(name)]),
      ["title", wikiText(titleOf(citation))],
      ["date", filedOn],
      ["publisher", PUBLISHER],
      ["id", accessionNumber === null ? null : `Accession number ${accessionNumber}`],
      ["url", url],
      ["access-date", accessed],
    ];
    const comment = hash(citation);
    const template = fields.flatMap(([name, value]) => (value === null ? [] : ` |${name}=${value}`)).join("");
    return `{{cite report${template}}}${comment === null ? "" : ` <!-- ${comment} -->`}`;
  },
};

const bibtexKey = ({ accessionNumber, url, place }: CitedFiling) =>
  [accessionNumber ?? url.split("/").at(-1), place]
    .flatMap((text) => text ?? [])
    .join("-")
    .replace(/[^A-Za-z0-9]+/g, "-");

const BIBTEX: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Braces are left out, because unbalanced braces would end the field. */
const bibtexText = (text: string) =>
  text.replace(/[{}]/g, "").replace(/[\\~^&%$#_]/g, (character) => BIBTEX[character] ?? `\\${character}`);

/** What has a meaning in a template, link or signature, or begins a tag, as references to the characters. */
const wikiText = (text: string) => text.replace(/[|{}[\]<>='&~]/g, (character) => `&#${character.charCodeAt(0)};`);
