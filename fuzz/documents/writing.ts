import fc from "fast-check";
import {
  ENCODINGS,
  type Encoding,
  type HeaderFacts,
  type ValidDocument,
  type Writing,
  type XmlNode,
} from "@/fuzz/documents/written-document";
import { type Dice, diceOf } from "@/testing/dice";

const rarely = fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

export const writing: fc.Arbitrary<Writing> = fc.record({
  encoding: fc.oneof(
    { withCrossShrink: true },
    { weight: 6, arbitrary: fc.constant<Encoding>("utf-8") },
    { weight: 4, arbitrary: fc.constantFrom(...ENCODINGS) },
  ),
  hasDeclaration: fc.boolean(),
  isStandalone: rarely,
  hasDoctype: rarely,
  hasSchemaLocation: rarely,
  space: fc.constantFrom("none", "indented", "odd"),
  lineEnds: fc.constantFrom("\n", "\r\n", "\r"),
  cdata: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(10) }),
  references: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(10) }),
  comments: rarely,
  instructions: rarely,
  emptyTags: fc.boolean(),
  singleQuotes: rarely,
  seed: fc.nat(),
});

/** The file of a document, and its XML as text before encoding. */
export type WrittenDocument = { fileName: string; bytes: Buffer; xml: string; accessionNumber: string | null };

/** @param serial becomes the accession number, so that equal documents differ */
export function writeDocument(
  { root, writing, header, isNumbered, form }: ValidDocument,
  serial: number,
): WrittenDocument {
  const number = `0099000001-26-${String(serial).padStart(6, "0")}`;
  const accessionNumber = isNumbered ? number : null;
  // A submission is one text, so its document is in one of the one-byte encodings, like its own markup.
  const encoding = header && writing.encoding.startsWith("utf-16") ? "utf-8" : writing.encoding;
  const xml = writeXml(root, { ...writing, encoding });
  if (!header) {
    const fileName = isNumbered ? `${number}.xml` : `document-${serial}.xml`;
    return { fileName, bytes: encode(xml, encoding), xml, accessionNumber };
  }
  const ofHeader = (text: string) => Buffer.from(text, "latin1");
  const [before, after] = wrapping(header, form, accessionNumber);
  const bytes = Buffer.concat([ofHeader(before), encode(xml, encoding), ofHeader(after)]);
  return { fileName: `submission-${serial}.txt`, bytes, xml, accessionNumber };
}

function wrapping({ filingDate, time }: HeaderFacts, form: string, accessionNumber: string | null): [string, string] {
  const day = filingDate.replaceAll("-", "");
  const named = accessionNumber ?? "";
  return [
    `<SEC-DOCUMENT>${named ? `${named}.txt : ${day}` : ""}
<SEC-HEADER>${named ? `${named}.hdr.sgml : ${day}` : ""}
<ACCEPTANCE-DATETIME>${day}${time}
${named ? `ACCESSION NUMBER:\t\t${named}\n` : ""}CONFORMED SUBMISSION TYPE:\t${form}
PUBLIC DOCUMENT COUNT:\t\t1
FILED AS OF DATE:\t\t${day}
DATE AS OF CHANGE:\t\t${day}

REPORTING-OWNER:\t

\tOWNER DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tTollefsen Ingrid M
</SEC-HEADER>
<DOCUMENT>
<TYPE>${form}
<SEQUENCE>1
<FILENAME>primary_doc.xml
<TEXT>
<XML>
`,
    "\n</XML>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n",
  ];
}

const DECLARED: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-8 with mark": "utf-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "windows-1252",
  "iso-8859-1": "ISO-8859-1",
  "us-ascii": "US-ASCII",
};

function writeXml(root: XmlNode, writing: Writing): string {
  const { encoding, hasDeclaration, isStandalone, hasDoctype } = writing;
  const dice = diceOf(writing.seed);
  // Other encodings than UTF-8 and UTF-16 have to be declared.
  const isDeclared = hasDeclaration || !encoding.startsWith("utf");
  const quote = writing.singleQuotes ? "'" : '"';
  const declaration = isDeclared
    ? `<?xml version=${quote}1.0${quote} encoding=${quote}${DECLARED[encoding]}${quote}${isStandalone ? ` standalone=${quote}yes${quote}` : ""}?>\n`
    : "";
  const lines = [
    declaration,
    hasDoctype ? "<!DOCTYPE ownershipDocument>\n" : "",
    writeElement(root, writing, dice, 0),
    writing.comments ? "\n<!-- the end -->" : "",
    dice() < 0.5 ? "\n" : "",
  ];
  return lines.join("").replaceAll("\n", writing.lineEnds);
}

function writeElement(node: XmlNode, writing: Writing, dice: Dice, depth: number): string {
  const { name, id, text = "", children = [] } = node;
  const quote = writing.singleQuotes ? "'" : '"';
  const gap = writing.space === "odd" && dice() < 0.2 ? "\n  " : " ";
  const attributes = id === undefined ? "" : `${gap}id=${quote}${id}${quote}`;
  const location =
    depth === 0 && writing.hasSchemaLocation
      ? ` xmlns:xsi=${quote}http://www.w3.org/2001/XMLSchema-instance${quote} xsi:noNamespaceSchemaLocation=${quote}ownership.xsd${quote}`
      : "";
  const open = `<${name}${attributes}${location}`;
  if (children.length === 0 && text === "") return writing.emptyTags ? `${open}/>` : `${open}></${name}>`;
  const end = writing.space === "odd" && dice() < 0.1 ? `</${name} >` : `</${name}>`;
  if (children.length === 0) return `${open}>${writeText(text, writing, dice)}${end}`;
  const inner = children.map(
    (child) => between(writing, dice, depth + 1) + writeElement(child, writing, dice, depth + 1),
  );
  return `${open}>${inner.join("")}${between(writing, dice, depth)}${text === "" ? "" : writeText(text, writing, dice)}${end}`;
}

/** What may be between two elements without a meaning. */
function between(writing: Writing, dice: Dice, depth: number): string {
  const space = {
    none: "",
    indented: `\n${"    ".repeat(depth)}`,
    odd: ["", " ", "\n\n", "\t \n"][Math.floor(dice() * 4)],
  };
  const comment = writing.comments && dice() < 0.1 ? "<!-- <nonDerivativeTable><footnote id='F9'>&none; - -->" : "";
  const instruction = writing.instructions && dice() < 0.1 ? "<?render <value>1</value> ?>" : "";
  return `${space[writing.space] ?? ""}${comment}${instruction}`;
}

const isWithin = (sign: string, encoding: Encoding): boolean => {
  const code = sign.codePointAt(0) ?? 0;
  if (encoding.startsWith("utf")) return true;
  if (encoding === "us-ascii") return code < 0x80;
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) || (encoding === "windows-1252" && WINDOWS_1252.has(sign));
};

/** A carriage return that is not a reference would be read as a line end. */
const mustBeReference = (sign: string, encoding: Encoding) => sign === "\r" || !isWithin(sign, encoding);

function writeText(text: string, writing: Writing, dice: Dice): string {
  const { encoding, comments } = writing;
  const isHex = dice() < 0.5;
  const reference = (sign: string) => {
    const code = sign.codePointAt(0) ?? 0;
    return isHex ? `&#x${code.toString(16)};` : `&#${code};`;
  };
  if (dice() * 10 < writing.cdata) {
    const section = (part: string) => `<![CDATA[${part.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
    let written = "";
    let part = "";
    // References do not work inside a section, so it ends before the character and begins again after it.
    for (const sign of text) {
      if (!mustBeReference(sign, encoding)) part += sign;
      else {
        written += `${section(part)}${reference(sign)}`;
        part = "";
      }
    }
    return written + section(part);
  }
  const areReferences = dice() * 10 < writing.references;
  return [...text]
    .map((sign) => {
      const note = comments && dice() < 0.02 ? "<!---->" : "";
      if (sign === "&") return `${note}&amp;`;
      if (sign === "<") return `${note}&lt;`;
      if (sign === ">") return `${note}&gt;`;
      if (sign === '"' && dice() < 0.5) return `${note}&quot;`;
      if (sign === "'" && dice() < 0.5) return `${note}&apos;`;
      return note + (areReferences || mustBeReference(sign, encoding) ? reference(sign) : sign);
    })
    .join("");
}

/** Windows-1252 where it differs from Latin-1. */
const WINDOWS_1252 = new Map(
  [..."€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"].map((sign, index) => [
    sign,
    [
      0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96,
      0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
    ][index] ?? 0,
  ]),
);

function encode(xml: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(xml, "utf8");
    case "utf-8 with mark":
      return Buffer.from(`\ufeff${xml}`, "utf8");
    case "utf-16le":
      return Buffer.from(`\ufeff${xml}`, "utf16le");
    case "utf-16be":
      return Buffer.from(`\ufeff${xml}`, "utf16le").swap16();
    default:
      return Buffer.from([...xml].map((sign) => WINDOWS_1252.get(sign) ?? sign.codePointAt(0) ?? 0));
  }
}
