import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readClustersQuery } from "@/app/clusters/view";
import { readDirectoryQuery } from "@/app/directory-view";
import { readListQuery, readSortedQuery } from "@/app/filtered-list";
import { readInsiderQuery } from "@/app/insiders/[cik]/query";
import { readIssuerQuery } from "@/app/issuers/[cik]/query";
import { API_ADDRESSES } from "@/app/openapi.json/addresses";
import { GET } from "@/app/openapi.json/route";
import { readSearchQuery } from "@/app/search/view";
import { readGroupsQuery } from "@/app/transactions/groups";
import { readWatchQuery } from "@/app/watch/view";
import { FILTER_NAMES, FILTER_PARTS, type IgnoredValue, type Params } from "@/lib/filters/filing-filter";
import { readNoteQuery } from "@/lib/note-search/note-query";

type Node = { [name: string]: Node } | Node[] | string | boolean | number | null;
type Operation = {
  operationId: string;
  summary: string;
  parameters?: { $ref: string }[];
  responses: object;
};
type Document = {
  paths: Record<string, { get: Operation }>;
  components: Record<string, Record<string, Node>> & {
    parameters: Record<string, { name: string; in: string; description: string }>;
  };
};

const readDocument = async (): Promise<Document> => (await GET()).json();

/** Every object in a part of the document. */
function* objectsIn(node: Node): Generator<{ [name: string]: Node }> {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) yield node;
  for (const child of Object.values(node)) yield* objectsIn(child);
}

test("every reference leads to a part of the document, and every part with a name is used", async () => {
  const document = await readDocument();
  const refs = new Set(
    [...objectsIn(document as never)].flatMap(({ $ref }) => (typeof $ref === "string" ? [$ref] : [])),
  );
  for (const ref of refs) {
    const [, kind = "", name = ""] = /^#\/components\/(\w+)\/([\w-]+)$/.exec(ref) ?? [];
    const part = document.components[kind]?.[name];
    expect(part, ref).toBeDefined();
  }
  const named = Object.entries(document.components).flatMap(([kind, parts]) =>
    Object.keys(parts).map((name) => `#/components/${kind}/${name}`),
  );
  expect(named.filter((name) => !refs.has(name))).toEqual([]);
});

test("every page that answers in JSON is described", () => {
  const routes = readdirSync("app", { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      file.endsWith("as/[format]/route.ts") && /linkedAnswer|answerDirectory/.test(readFileSync(`app/${file}`, "utf8")),
  );
  const paths = routes.map((file) => `/${file.replace(/\/?as\/\[format\]\/route\.ts$/, "")}`);
  expect(paths.map((path) => path.replaceAll("[", "{").replaceAll("]", "}")).toSorted()).toEqual(
    API_ADDRESSES.map(({ path }) => path).toSorted(),
  );
});

test("every address has a summary, an id of its own, its path parameters, and answers for success and failure", async () => {
  const { paths, components } = await readDocument();
  const ids = new Set<string>();
  for (const [path, { get }] of Object.entries(paths)) {
    expect(get.summary, path).toMatch(/^[A-Z].*[^.]$/);
    expect(get.operationId, path).toMatch(/^[a-z][A-Za-z]*$/);
    ids.add(get.operationId);
    const parameters = (get.parameters ?? []).map(({ $ref }) => components.parameters[$ref.replace(/^.*\//, "")]);
    const declared = parameters.flatMap((each) => (each?.in === "path" ? each.name : []));
    expect(declared, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(new Set(parameters.map((each) => each?.name)).size, path).toBe(parameters.length);
    for (const each of parameters) expect(each?.description, path).toMatch(/\.$/);
    expect(Object.keys(get.responses), path).toEqual(expect.arrayContaining(["200", "400", "503"]));
  }
  expect(ids.size).toBe(Object.keys(paths).length);
});

test("no part of the document forbids a key, because keys may be added", async () => {
  const { components } = await readDocument();
  for (const part of objectsIn(components)) expect(part.additionalProperties).not.toBe(false);
});

/** What reads the address of each page with parameters. */
const READERS: Record<string, (params: Params) => { ignored: IgnoredValue[] }> = {
  filings: readListQuery,
  transactions: (params) => readGroupsQuery(params) ?? readSortedQuery(params),
  insiders: readDirectoryQuery,
  issuers: readDirectoryQuery,
  insider: readInsiderQuery,
  issuer: readIssuerQuery,
  clusters: readClustersQuery,
  footnotes: readNoteQuery,
  watch: readWatchQuery,
  search: readSearchQuery,
  suggestions: readSearchQuery,
};

const inQuery = (address: (typeof API_ADDRESSES)[number]) => address.parameters.filter((each) => each.in === "query");

test("an address takes exactly the parameters that are described", () => {
  const every = new Set(["colour", ...API_ADDRESSES.flatMap(inQuery).map(({ name }) => name)]);
  for (const address of API_ADDRESSES) {
    const read = READERS[address.id];
    if (!read) continue;
    const taken = [...every].filter((name) => {
      const group: [string, string][] = ["insiders-from", "total-from"].includes(name) ? [["group", "issuer"]] : [];
      const { ignored } = read([...group, [name, name === "group" ? "issuer" : "1"]]);
      return !ignored.some((each) => each.kind === "name" && each.name === name);
    });
    expect(taken.toSorted(), address.id).toEqual(
      inQuery(address)
        .map(({ name }) => name)
        .toSorted(),
    );
  }
});

test("an address reads every value that its description lists", () => {
  for (const address of API_ADDRESSES) {
    for (const { name, schema } of inQuery(address)) {
      const items = (schema.items ?? schema) as { enum?: string[] };
      for (const value of items.enum ?? []) {
        const { ignored } = READERS[address.id]?.([
          ["q", "x"],
          [name, value],
        ]) ?? { ignored: [] };
        expect(
          ignored.filter((each) => each.kind === "value" && each.name === name),
          `${address.id} ${name}=${value}`,
        ).toEqual([]);
      }
    }
  }
});

/** Values as people type them. Those that can be read are printed as the description says. */
const TYPED = [
  ...[
    "1",
    "2",
    "007",
    "90",
    "$25,000",
    "25000.50",
    "-50",
    "1e5",
    "999999",
    "P",
    "s",
    "4/a",
    "2025-06-09",
    "2025-02-30",
  ],
  ...[
    "7d",
    "03m",
    "1y",
    "this-year",
    "last-year",
    "unknown",
    "3674",
    "37",
    "KSTG",
    "$kstg",
    "Kestrel Grid",
    "0009900208",
  ],
  ...["yes", "no", "with", "A", "D", "I", "II", "new", "1", "2y", "under", "director", "x".repeat(99), "株式"],
];

test("a filter prints what its description says, however it was typed", () => {
  for (const name of FILTER_NAMES) {
    const { param, parse, print, values } = FILTER_PARTS[name];
    const typed = "enum" in values ? [...TYPED, ...values.enum] : TYPED;
    const printed = typed.flatMap((value) => {
      const read = parse(value, "2025-06-12");
      return typeof read === "string" ? [] : [(print as (value: unknown) => string)(read.value)];
    });
    expect(printed.length, param).toBeGreaterThan(0);
    for (const value of printed) {
      if ("enum" in values) expect(values.enum, param).toContain(value);
      else if ("pattern" in values) expect(value, param).toMatch(new RegExp(values.pattern));
      else if ("format" in values) expect(value, param).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      else expect(value.length, param).toBeGreaterThanOrEqual(values.minLength);
    }
  }
});
