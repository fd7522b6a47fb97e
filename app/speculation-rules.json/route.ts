import { alertsUrl, draftUrl, importUrl, inFormat, paperFileUrl, searchUrl } from "@/lib/urls";

const FORMATS = ["json", "csv", "ndjson", "atom", "xml", "txt"] as const;

/**
 * Lets a browser fetch the next page while the pointer rests on its link. We leave out what readers seldom open, and what costs more than
 * a page: data formats, uploads, searches, and the further pages of a list.
 */
const RULES = {
  prefetch: [
    {
      where: {
        and: [
          { href_matches: "/*" },
          {
            not: {
              href_matches: [
                ...FORMATS.map((format) => inFormat("/*", format)),
                importUrl(),
                draftUrl("*"),
                `${alertsUrl()}/*`,
                paperFileUrl("*"),
                `${searchUrl()}\\?*`,
                "/*\\?*after=*",
              ],
            },
          },
        ],
      },
      // After 200 ms over a link, or when it is pressed.
      eagerness: "moderate",
    },
  ],
};

/** The rules are a file, because a header can name it on every page. Inline rules would be in every page twice, with a nonce. */
export const GET = () =>
  new Response(JSON.stringify(RULES), {
    headers: { "content-type": "application/speculationrules+json", "cache-control": "public, max-age=86400" },
  });
