import { BuildFailed, buildSite } from "./build-site";
import { Shutdown } from "./shutdown";
import { step } from "./steps.mjs";

const shutdown = new Shutdown();
try {
  await step("Building the pages", () => buildSite((build) => shutdown.add(build)));
} catch (error) {
  if (!(error instanceof BuildFailed)) throw error;
  if (!shutdown.isUnderWay) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
