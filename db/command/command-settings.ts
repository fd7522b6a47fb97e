import { existsSync } from "node:fs";
import { readSettings, type Settings } from "@/lib/settings";

/** The settings for a command, from the environment or else from `.env`. */
export function commandSettings() {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readSettings(process.env);
}

/** For commands that start something: lists problems with the settings, and ends the command with exit code 2. */
export function settingsOrExit(): Settings {
  const read = commandSettings();
  if ("settings" in read) return read.settings;
  console.error(["Some settings are wrong:", ...read.problems.map((problem) => `  ${problem}`)].join("\n"));
  console.error("They are described in .env.example.");
  process.exit(2);
}
