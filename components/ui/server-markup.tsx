"use client";

import { takeMarkup } from "./kept-markup";

// Markup needs an element of its own, which takes no part in the layout.
const NO_BOX = { display: "contents" };

/** For {@link DrawnOnce}: renders elements on the server, and reuses the existing markup in the browser. */
export const ServerMarkup = ({ of }: { of: string }) =>
  typeof window === "undefined" ? (
    <div id={of} style={NO_BOX}>
      {takeMarkup(of)}
    </div>
  ) : (
    // React does not hydrate the children of an element whose markup is given.
    <div
      id={of}
      style={NO_BOX}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: this is the page's own markup, as the server sent it.
      dangerouslySetInnerHTML={{ __html: standing(of) }}
    />
  );

/** By id. After a filter change, going back shows the page from Next's cache, which does not contain the markup. */
const seen = new Map<string, string>();

function standing(id: string): string {
  const html = seen.get(id) ?? document.getElementById(id)?.innerHTML ?? "";
  seen.set(id, html);
  return html;
}
