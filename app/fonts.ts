import localFont from "next/font/local";

// The two faces in which the first view of every page is set. Next preloads what is declared here. `styles/fonts.css` has the
// others.

const inter = localFont({
  src: "./fonts/inter.woff2",
  weight: "400 600",
  declarations: [{ prop: "font-family", value: "section16-ui" }],
  variable: "--font-inter",
  adjustFontFallback: false,
});

const serifHeading = localFont({
  src: "./fonts/serif-heading.woff2",
  weight: "600",
  declarations: [{ prop: "font-family", value: "section16-record" }],
  variable: "--font-serif-heading",
  adjustFontFallback: false,
});

/** Classes for `<html>`. */
export const preloadedFonts = `${inter.variable} ${serifHeading.variable}`;
