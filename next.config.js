import { fileURLToPath } from "node:url";
import { SECURITY_HEADERS } from "./lib/requests/security-headers.mjs";

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  // `npm run check` and `npm test` check types. A build that did so too would take a quarter longer.
  typescript: { ignoreBuildErrors: true },
  // The pages are built once, and writing a cache of 100 MB for a second time takes a fifth of the build.
  experimental: { turbopackFileSystemCacheForBuild: false },
  poweredByHeader: false,
  // `next dev` would write files of its own into the tree.
  agentRules: false,
  // Titles and icons belong in the head of what is sent, for every reader: streamed behind it, they need script.
  htmlLimitedBots: /.*/,
  // No page uses Next's image service, which would write into the build folder for anyone who asks.
  images: { unoptimized: true, maximumDiskCacheSize: 0 },
  // A lockfile in a folder above the clone is none of ours.
  turbopack: { root: fileURLToPath(new URL(".", import.meta.url)) },

  // Every page has twins by suffix: `/insiders/1494730.csv` is answered by `app/insiders/[cik]/as/[format]`.
  rewrites: async () => ({
    afterFiles: [
      { source: "/index.:format(json|csv|atom)", destination: "/as/:format" },
      { source: "/:path(.+).:format(json|csv|atom|xml|txt)", destination: "/:path/as/:format" },
    ],
    // What no page has answers in the data formats' own error shape.
    fallback: [{ source: "/:path(.+)/as/:format(json|csv|atom|xml|txt)", destination: "/no-such-data" }],
  }),

  // The content policy is not among them: it is the proxy's for pages, the answer's own for data.
  headers: async () => [
    { source: "/:path*", headers: Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })) },
  ],
};

export default config;
