import { z } from "zod";
import { problemAnswer } from "@/lib/answers/problem";
import { answerSchemas } from "@/lib/answers/values";
import { inFormat } from "@/lib/urls";
import { once } from "@/lib/values/once";
import { VERSION } from "@/lib/version";
import type { Parameter } from "./parameters";

type DataFormat = "json" | "csv" | "ndjson" | "atom" | "xml" | "txt";

/** What a program can ask for: an address, what may follow it, and what it answers. */
export type ApiAddress = {
  /** In camel case, for generated clients. */
  id: string;
  /** Of the page, with the parts that differ in braces: `/insiders/{cik}`. */
  path: string;
  summary: string;
  parameters: readonly Parameter[];
  /** The answer in JSON. Several, if it depends on the parameters or the thing. */
  answers: readonly z.ZodType[];
  /** The other formats, and what a line of NDJSON is. */
  formats: readonly Exclude<DataFormat, "json" | "ndjson">[];
  line?: z.ZodType;
  /** An example query. The reference fills the braces, here and in the path, with something from the database. */
  example?: string;
};

type Json = Record<string, unknown>;

const TYPES: Record<DataFormat, string> = {
  json: "application/json",
  csv: "text/csv",
  ndjson: "application/x-ndjson",
  atom: "application/atom+xml",
  xml: "application/xml",
  txt: "text/plain",
};

const FORMAT_WORDS: Record<DataFormat, string> = {
  json: "",
  csv: ", as CSV",
  ndjson: ", one JSON object a line",
  atom: ", as a feed",
  xml: ": the document as filed",
  txt: ": the text that it was read from",
};

const LIST_ENDS: ReadonlySet<string> = new Set(["after", "before"]);

/** The description of all data formats, as OpenAPI 3.1. */
export function openApiDocument(addresses: readonly ApiAddress[], siteUrl: string): Json {
  const parameters = namedParameters(addresses);
  return {
    openapi: "3.1.0",
    info: {
      title: "Section 16",
      version: VERSION,
      summary: "SEC filings of insiders (Forms 3, 4 and 5) as data.",
      description: DESCRIPTION,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: siteUrl }],
    security: [],
    paths: Object.fromEntries(
      addresses.flatMap((address) =>
        formatsOf(address).map((format) => [
          inFormat(address.path, format),
          { get: operation(address, format, parameters) },
        ]),
      ),
    ),
    components: {
      schemas: componentSchemas(),
      parameters: Object.fromEntries([...parameters].map(([text, name]) => [name, JSON.parse(text)])),
      responses: RESPONSES,
    },
  };
}

const DESCRIPTION = `Every page is also available as data, without a key. The data is public, so any site may read it.

- Numbers are decimal text, so that no digit is lost. Null means that a value is not reported or not known, which is not zero.
- JSON and feeds have one page of a list; \`next\` and the Link header lead to the next one. CSV and NDJSON have all of it.
- A repeated parameter means *or*, different parameters mean *and*. A value that cannot be read is an error (400).
- An answer has an ETag. Ask again with If-None-Match, and you get 304 as long as nothing has changed.
- Keys may be added. None is removed or changes its meaning.`;

export const formatsOf = ({ formats, line }: ApiAddress): DataFormat[] => [
  "json",
  ...formats.filter((format) => format === "csv"),
  ...(line ? (["ndjson"] as const) : []),
  ...formats.filter((format) => format !== "csv"),
];

function operation(
  { id, path, summary, parameters, answers, line }: ApiAddress,
  format: DataFormat,
  names: ReadonlyMap<string, string>,
): Json {
  const isWhole = format === "csv" || format === "ndjson";
  const own = parameters.filter(({ name }) => !(isWhole && LIST_ENDS.has(name)));
  const isAboutOne = path.includes("{");
  return {
    operationId: format === "json" ? id : `${id}As${format[0]?.toUpperCase()}${format.slice(1)}`,
    summary: summary + FORMAT_WORDS[format],
    ...(own.length > 0 && {
      parameters: own.map((each) => ({ $ref: `#/components/parameters/${names.get(parameterText(each))}` })),
    }),
    responses: {
      200: {
        description: summary,
        content: { [TYPES[format]]: { schema: schemaOf(format, answers, line) } },
      },
      400: { $ref: "#/components/responses/Unreadable" },
      ...(isAboutOne && { 404: { $ref: "#/components/responses/NotFound" } }),
      503: { $ref: "#/components/responses/Unavailable" },
    },
  };
}

/** A repeated parameter, as a plain form sends it, is how OpenAPI understands an array. */
const parameterText = ({ name, in: where, description, required, schema }: Parameter): string =>
  JSON.stringify({ name, in: where, description, ...(required && { required }), schema });

/** The names of parameters, by their JSON. Most are those of several addresses; the name of any other begins with its address. */
function namedParameters(addresses: readonly ApiAddress[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, parameters } of addresses) {
    for (const parameter of parameters) {
      const text = parameterText(parameter);
      if (names.has(text)) continue;
      const name = taken.has(parameter.name) ? `${id}-${parameter.name}` : parameter.name;
      taken.add(name);
      names.set(text, name);
    }
  }
  return names;
}

function schemaOf(format: DataFormat, answers: readonly z.ZodType[], line?: z.ZodType): Json {
  if (format === "ndjson" && line) return refTo(line);
  if (format !== "json") return { type: "string" };
  const refs = answers.map(refTo);
  return refs.length === 1 && refs[0] ? refs[0] : { oneOf: refs };
}

const schemaUrl = (id: string) => `#/components/schemas/${id}`;

export const idOf = (schema: z.ZodType): string => {
  const id = answerSchemas.get(schema)?.id;
  if (id === undefined) throw new Error("An answer of the API has no name.");
  return id;
};

const refTo = (schema: z.ZodType): Json => ({ $ref: schemaUrl(idOf(schema)) });

/** The schemas with names as JSON Schema. What they leave out may be added later, so it is not forbidden to have other keys. */
export const componentSchemas = once((): Record<string, Json> => {
  const { schemas } = z.toJSONSchema(answerSchemas, {
    uri: schemaUrl,
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      // The limits of JavaScript are not those of the data.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      // The format says it in a word.
      if (jsonSchema.format === "date" || jsonSchema.format === "date-time") delete jsonSchema.pattern;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _url, ...schema }]) => [id, schema as Json]),
  );
});

const problem = (description: string): Json => ({
  description,
  content: { "application/problem+json": { schema: refTo(problemAnswer) } },
});

const RESPONSES: Record<string, Json> = {
  Unreadable: problem("A value in the address could not be read. `error.values` names it, with the reason."),
  NotFound: problem("There is nothing at this address in this database."),
  Unavailable: problem("The database does not answer, or is too busy. Retry-After says when to try again."),
};
