// Starts the site whatever the state of the clone. Plain JavaScript, because the packages may be missing. `serve` expects
// packages and build to exist, and writes only data: for services and images.
import "./check-node.mjs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** @type {"start" | "dev" | "serve"} */
const mode = process.argv[2] === "dev" || process.argv[2] === "serve" ? process.argv[2] : "start";

if (mode !== "serve") {
  const { CommandFailed, installWhenNeeded } = await import("./prepare.mjs");
  try {
    await installWhenNeeded();
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const { register } = await import("tsx/esm/api");
register();
const { serveSite } = await import("./serve-site");
await serveSite(mode);
