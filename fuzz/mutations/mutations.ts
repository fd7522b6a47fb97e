import { gzipSync } from "node:zlib";
import type { Dice } from "@/testing/dice";

/** A file for the ingest. */
export type HandedFile = { fileName: string; bytes: Buffer };

type Mutate = (file: HandedFile, dice: Dice) => HandedFile;

const pick = <T>(dice: Dice, items: readonly T[]): T => items[Math.floor(dice() * items.length)] as T;
const below = (dice: Dice, most: number) => Math.floor(dice() * most);

const onBytes =
  (change: (bytes: Buffer, dice: Dice) => Buffer): Mutate =>
  (file, dice) => ({ ...file, bytes: change(file.bytes, dice) });

const onText = (change: (text: string, dice: Dice) => string): Mutate =>
  onBytes((bytes, dice) => Buffer.from(change(bytes.toString("utf8"), dice), "utf8"));

/** Replaces the text of some elements with these names; without names, of any elements that have text. */
const inElements = (names: readonly string[], value: (dice: Dice) => string, share = 0.5) =>
  onText((xml, dice) => {
    const name = names.length > 0 ? `(?:${names.join("|")})` : "[A-Za-z0-9]+";
    const inField = "(?:\\s*<value>)?";
    let hits = 0;
    const changed = xml.replace(new RegExp(`(<${name}(?: [^>]*)?>${inField})[^<]*(?=</)`, "g"), (all, open) => {
      if (hits > 0 && dice() > share) return all;
      hits++;
      return `${open}${value(dice)}`;
    });
    return changed;
  });

/** Inserts something before the end of a random element with one of these names. */
const beforeEnd = (names: readonly string[], addition: (dice: Dice) => string) =>
  onText((xml, dice) => {
    const ends = [...xml.matchAll(new RegExp(`</(?:${names.join("|")})>`, "g"))];
    const at = ends.length > 0 ? pick(dice, ends).index : xml.length;
    return `${xml.slice(0, at)}${addition(dice)}${xml.slice(at)}`;
  });

const insideRoot = (addition: (dice: Dice) => string) => beforeEnd(["ownershipDocument"], addition);
const ROWS = ["nonDerivativeTransaction", "nonDerivativeHolding", "derivativeTransaction", "derivativeHolding"];
const GROUPS = [
  ...ROWS,
  "ownershipDocument",
  "issuer",
  "reportingOwner",
  "reportingOwnerId",
  "ownerSignature",
  "transactionCoding",
  "transactionAmounts",
  "securityTitle",
  "footnotes",
];
const AMOUNTS = [
  "transactionShares",
  "transactionPricePerShare",
  "conversionOrExercisePrice",
  "sharesOwnedFollowingTransaction",
  "underlyingSecurityShares",
];
const DATES = [
  "transactionDate",
  "deemedExecutionDate",
  "exerciseDate",
  "expirationDate",
  "signatureDate",
  "periodOfReport",
  "dateOfOriginalSubmission",
];

/** A random element of the text, from its tag to its end. */
const anElement = (xml: string, dice: Dice) => {
  const all = [...xml.matchAll(/<([A-Za-z0-9]+)(?: [^>]*)?>[\s\S]*?<\/\1>/g)].filter(
    ([, name]) => name !== "ownershipDocument",
  );
  const inner = [...xml.matchAll(/<([A-Za-z0-9]+)(?: [^>]*)?>[^<]*<\/\1>/g)];
  const from = dice() < 0.5 || all.length === 0 ? inner : all;
  return from.length > 0 ? pick(dice, from) : null;
};

const withDoctype = (subset: (dice: Dice) => string, use: string) =>
  onText((xml, dice) => {
    const doctype = `<!DOCTYPE ownershipDocument [${subset(dice)}]>`;
    const root = xml.indexOf("<ownershipDocument");
    const declared = `${xml.slice(0, root)}${doctype}${xml.slice(root)}`;
    return declared.replace("</ownershipDocument>", `<remarks>${use}</remarks></ownershipDocument>`);
  });

/** Text that does not compress, to fill an index row. */
const noise = (dice: Dice, length: number) =>
  Array.from({ length }, () => String.fromCharCode(0x4e00 + below(dice, 20_000))).join("");

const NUMBERS = [
  () => "1e999",
  () => "NaN",
  () => "Infinity",
  () => "-1",
  () => "--1",
  () => "1,000,000",
  () => "1.000,00",
  () => "0x10",
  () => "١٢٣",
  () => "$5",
  () => "1".repeat(500),
  () => "1".repeat(501),
  () => `0.${"0".repeat(16_400)}1`,
  () => "9".repeat(131_080),
  () => `-${"9".repeat(400)}.${"9".repeat(90)}`,
  () => "0".repeat(2_000),
];

const DAYS = [
  "0000-00-00",
  "0001-01-01",
  "0025-06-12",
  "1000-12-31",
  "1582-10-10",
  "1582-12-31",
  "2025-06-31",
  "2023-02-29",
  "2025-13-01",
  "9999-12-31",
  "9999-12-31-14:00",
  "10000-01-01",
  "-0044-03-15",
  "20250612",
  "06/12/2025",
  "2025-6-1",
  "2025-06-12T10:00:00Z",
  "2025-06-12+99:99",
  "infinity",
  "today",
];

const NAMES_OF_OBJECTS = [
  "constructor",
  "__proto__",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "then",
  "toJSON",
  "length",
];
const NAMES_OF_COLUMNS = [
  "kind",
  "line",
  "id",
  "text",
  "value",
  "footnotes",
  "position",
  "spelling",
  "extra",
  "unread",
  "uncertain",
  "tableNumber",
  "accessionNumber",
  "hasTables",
];

const SCRIPTS = [
  "<script>alert(1)</script>",
  "javascript:alert(1)",
  '"><img src=x onerror=alert(1)>',
  "{{7*7}}",
  "#{7*7}",
  "</textarea><svg onload=alert(1)>",
  "' or 1=1 --",
  "\\u0000",
  "%00",
];
const FORMULAS = ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1", "＝1+1", ";=1", '","=1'];
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const LARGE = 300_000;

/**
 * Ways to damage a document, by name. Most come from documents that once stopped a run; add new ones here. Slow ones are drawn
 * rarely.
 */
export const MUTATIONS = {
  "cut anywhere": onBytes((bytes, dice) => bytes.subarray(0, below(dice, bytes.length))),
  "cut within the last tag": onBytes((bytes, dice) => bytes.subarray(0, bytes.length - 1 - below(dice, 20))),
  "lost beginning": onBytes((bytes, dice) => bytes.subarray(1 + below(dice, 60))),
  "empty file": onBytes((_, dice) =>
    Buffer.from(pick(dice, ["", " ", "\n\n", "\ufeff", "<", "<?xml version='1.0'?>"])),
  ),
  "flipped byte": onBytes((bytes, dice) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[below(dice, copy.length)] = below(dice, 256);
    return copy;
  }),
  "many flipped bits": onBytes((bytes, dice) => {
    const copy = Buffer.from(bytes);
    for (let i = 0; i < 40 && copy.length > 0; i++) {
      const at = below(dice, copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << below(dice, 8));
    }
    return copy;
  }),
  "NUL byte": onBytes((bytes, dice) => {
    const at = below(dice, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(1 + below(dice, 3)), bytes.subarray(at)]);
  }),
  "forbidden reference": inElements(
    [],
    (dice) =>
      pick(dice, ["&#0;", "&#x0;", "&#x1F;", "&#xD800;", "&#xFFFE;", "&#x110000;", "&#99999999999;", "&#;", "&#x;"]),
    0.1,
  ),
  "forbidden character": inElements(
    [],
    (dice) => pick(dice, ["\u0001", "\u000b", "\u001b[31m", "\ufffe", "\uffff"]),
    0.1,
  ),
  "awkward characters": inElements([], (dice) =>
    pick(dice, [
      "&#x85;",
      "&#x2028;",
      "&#xFEFF;",
      "&#x202E;",
      "&#xFFFD;",
      "&#x10FFFF;",
      "e&#x301;",
      "&#13;&#10;",
      "&#9;",
      "&#xA0;",
    ]),
  ),
  "bare ampersand": inElements([], () => "A & B &c; &", 0.1),
  "bomb of entities": withDoctype(
    () =>
      `<!ENTITY a "${"lol".repeat(20)}">${"bcdefghij"
        .split("")
        .map((name, i) => `<!ENTITY ${name} "${`&${"abcdefghi"[i]};`.repeat(10)}">`)
        .join("")}`,
    "&j;",
  ),
  "external entity": withDoctype(
    (dice) => `<!ENTITY x SYSTEM "${pick(dice, ["file:///etc/passwd", "http://127.0.0.1:9/", "file:///dev/zero"])}">`,
    "&x;",
  ),
  "external entity of the type": withDoctype(() => '<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;', "none"),
  "nested deep": insideRoot((dice) => {
    const depth = pick(dice, [60, 70, 1_000, 50_000]);
    return `${"<a>".repeat(depth)}${"</a>".repeat(depth)}`;
  }),
  "wrong encoding declared": onText((xml, dice) => {
    const encoding = pick(dice, [
      "utf-16",
      "utf-32",
      "ebcdic-cp-us",
      "shift_jis",
      "utf-7",
      "ascii",
      "x-unknown",
      "",
      "utf-8\u0000",
      "iso-2022-jp",
      "windows-1251",
      "gb18030",
    ]);
    return `<?xml version="1.0" encoding="${encoding}"?>${xml.replace(/^\ufeff?\s*<\?xml[^>]*>/, "")}`;
  }),
  "other encoding than declared": onBytes((bytes, dice) => {
    const text = bytes.toString("utf8");
    const utf16 = Buffer.from(text, "utf16le");
    const utf32 = Buffer.alloc(text.length * 4);
    for (let i = 0; i < text.length; i++) utf32.writeUInt32LE(text.charCodeAt(i), i * 4);
    return pick(dice, [
      utf16,
      Buffer.from(utf16).swap16(),
      utf32,
      Buffer.from(text, "latin1"),
      Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]),
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16, Buffer.from([0x3c])]),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
    ]);
  }),
  "bytes that are not UTF-8": onBytes((bytes, dice) => {
    const at = below(dice, bytes.length + 1);
    const bad = pick(dice, [[0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xff], [0xe2, 0x82]]);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(bad), bytes.subarray(at)]);
  }),
  "doubled element": onText((xml, dice) => {
    const element = anElement(xml, dice);
    if (!element) return xml;
    return `${xml.slice(0, element.index)}${element[0].repeat(1 + below(dice, 3))}${xml.slice(element.index)}`;
  }),
  "lost element": onText((xml, dice) => {
    const element = anElement(xml, dice);
    return element ? xml.slice(0, element.index) + xml.slice(element.index + element[0].length) : xml;
  }),
  "moved element": onText((xml, dice) => {
    const element = anElement(xml, dice);
    if (!element) return xml;
    const rest = xml.slice(0, element.index) + xml.slice(element.index + element[0].length);
    const ends = [...rest.matchAll(/<\/[A-Za-z0-9]+>/g)];
    const at = ends.length > 0 ? pick(dice, ends).index : rest.length;
    return rest.slice(0, at) + element[0] + rest.slice(at);
  }),
  "renamed element": onText((xml, dice) => {
    const element = anElement(xml, dice);
    const name = pick(dice, [
      "value",
      "footnoteId",
      "footnote",
      "Value",
      "transactioncode",
      "x:y",
      "ownershipDocument",
      "a".repeat(20_000),
      "é",
      ...NAMES_OF_OBJECTS,
    ]);
    if (!element) return xml;
    const renamed = element[0].replace(/^<[A-Za-z0-9]+/, `<${name}`).replace(/[A-Za-z0-9]+>$/, `${name}>`);
    return xml.slice(0, element.index) + renamed + xml.slice(element.index + element[0].length);
  }),
  "other root": onText((xml, dice) =>
    xml.replaceAll(
      "ownershipDocument",
      pick(dice, ["edgarSubmission", "constructor", "html", "svg", "OwnershipDocument", "x:ownershipDocument"]),
    ),
  ),
  "two roots": onText((xml) => `${xml}${xml.replace(/^\ufeff?\s*<\?xml[^>]*>/, "")}`),
  "document within itself": insideRoot(
    () => "<ownershipDocument><documentType>4</documentType><nonDerivativeTable/></ownershipDocument>",
  ),
  "script in texts": inElements([], (dice) => escaped(pick(dice, SCRIPTS))),
  "script as elements": insideRoot((dice) =>
    pick(dice, [
      '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '<?xml-stylesheet href="javascript:alert(1)" type="text/xsl"?>',
    ]),
  ),
  "formulas in texts": inElements([], (dice) => escaped(pick(dice, FORMULAS))),
  "odd numbers": inElements(AMOUNTS, (dice) => pick(dice, NUMBERS)()),
  "odd dates": inElements(DATES, (dice) => pick(dice, DAYS)),
  "odd flags": inElements(
    ["isDirector", "isOfficer", "aff10b5One", "notSubjectToSection16", "equitySwapInvolved", "noSecuritiesOwned"],
    (dice) => pick(dice, ["TRUE", "yes", "2", "-1", "t", "null", "1 0"]),
  ),
  "odd CIKs": inElements(["issuerCik", "rptOwnerCik"], (dice) =>
    pick(dice, ["", "0", "00000000000000000001", "-1", "abc", "１２３", "1".repeat(4_000), "' or 1=1", "NaN"]),
  ),
  "odd form": inElements(["documentType", "schemaVersion"], (dice) =>
    pick(dice, ["", "6", "4/B", "424B2", "4 ", "X9999", "x".repeat(5_000), "constructor"]),
  ),
  "odd codes": inElements(
    [
      "transactionCode",
      "transactionAcquiredDisposedCode",
      "directOrIndirectOwnership",
      "transactionTimeliness",
      "transactionFormType",
    ],
    (dice) => pick(dice, ["", "p", "PP", "%", "é", "DROP TABLE", "constructor", noise(dice, 3_000), "A,D"]),
  ),
  "long names": inElements(
    ["issuerName", "rptOwnerName", "issuerTradingSymbol", "securityTitle", "natureOfOwnership", "signatureName"],
    (dice) => noise(dice, pick(dice, [200, 3_000, 10_000])),
  ),
  "odd header": onText((text, dice) => {
    const xml = text.includes("<XML>") ? text.slice(text.indexOf("<XML>") + 5, text.indexOf("</XML>")) : text;
    const time = pick(dice, [
      "99991231235959",
      "00010101000000",
      "10001231235959",
      "20250230250000",
      "20250309023000",
      "x",
      "20250612175200".repeat(300),
      "00000000000000",
    ]);
    const number = pick(dice, [
      "9999999999-99-999999",
      "../../etc/passwd",
      "1-2-3",
      "0".repeat(500),
      "",
      "local-0123456789ab",
    ]);
    const filed = pick(dice, ["99991231", "00010101", "20250231", "2025061", "x", ""]);
    const parts = [
      `<SEC-DOCUMENT>${number}.txt : ${filed}\n<SEC-HEADER>\n<ACCEPTANCE-DATETIME>${time}\n`,
      `ACCESSION NUMBER:\t\t${number}\n`,
      `CONFORMED SUBMISSION TYPE:\t${pick(dice, ["4", "4/A", "424B2", "", "é", "4".repeat(3_000)])}\n`,
      `FILED AS OF DATE:\t\t${filed}\n`,
      "</SEC-HEADER>\n<DOCUMENT>\n<TEXT>\n<XML>\n",
      xml,
      pick(dice, ["\n</XML>\n</TEXT>\n</DOCUMENT>\n", "\n</XML>", "", "\n</XML>\n<XML><ownershipDocument/></XML>"]),
    ];
    return parts.filter((_, index) => index === 5 || index === 0 || dice() < 0.8).join("");
  }),
  "header twice": onText((text) => text.replace(/^([\s\S]*?<\/SEC-HEADER>)/, "$1\n$1")),
  "odd footnote ids": onText((xml, dice) =>
    xml.replace(/ id=(["'])[^"']*\1/g, (all) =>
      dice() < 0.6
        ? ` id="${pick(dice, ["", "F0", "F100", "f1", "F1", "constructor", "__proto__", " F1 ", "F1 F2", "é", "x".repeat(9_000), "&lt;b&gt;"])}"`
        : all,
    ),
  ),
  "footnotes without ids": onText((xml) => xml.replaceAll(/ id=(["'])[^"']*\1/g, "")),
  "references to nothing": beforeEnd(GROUPS, (dice) =>
    `<footnoteId id="F${50 + below(dice, 60)}"/>`.repeat(1 + below(dice, 4)),
  ),
  "names of objects": beforeEnd(GROUPS, (dice) => {
    const name = pick(dice, NAMES_OF_OBJECTS);
    return pick(dice, [
      `<${name}>x</${name}>`,
      `<${name}><value>1</value></${name}>`,
      `<${name}/>`,
      `<${name}><${name}>1</${name}></${name}>`,
      `<${name}>x</${name}><${name}>y</${name}>`,
    ]);
  }),
  "names of columns": beforeEnd(GROUPS, (dice) => {
    const name = pick(dice, NAMES_OF_COLUMNS);
    return pick(dice, [
      `<${name}>x</${name}>`,
      `<${name}>7</${name}>`,
      `<${name}><value>holding</value></${name}>`,
      `<${name}>x</${name}><${name}>y</${name}>`,
    ]);
  }),
  "unknown elements": beforeEnd(
    GROUPS,
    () => '<brokerage a="1"><name>text</name><value>v</value><footnoteId id="F1"/></brokerage>',
  ),
  "text between elements": beforeEnd(GROUPS, (dice) =>
    pick(dice, ["stray", "<![CDATA[ stray ]]>", "&#65;", noise(dice, 500)]),
  ),
  "children in a value": inElements(
    ["value"],
    (dice) => pick(dice, ["<value>1</value>", "1<b>2</b>3", "<footnoteId id='F1'/>", "<a/><a/>"]),
    0.3,
  ),
  "unclosed section": onText((xml, dice) => {
    const at = below(dice, xml.length + 1);
    return `${xml.slice(0, at)}${pick(dice, ["<![CDATA[", "<!--", "<?", "<!", "]]>", "-->"])}${xml.slice(at)}`;
  }),
  "many attributes": onText((xml, dice) => {
    const attributes = Array.from({ length: pick(dice, [2, 500, 20_000]) }, (_, i) => ` a${i}="${i}"`).join("");
    return xml.replace("<ownershipDocument", `<ownershipDocument${attributes}${dice() < 0.3 ? ' a1="again"' : ""}`);
  }),
  "not XML at all": onBytes((bytes, dice) =>
    pick(dice, [
      gzipSync(bytes),
      Buffer.from("%PDF-1.7\n"),
      Buffer.from([0x89, 0x50, 0x4e, 0x47]),
      Buffer.from("PK\u0003\u0004"),
      Buffer.from('{"form": 4}'),
      Buffer.from("<!DOCTYPE html><html><body>EDGAR is being maintained</body></html>"),
    ]),
  ),
  "odd file name": (file, dice) => {
    const ending = file.fileName.replace(/^.*(\.\w+)$/, "$1");
    const name = pick(dice, [
      "a\nb",
      "'; drop table filing; --",
      "..",
      "-rf",
      "é漢😀",
      "x".repeat(200),
      "%00",
      "0000000000-00-000000",
      "a\u001b[31m",
      "<b>",
    ]);
    return { ...file, fileName: `${name} ${below(dice, 1_000_000)}${dice() < 0.3 ? ending.toUpperCase() : ending}` };
  },
  "long text": inElements(
    ["remarks", "footnote"],
    (dice) =>
      pick(dice, [
        () => "A".repeat(LARGE),
        () => "a-b.".repeat(LARGE / 4),
        () => "1 ".repeat(LARGE / 2),
        () => "(".repeat(30_000),
        () => "pursuant to a Rule 10b5-1 plan ".repeat(2_000),
        () => "$1 to $2, ".repeat(5_000),
        () => noise(dice, 100_000),
      ])(),
    0.2,
  ),
  "very many footnotes": insideRoot((dice) => {
    const same = dice() < 0.5;
    return `<footnotes>${Array.from({ length: pick(dice, [150, 3_000, 20_000]) }, (_, i) => `<footnote id="F${same ? 1 : i}">n</footnote>`).join("")}</footnotes>`;
  }),
  "very many references": beforeEnd(GROUPS, (dice) =>
    `<footnoteId id="F${below(dice, 100)}"/>`.repeat(pick(dice, [200, 5_000, 20_000])),
  ),
  "very many rows": insideRoot((dice) => {
    const row = "<nonDerivativeHolding><securityTitle><value>S</value></securityTitle></nonDerivativeHolding>";
    return `<nonDerivativeTable>${row.repeat(pick(dice, [31, 500, 5_000, 33_000]))}</nonDerivativeTable>`;
  }),
  "very many owners": insideRoot((dice) =>
    Array.from(
      { length: pick(dice, [11, 300, 3_000]) },
      (_, i) =>
        `<reportingOwner><reportingOwnerId><rptOwnerCik>${5_000_000 + i}</rptOwnerCik><rptOwnerName>O ${i}</rptOwnerName></reportingOwnerId></reportingOwner>`,
    ).join(""),
  ),
} satisfies Record<string, Mutate>;

export type MutationName = keyof typeof MUTATIONS;

export const MUTATION_NAMES = Object.keys(MUTATIONS) as MutationName[];

/** Drawn once in this many times: one of these documents takes as long as hundreds of plain ones. */
export const HEAVY: ReadonlySet<MutationName> = new Set([
  "long text",
  "very many footnotes",
  "very many references",
  "very many rows",
  "very many owners",
  "nested deep",
  "many attributes",
] satisfies MutationName[]);
