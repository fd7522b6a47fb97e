// Runs on any version of Node, to say in plain words that it is too old. Use only what old versions understand.
import { readFileSync } from "node:fs";

const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const [major = 0, minor = 0] = engines.node.match(/\d+/g).map(Number);
const [ourMajor = 0, ourMinor = 0] = process.versions.node.split(".").map(Number);

if (ourMajor < major || (ourMajor === major && ourMinor < minor)) {
  console.error(
    `Section 16 needs Node ${major}.${minor} or newer; this is Node ${process.versions.node}. See https://nodejs.org.`,
  );
  process.exit(2);
}
