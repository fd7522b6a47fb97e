import { type DocumentNode, isObject, type OwnershipDocument } from "@/lib/edgar/ownership-document";
import { likeness } from "@/lib/values/likeness";
import { documentNode } from "@/paper/form/document-node";
import type { PaperReading } from "@/paper/form/paper-reading";
import { companyNamesIn } from "./company-names";
import { plainName } from "./is-same-filing";
import type { NameFinding } from "./name-finding";

/** An issuer under one of the names and symbols in its filings. */
export type KnownIssuer = { cik: string; name: string; tradingSymbol: string };

type Read = Pick<PaperReading, "document" | "unread" | "uncertain">;

/** Below this likeness, two names are unrelated. */
const ALIKE = 0.75;

const NAME = "/issuer/issuerName";
const SYMBOL = "/issuer/issuerTradingSymbol";

/** What the paper form says about its issuer with certainty; null if nothing. */
export function readIssuer({ document, unread, uncertain }: Read) {
  const certain = (pointer: string, name: string) => {
    const value = textAt(document, ["issuer", name]);
    return unread.includes(pointer) || uncertain.includes(pointer) ? null : value;
  };
  return {
    asRead: textAt(document, ["issuer", "issuerName"]),
    name: certain(NAME, "issuerName"),
    symbol: certain(SYMBOL, "issuerTradingSymbol"),
  };
}

/**
 * Finds the issuer that a paper form names: known only by name and symbol together. A damaged or unread name never becomes a
 * company. Instead, companies that the form itself names in its footnotes and addresses, or that have its symbol, are shown as
 * candidates.
 */
export function matchIssuer(read: Read, known: readonly KnownIssuer[]): NameFinding[] {
  const { asRead, name, symbol } = readIssuer(read);
  const isNamed = (issuer: KnownIssuer) => name !== null && plainName(issuer.name) === plainName(name);
  const hasSymbol = (issuer: KnownIssuer) =>
    symbol !== null && issuer.tradingSymbol.toUpperCase() === symbol.toUpperCase();
  const finding = (
    outcome: NameFinding["outcome"],
    issuer: Omit<KnownIssuer, "tradingSymbol" | "cik"> & { cik: string | null },
    evidence: string,
  ) => ({ pointer: "/issuer", asRead, outcome, cik: issuer.cik, name: issuer.name, evidence }) satisfies NameFinding;

  const both = byCik(known.filter((issuer) => isNamed(issuer) && hasSymbol(issuer)));
  const [only] = both;
  if (only && both.length === 1) return [finding("known", only, "filings under this name and symbol exist")];

  const candidates = [
    ...both.map((issuer) =>
      finding("candidate", issuer, "filings under this name and symbol exist, but also for another company"),
    ),
    ...byCik(known.filter(isNamed)).map((issuer) =>
      finding(
        "candidate",
        issuer,
        `it was filed under this name${issuer.tradingSymbol ? `, with the symbol ${issuer.tradingSymbol}` : ""}`,
      ),
    ),
    ...named(read, asRead, name).map(({ name, evidence }) => {
      const issuers = byCik(known.filter((issuer) => plainName(issuer.name) === plainName(name)));
      return finding("candidate", { cik: issuers.length === 1 ? (issuers[0]?.cik ?? null) : null, name }, evidence);
    }),
    ...byCik(known.filter((issuer) => hasSymbol(issuer) && asRead !== null && isAlike(issuer.name, asRead))).map(
      (issuer) =>
        finding("candidate", issuer, `its filings have the symbol ${issuer.tradingSymbol} and a similar name`),
    ),
  ];
  return candidates
    .filter((one, index) => candidates.findIndex((other) => isSame(one, other)) === index)
    .slice(0, MOST);
}

const MOST = 3;

const isSame = (one: NameFinding, other: NameFinding) =>
  (one.cik !== null && one.cik === other.cik) || plainName(one.name ?? "") === plainName(other.name ?? "");

const isAlike = (one: string, other: string) => likeness(plainName(one), plainName(other)) >= ALIKE;

/** Names in the footnotes, remarks and addresses of a form whose issuer is in doubt. */
export function namesInPaper(read: Read): string[] {
  const { asRead, name } = readIssuer(read);
  return named(read, asRead, name).map(({ name }) => name);
}

function named(
  { document }: Read,
  asRead: string | null,
  certain: string | null,
): { name: string; evidence: string }[] {
  if (certain !== null) return [];
  const found = new Map<string, { name: string; places: string[] }>();
  for (const { place, text } of texts(document)) {
    for (const name of new Set(companyNamesIn(text))) {
      const key = plainName(name);
      if (asRead !== null && (!isAlike(name, asRead) || key === plainName(asRead))) continue;
      // Without a name to compare, only the company in whose care an owner receives mail is a candidate.
      if (asRead === null && !/^\s*c\/o\b/i.test(text)) continue;
      const { name: before, places } = found.get(key) ?? { name, places: [] };
      found.set(key, { name: isShouted(before) ? name : before, places: [...places, place] });
    }
  }
  return [...found.values()].map(({ name, places }) => ({ name, evidence: `named in ${inWords(places)}` }));
}

const isShouted = (name: string) => name === name.toUpperCase();

function texts(document: OwnershipDocument): { place: string; text: string }[] {
  const streets = document.reportingOwner.flatMap((owner) => {
    const lines = ["rptOwnerStreet1", "rptOwnerStreet2"].flatMap(
      (name) => textAt(owner, ["reportingOwnerAddress", name]) ?? [],
    );
    return lines.length > 0 ? [{ place: "the street line", text: lines.join(" ") }] : [];
  });
  const notes = document.footnotes.flatMap(({ id, text }) =>
    text === null ? [] : [{ place: `note ${(id ?? "").replace(/^F/, "")}`, text }],
  );
  const remarks = textAt(document, ["remarks"]);
  return [...streets, ...notes, ...(remarks === null ? [] : [{ place: "the remarks", text: remarks }])];
}

function inWords(places: readonly string[]): string {
  const unique = [...new Set(places)];
  const last = unique.at(-1) ?? "";
  return unique.length < 2 ? last : `${unique.slice(0, -1).join(", ")} and ${last}`;
}

function byCik<T extends { cik: string }>(issuers: readonly T[]): T[] {
  return [...new Map(issuers.map((issuer) => [issuer.cik, issuer])).values()];
}

export function textAt(document: DocumentNode, path: readonly string[]): string | null {
  const node = documentNode(document, path);
  const text = isObject(node) ? node.value : node;
  return typeof text === "string" && text.trim() !== "" ? text : null;
}
