"use client";

import type { ReactNode } from "react";
import { takeMarkup } from "./kept-markup";

/**
 * Draws the kept elements in one go. React's stream, which draws the page around them, can pause and resume at every element;
 * a long table needs neither, and the stream costs twice the time. Undefined in the browser, whose bundle does without
 * `react-dom/server` for that reason.
 */
const inOneGo: ((children: ReactNode) => string) | undefined =
  typeof window === "undefined"
    ? (require("react-dom/server") as typeof import("react-dom/server")).renderToStaticMarkup
    : undefined;

/** For {@link DrawnOnce}: renders elements on the server, and reuses the existing markup in the browser. */
export const ServerMarkup = ({ of }: { of: string }) => (
  <div
    id={of}
    // Markup needs an element of its own, which takes no part in the layout.
    style={{ display: "contents" }}
    // React does not hydrate the children of an element whose markup is given.
    suppressHydrationWarning
    // biome-ignore lint/security/noDangerouslySetInnerHtml: this is the page's own markup, drawn by React on the server.
    dangerouslySetInnerHTML={{ __html: inOneGo ? inOneGo(takeMarkup(of)) : standing(of) }}
  />
);

/** By id. After a filter change, going back shows the page from Next's cache, which does not contain the markup. */
const seen = new Map<string, string>();

function standing(id: string): string {
  const html = seen.get(id) ?? document.getElementById(id)?.innerHTML ?? "";
  seen.set(id, html);
  return html;
}
