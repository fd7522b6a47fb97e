import { alertsUrl, draftUrl, importUrl, inFormat, paperFileUrl, searchUrl } from "@/lib/urls";

const FORMATS = ["json", "csv", "ndjson", "atom", "xml", "txt"] as const;

/** Links that scripts make work within the page: footnotes open in place, and presets set the fields of a panel. */
const STAYS = "[data-footnote], [data-opens-notes], [data-sets]";

/**
 * Lets a browser fetch and draw the next page, unseen, while the pointer rests on its link. We leave out what readers seldom open, and what
 * costs more than a page: data formats, uploads, searches, and the further pages of a list.
 */
const NEXT_PAGE = {
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
      { not: { selector_matches: STAYS } },
    ],
  },
  // After 200 ms over a link, or when it is pressed.
  eagerness: "moderate",
};

/** Browsers that do not draw pages ahead may still fetch them. */
const RULES = { prefetch: [NEXT_PAGE], prerender: [NEXT_PAGE] };

/** The rules are a file, because a header can name it on every page. Inline rules would be in every page twice, with a nonce. */
export const GET = () =>
  new Response(JSON.stringify(RULES), {
    headers: { "content-type": "application/speculationrules+json", "cache-control": "public, max-age=86400" },
  });
