import { fileURLToPath } from "node:url";

const isDev = process.env.NODE_ENV === "development";

// Next writes each page's data into inline scripts, and a page that is kept for many readers can have no nonce: scripts
// from elsewhere, plug-ins, frames and foreign forms are shut out all the same.
const contentPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDev ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src 'self'${isDev ? " ws:" : ""}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
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

  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "Content-Security-Policy", value: contentPolicy },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
      ],
    },
  ],
};

export default config;
