import { siteUrl } from "@/app/site-url";
import { searchUrl } from "@/lib/urls";

/** Lets a browser offer our search in its address bar. */
export function GET() {
  const site = siteUrl();
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Section 16</ShortName>
  <Description>SEC insider filings by name, ticker, CIK or accession number</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="32" height="32" type="image/svg+xml">${site}/icon.svg</Image>
  <Url type="text/html" method="get" template="${site}${searchUrl()}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(body, { headers: { "content-type": "application/opensearchdescription+xml; charset=utf-8" } });
}

// SITE_URL is known only at run time.
export const dynamic = "force-dynamic";
