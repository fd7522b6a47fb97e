import { fileURLToPath } from "node:url";
import { SECURITY_HEADERS, securityHeadersAt } from "./lib/requests/security-headers.mjs";

const asList = (/** @type {Readonly<Record<string, string>>} */ headers) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  // `npm run check` and `npm test` check types. Checking them in the build too would make it a quarter slower.
  typescript: { ignoreBuildErrors: true },
  // Pages are built only once, and writing a 100 MB cache takes a fifth of the build.
  experimental: { turbopackFileSystemCacheForBuild: false },
  poweredByHeader: false,
  // `next dev` would write its own files into the tree.
  agentRules: false,
  // Sends titles and icons in the head for every reader. Streamed after it, they need script.
  htmlLimitedBots: /.*/,
  // No page uses Next's image service, which would let anyone make it write into the build folder.
  images: { unoptimized: true, maximumDiskCacheSize: 0 },
  // Has a binary of its own for each platform.
  serverExternalPackages: ["@resvg/resvg-js"],
  // Stops Next from using a lockfile in a folder above the clone.
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },

  // Every page has data formats by suffix: `/insiders/1494730.csv` is answered by `app/insiders/[cik]/as/[format]`.
  rewrites: async () => ({
    afterFiles: [
      { source: "/index.:format(json|csv|ndjson|atom)", destination: "/as/:format" },
      { source: "/:path(.+).:format(json|csv|ndjson|atom|xml|txt)", destination: "/:path/as/:format" },
    ],
    // Data addresses without a page answer with the errors of the data formats.
    fallback: [{ source: "/:path(.+)/as/:format(json|csv|ndjson|atom|xml|txt)", destination: "/no-such-data" }],
  }),

  // The content policy is not here: the proxy sets it for pages, and each response for data.
  headers: async () => [
    { source: "/((?!embed/).*)", headers: asList(SECURITY_HEADERS) },
    { source: "/embed/:path*", headers: asList(securityHeadersAt("/embed/")) },
  ],
};

export default config;
