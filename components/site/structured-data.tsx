import { printStructuredData } from "@/lib/structured-data/structured-data";

/** What a page is about, for search engines. It is data, which no content policy forbids. */
export const StructuredData = ({ of }: { of: Parameters<typeof printStructuredData>[0] | null }) =>
  of && (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: an element would be escaped as HTML, which JSON-LD is not.
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: printStructuredData(of) }} />
  );
