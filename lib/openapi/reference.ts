import { type ApiAddress, componentSchemas, formatsOf, idOf } from "./openapi-document";
import type { Parameter } from "./parameters";

/** A type in words, such as “list of Row or null”, of which one word may be a schema with a name. */
type Type = { before: string; schema: string | null; after: string };

export type ReferenceKey = { name: string; type: Type; description: string };

/** The description of the data formats for people. */
export type Reference = {
  addresses: (Pick<ApiAddress, "id" | "path" | "summary" | "example"> & {
    formats: ReturnType<typeof formatsOf>;
    answers: string[];
    line: string | null;
    /** Names of filters, which many addresses share, and the parameters of this address alone. */
    filters: string[];
    parameters: ReferenceKey[];
  })[];
  filters: ReferenceKey[];
  schemas: { id: string; description: string; keys: ReferenceKey[] }[];
};

type Schema = {
  $ref?: string;
  type?: string;
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  additionalProperties?: Schema | boolean;
};

/** @param filters of which addresses may have some */
export function apiReference(addresses: readonly ApiAddress[], filters: readonly Parameter[]): Reference {
  const shared = new Set(filters.map(({ name }) => name));
  const isShared = (parameter: Parameter) => parameter.in === "query" && shared.has(parameter.name);
  return {
    addresses: addresses.map((address) => ({
      id: address.id,
      path: address.path,
      summary: address.summary,
      example: address.example,
      formats: formatsOf(address),
      answers: address.answers.map(idOf),
      line: address.line ? idOf(address.line) : null,
      filters: address.parameters.filter(isShared).map(({ name }) => name),
      parameters: address.parameters.filter((each) => !isShared(each)).map(keyOfParameter),
    })),
    filters: filters.map(keyOfParameter),
    schemas: Object.entries(componentSchemas()).map(([id, schema]) => ({
      id,
      description: (schema as Schema).description ?? "",
      keys: keysIn(schema as Schema, ""),
    })),
  };
}

function keyOfParameter({ name, description, schema }: Parameter): ReferenceKey {
  const { type, items } = schema as Schema;
  const several = type === "array" && items !== undefined;
  return {
    name,
    type: typeOf(several ? items : (schema as Schema)),
    description: several ? `${description} May be repeated.` : description,
  };
}

/** The keys of an object and of the objects in it that have no name: `check.state`, `months[].month`. */
function keysIn(schema: Schema, prefix: string): ReferenceKey[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => [
    { name: prefix + name, type: typeOf(value), description: descriptionOf(value) },
    ...keysWithin(value, prefix + name),
  ]);
}

function keysWithin(schema: Schema, name: string): ReferenceKey[] {
  if (schema.items) return keysWithin(schema.items, `${name}[]`);
  if (schema.anyOf) return schema.anyOf.flatMap((part) => keysWithin(part, name));
  return keysIn(schema, `${name}.`);
}

const descriptionOf = (schema: Schema): string =>
  schema.description ?? schema.anyOf?.find(({ description }) => description !== undefined)?.description ?? "";

function typeOf(schema: Schema): Type {
  if (schema.$ref) return { before: "", schema: schema.$ref.replace(/^.*\//, ""), after: "" };
  if (schema.items) {
    const { before, ...type } = typeOf(schema.items);
    return { before: `list of ${before}`, ...type };
  }
  if (schema.anyOf) {
    const parts = schema.anyOf.filter(({ type }) => type !== "null");
    const [first] = parts;
    const end = parts.length < schema.anyOf.length ? " or null" : "";
    if (parts.length !== 1 || first === undefined)
      return plain(`${parts.map((part) => typeOf(part).before).join(" or ")}${end}`);
    const type = typeOf(first);
    return { ...type, after: type.after + end };
  }
  return plain(wordsOf(schema));
}

const plain = (before: string): Type => ({ before, schema: null, after: "" });

const FORMATS: Record<string, string> = { date: "date", "date-time": "date and time", uri: "address" };

function wordsOf({ type, enum: values, const: value, format, pattern, oneOf, additionalProperties }: Schema): string {
  if (values) return values.map(String).join(", ");
  if (value !== undefined) return String(value);
  if (oneOf) return `object of one of ${oneOf.length} kinds`;
  if (type === "object") return additionalProperties ? "object by name" : "object";
  if (type === "string") return FORMATS[format ?? ""] ?? (pattern?.startsWith("^-?\\d+(?:\\.") ? "decimal" : "text");
  if (type === "integer") return "whole number";
  if (type === "boolean") return "true or false";
  return type ?? "any";
}
