import { latestUrl } from "@/lib/urls";

/**
 * A self-contained page, for answers that do not use the site's own pages.
 * @param title text without markup
 * @param main markup in which anything from a reader is already escaped
 */
export const plainPage = ({ title, main }: { title: string; main: string }) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · §16</title>
<style>
:root { color-scheme: light dark }
body { margin: 0 auto; max-width: 40rem; padding: 1rem; background: light-dark(#fbfaf8, #131518); color: light-dark(#17191c, #eceae5); font: 0.875rem/1.5 system-ui, sans-serif }
h1, .wordmark { font-family: Georgia, serif; font-weight: 600; line-height: 1.2 }
h1 { margin: 3rem 0 0.5rem; font-size: 1.5rem }
.wordmark { font-size: 1.375rem; text-decoration: none }
a { color: inherit }
.button { display: inline-block; padding: 0.5rem 0.75rem; border-radius: 3px; background: light-dark(#17191c, #eceae5); color: light-dark(#fbfaf8, #131518); text-decoration: none }
pre { padding: 0.75rem; background: light-dark(#f3f1ec, #1b1e22); font-size: 0.75rem; white-space: pre-wrap }
:focus-visible { outline: 2px solid currentColor; outline-offset: 2px }
</style>
</head>
<body>
<a class="wordmark" href="${latestUrl()}" aria-label="§16, Section 16, latest filings">§16</a>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`;
