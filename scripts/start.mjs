// Starts the site from whatever state the clone is in. Plain JavaScript: the packages may not be there yet.
import "./check-node.mjs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const { CommandFailed, installWhenNeeded } = await import("./prepare.mjs");
try {
  await installWhenNeeded();
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error;
  console.error(error.message);
  process.exit(1);
}

const { register } = await import("tsx/esm/api");
register();
const { serveSite } = await import("./serve-site");
await serveSite({ dev: process.argv[2] === "dev" });
