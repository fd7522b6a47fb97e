import type { Metadata } from "next";
import { headers } from "next/headers";
import { preloadedFonts } from "@/app/fonts";
import { loadFrame } from "@/app/freshness";
import { importIsAllowed } from "@/app/import/import-setup";
import { siteUrl } from "@/app/site-url";
import { Footer } from "@/components/site/footer";
import { TopBar } from "@/components/site/top-bar";
import { readServers } from "@/db/server/client";
import { guardedRequest, type PageFrame } from "@/lib/requests/guarded-request";
import { askedPath } from "@/lib/requests/page-address";
import { ASKED_PATH } from "@/lib/requests/passed-on-headers";
import { REQUEST_ID } from "@/lib/requests/request-id";
import { NONCE } from "@/lib/requests/security-headers.mjs";
import { openApiUrl, openSearchUrl } from "@/lib/urls";
import "./globals.css";

/** A function, because the address of the site is known only at run time. */
export const generateMetadata = (): Metadata => ({
  metadataBase: new URL(siteUrl()),
  title: { default: "Section 16", template: "%s · §16" },
  description:
    "SEC insider filings (Forms 3, 4 and 5) as filed: every row, every footnote, and the source of every number.",
});

// Every page shows the content of the database when it was drawn, and has a nonce of its own.
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const now = Date.now();
  const frame = (await guardedRequest()?.state)?.frame ?? (await frameIfReadable(now));
  const sent = await headers();
  const nonce = sent.get(NONCE) ?? undefined;
  return (
    <html lang="en" className={preloadedFonts} suppressHydrationWarning>
      <head>
        {/* Sets the reader's theme before the first paint. A file, so that the content policy needs no exception. */}
        {/* The browser hides a nonce after reading it, which hydration would report as a mismatch. */}
        <script src="/theme.js" nonce={nonce} suppressHydrationWarning />
        {/* The error page is rendered in the browser and reads the request id from here. */}
        <meta name={REQUEST_ID} content={sent.get(REQUEST_ID) ?? undefined} />
        <link rel="search" type="application/opensearchdescription+xml" title="Section 16" href={openSearchUrl()} />
        <link rel="service-desc" type="application/json" href={openApiUrl()} />
      </head>
      <body>
        <SkipLink />
        <TopBar path={askedPath(sent.get(ASKED_PATH) ?? "")} freshness={frame.freshness} banner={frame.banner} />
        <main id="main" className="page">
          {children}
        </main>
        <Footer
          sample={frame.hasSample}
          allowImport={importIsAllowed()}
          behindMs={readServers().behindTooFar()}
          drawnAt={new Date(now).toISOString()}
        />
      </body>
    </html>
  );
}

/** If this threw, the layout would fail without a page to say why. The page's own queries fail in the same way and report it. */
async function frameIfReadable(now: number): Promise<PageFrame> {
  try {
    return await loadFrame(now);
  } catch (error) {
    console.error("We could not check how up to date the data is.", error);
    return { freshness: null, banner: null, hasSample: false };
  }
}

/** First in the tab order. Links to the page's `<main>`. */
const SkipLink = () => (
  <a className="skip-link" href="#main">
    Skip to content
  </a>
);
