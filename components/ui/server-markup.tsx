"use client";

import { takeMarkup } from "./kept-markup";

// An element of its own, as markup must have; it takes no part in the layout.
const NO_BOX = { display: "contents" };

/** Of {@link DrawnOnce}: elements on the server, and in the browser whatever stands there. */
export const ServerMarkup = ({ of }: { of: string }) =>
  typeof window === "undefined" ? (
    <div id={of} style={NO_BOX}>
      {takeMarkup(of)}
    </div>
  ) : (
    // Hydration looks at no child of an element whose markup is given.
    <div
      id={of}
      style={NO_BOX}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it is this page's own markup, as the server sent it.
      dangerouslySetInnerHTML={{ __html: standing(of) }}
    />
  );

/** By id. Who changes a filter and then goes back gets the page from Next's memory, where the markup is not. */
const seen = new Map<string, string>();

function standing(id: string): string {
  const html = seen.get(id) ?? document.getElementById(id)?.innerHTML ?? "";
  seen.set(id, html);
  return html;
}
