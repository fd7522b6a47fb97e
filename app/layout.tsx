import type { Metadata } from "next";
import { headers } from "next/headers";
import { fontVariables } from "@/app/fonts";
import { loadFreshness, type SiteFreshness } from "@/app/freshness";
import { importIsAllowed } from "@/app/import/import-setup";
import { siteUrl } from "@/app/site-url";
import { Footer } from "@/components/site/footer";
import { TopBar } from "@/components/site/top-bar";
import { bannerInWords, freshnessInWords } from "@/lib/coverage/freshness";
import { REQUEST_ID } from "@/lib/requests/request-id";
import { NONCE } from "@/lib/requests/security-headers.mjs";
import { openSearchUrl } from "@/lib/urls";
import "./globals.css";

/** A function, because the address of the site is known when it runs, and not when it is built. */
export const generateMetadata = (): Metadata => ({
  metadataBase: new URL(siteUrl()),
  title: { default: "Section 16", template: "%s · §16" },
  description:
    "SEC insider filings (Forms 3, 4 and 5) as filed: every row, every footnote, and the source of every number.",
});

// Every page shows what the database holds now.
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const now = Date.now();
  const site = await freshnessIfReadable(now);
  const hasSample = site?.hasSample ?? false;
  const nonce = (await headers()).get(NONCE) ?? undefined;
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>
        {/* Sets the reader's theme before the first paint; a file, so that the content policy needs no exception for it. */}
        {/* The browser hides a nonce once it has read it, and hydration would miss it. */}
        <script src="/theme.js" nonce={nonce} suppressHydrationWarning />
        {/* An error page, which the browser makes, names the request by it. */}
        <meta name={REQUEST_ID} content={(await headers()).get(REQUEST_ID) ?? undefined} />
        <link rel="search" type="application/opensearchdescription+xml" title="Section 16" href={openSearchUrl()} />
      </head>
      <body>
        <SkipLink />
        <TopBar
          freshness={site && freshnessInWords(site.freshness, now)}
          banner={site && bannerInWords(site.freshness)}
        />
        <main id="main" className="page">
          {children}
        </main>
        <Footer sample={hasSample} allowImport={importIsAllowed()} />
      </body>
    </html>
  );
}

/** A frame that failed would leave no page to say why: the page's own queries meet the same trouble, and tell of it. */
async function freshnessIfReadable(now: number): Promise<SiteFreshness | null> {
  try {
    return await loadFreshness(now);
  } catch (error) {
    console.error("We could not check how up to date the data is.", error);
    return null;
  }
}

/** First in the tab order; the page's `<main>` has the id `main`. */
const SkipLink = () => (
  <a className="skip-link" href="#main">
    Skip to content
  </a>
);
