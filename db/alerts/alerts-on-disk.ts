import { readFileSync } from "node:fs";
import { type FileAlert, readAlertsFile } from "@/lib/alerts/alerts-file";
import { newYorkDate } from "@/lib/values/dates";

/** The operator's alerts, in the folder of the program. */
export const ALERTS_FILE = "alerts.json";

export type AlertsOnDisk = { text: string | null } & ({ alerts: FileAlert[] } | { problems: string[] });

/** Reads the operator's file. Without a file there are no alerts. Problems name the file, the line and what to do. */
export function readAlertsOnDisk(path: string, { allowPrivate }: { allowPrivate: boolean }): AlertsOnDisk {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : error;
    if (code === "ENOENT") return { text: null, alerts: [] };
    const problem = `${path} cannot be read (${code}). Allow the user that runs Section 16 to read it.`;
    return { text: null, problems: [problem] };
  }
  const read = readAlertsFile(text, { today: newYorkDate(new Date()), allowPrivate });
  return "alerts" in read
    ? { text, alerts: read.alerts }
    : { text, problems: read.problems.map((problem) => `${path}: ${problem}`) };
}
