import type { Metadata } from "next";
import { fontVariables } from "@/app/fonts";
import { importIsAllowed } from "@/app/import/import-setup";
import { siteUrl } from "@/app/site-url";
import { Footer } from "@/components/site/footer";
import { SkipLink } from "@/components/site/skip-link";
import { TopBar } from "@/components/site/top-bar";
import { database } from "@/db/client";
import { findSiteState } from "@/db/queries/data-state";
import { openSearchUrl } from "@/lib/urls";
import "./globals.css";

/** A function, because the address of the site is known when it runs, and not when it is built. */
export const generateMetadata = (): Metadata => ({
  metadataBase: new URL(siteUrl()),
  title: { default: "Section 16", template: "%s · §16" },
  description:
    "SEC insider filings, Forms 3, 4 and 5, as filed: every row, every footnote, every number traced to its place.",
});

// Every page shows what the database holds now.
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const hasSample = await isSampleShown();
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>
        {/* Sets the reader's theme before the first paint; a file, so that the content policy needs no exception for it. */}
        <script src="/theme.js" />
        <link rel="search" type="application/opensearchdescription+xml" title="Section 16" href={openSearchUrl()} />
      </head>
      <body>
        <SkipLink />
        <TopBar sample={hasSample} />
        <main id="main" className="page">
          {children}
        </main>
        <Footer sample={hasSample} allowImport={importIsAllowed()} />
      </body>
    </html>
  );
}

/** A frame that failed would leave no page to say why: the page's own queries meet the same trouble, and tell of it. */
async function isSampleShown(): Promise<boolean> {
  try {
    return (await findSiteState(database())).hasSample;
  } catch (error) {
    console.error("Whether the sample is shown could not be read.", error);
    return false;
  }
}
