import type { Form, Version } from "@/fuzz/documents/schema";

export const ENCODINGS = [
  "utf-8",
  "utf-8 with mark",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "iso-8859-1",
  "us-ascii",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How a document is written as bytes: all ways are legal XML and mean the same. */
export type Writing = {
  encoding: Encoding;
  hasDeclaration: boolean;
  isStandalone: boolean;
  hasDoctype: boolean;
  hasSchemaLocation: boolean;
  space: "none" | "indented" | "odd";
  lineEnds: "\n" | "\r\n" | "\r";
  /** How many texts in ten are in CDATA sections, or have their characters as references. */
  cdata: number;
  references: number;
  comments: boolean;
  instructions: boolean;
  emptyTags: boolean;
  singleQuotes: boolean;
  /** Places of comments and processing instructions. */
  seed: number;
};

/** An element as it will be written: with text or children, and with both only in the `documentType` of 2003. */
export type XmlNode = { name: string; id?: string; text?: string; children?: XmlNode[] };

/** The facts in the SGML header of a full submission. */
export type HeaderFacts = { filingDate: string; time: string };

export type ValidDocument = {
  form: Form;
  version: Version;
  root: XmlNode;
  writing: Writing;
  /** Null for a bare document. */
  header: HeaderFacts | null;
  /** Whether the file's name or its header gives an accession number. */
  isNumbered: boolean;
};
