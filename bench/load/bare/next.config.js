import { fileURLToPath } from "node:url";

/** The least that Next can be: the yardstick of `npm run bench -- load`. */
export default {
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: fileURLToPath(new URL("../../..", import.meta.url)) },
};
