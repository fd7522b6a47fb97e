import { diskTrouble } from "@/db/server/disk-trouble";
import { BuildFailed, buildSite, DiskFailed } from "./build-site";
import { Shutdown } from "./shutdown";
import { step } from "./steps.mjs";

const shutdown = new Shutdown();
try {
  await step("Building the pages", (detail) => buildSite((build) => shutdown.add(build), detail));
} catch (error) {
  const trouble = diskTrouble(error);
  if (trouble === null && !(error instanceof BuildFailed)) throw error;
  if (!shutdown.isUnderWay) {
    console.error(trouble ?? (error instanceof BuildFailed ? error.message : error));
    process.exitCode = trouble !== null || error instanceof DiskFailed ? 3 : 1;
  }
}
