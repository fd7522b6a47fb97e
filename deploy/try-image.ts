/**
 * `npm run test:deploy` carries out the Dockerfile without Docker, on the system of this machine instead of the base image,
 * and runs the result as compose.yaml does: as its own user, with nothing to write to but /data and /tmp. It needs root,
 * the package registry and some minutes.
 */
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { say, step } from "@/scripts/steps.mjs";
import { readDockerfile } from "@/testing/dockerfile";
import { buildStage, enter, type Image } from "@/testing/image-root";
import { answering } from "@/testing/serve-read-only";

const PORT = process.env.PORT ?? "3419";
const SITE_URL = "https://insiders.example.org";

if (process.getuid?.() !== 0) {
  console.error("This needs root, to mount folders and to change to the user of the image.");
  process.exit(2);
}

const work = mkdtempSync(join(tmpdir(), "section16-image-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));

async function run(command: string, image: Image) {
  const child = enter(image, "build", ["sh", "-c", command], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  await step(`RUN ${command}`, () => once(child, "close"));
  assert.equal(child.exitCode, 0, output);
}

async function healthcheck(image: Image): Promise<number | null> {
  const child = enter(image, "run", image.healthcheck, { env: { PORT }, stdio: "ignore" });
  await once(child, "close");
  return child.exitCode;
}

const built = new Map<string, Image>();
let image: Image | undefined;
for (const [number, stage] of readDockerfile("deploy/Dockerfile").entries()) {
  const name = stage.name ?? "the image";
  if (!built.has(stage.base)) say(`FROM ${stage.base}: in its place, Node ${process.versions.node} of this machine`);
  image = await step(`Stage ${name}`, () => buildStage(stage, join(work, `stage-${number}`), built, run));
  built.set(name, image);
}
assert(image);

const env = { PORT, HOST: "127.0.0.1", SITE_URL, LOAD_SAMPLE: "never" };
const child = enter(image, "run", image.command, { env, stdio: ["ignore", "pipe", "pipe"] });
const site = await step("Starting the image", () => answering(child, `http://127.0.0.1:${PORT}/healthz`));
try {
  const feed = await fetch(`http://127.0.0.1:${PORT}/index.atom`);
  assert.match(await feed.text(), new RegExp(`href="${SITE_URL}/index.atom"`));
  assert.equal(await healthcheck(image), 0, "The health check of a site that answers fails.");
} finally {
  const code = await site.stop();
  assert.equal(code, 0, site.output());
}
assert.doesNotMatch(site.output(), /Building|Installing|read-only|EROFS|Error/);
assert.equal(await healthcheck(image), 1, "The health check of a site that was stopped does not fail.");
say("The image was built and served its pages.");
