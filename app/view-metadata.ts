import type { Metadata } from "next";
import { inFormat } from "@/lib/urls";

const MEDIA_TYPES = {
  json: "application/json",
  csv: "text/csv",
  ndjson: "application/x-ndjson",
  atom: "application/atom+xml",
} as const;

/** The metadata of a page: its canonical address and its data formats. */
export const viewMetadata = (
  { title, description, url }: { title: string; description?: string; url: string },
  formats: readonly (keyof typeof MEDIA_TYPES)[],
): Metadata => ({
  title,
  description,
  alternates: {
    canonical: url,
    types: Object.fromEntries(formats.map((format) => [MEDIA_TYPES[format], inFormat(url, format)])),
  },
});
