import { boolean, customType, date, jsonb, numeric, smallint, text } from "drizzle-orm/pg-core";
import type { DocumentObject } from "@/lib/edgar/ownership-document";
import { instantOf } from "@/lib/values/instant-of";

/** As filed: `numeric` without a scale keeps every digit, trailing zeros too, and is read as text. */
export const decimal = () => numeric();

/** A calendar date as filed: text, without a zone. */
export const calendarDate = () => date({ mode: "string" });

/** The ids of a field's footnotes, in the order they are cited; null when there are none. */
export const footnoteIds = () => text().array();

export const flag = () => boolean();

/** Order in the document, from 1. */
export const position = () => smallint().notNull();

/** Values that the typed columns of a table cannot hold, so that the document can be given back complete. */
export const asFiled = () => ({
  /** By column: the text as filed, if the column would print something else. */
  spelling: jsonb().$type<Record<string, string>>(),
  /** Elements outside the specification, or of another shape, at their own place. */
  extra: jsonb().$type<DocumentObject>(),
});

/** When something was filed. Drizzle's own type would read the year 1, by which undated filings are sorted, as 2001. */
export const instant = customType<{ data: Date; driverData: string }>({
  dataType: () => "timestamp with time zone",
  toDriver: (at) => at.toISOString(),
  fromDriver: instantOf,
});
export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
/** Sorted by bytes, so that texts with the same beginning are side by side. */
export const bytewiseText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
