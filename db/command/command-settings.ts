import { existsSync } from "node:fs";
import { readSettings, type Settings } from "@/lib/settings";

/** The settings for a command: from the environment and, for what is not there, `.env`. */
export function commandSettings() {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readSettings(process.env);
}

/** For commands that start something: what is wrong is listed, and the command ends with exit code 2. */
export function settingsOrExit(): Settings {
  const read = commandSettings();
  if ("settings" in read) return read.settings;
  console.error(["Some settings are wrong:", ...read.problems.map((problem) => `  ${problem}`)].join("\n"));
  console.error("They are described in .env.example.");
  process.exit(2);
}
