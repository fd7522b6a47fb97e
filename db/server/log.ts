import { format } from "node:util";

const logsJson = (): boolean => process.env.LOG_FORMAT?.trim() === "json";

/**
 * With `LOG_FORMAT=json`, writes one line about something that is done: a request, a run, a start. On standard error, because
 * standard output is for the command's result. Otherwise it writes nothing.
 */
export function log(event: string, facts: Record<string, unknown> = {}): void {
  if (!logsJson()) return;
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), event, ...facts })}\n`);
}

/** With `LOG_FORMAT=json`, makes what this process prints through `console` JSON lines too. */
export function logConsoleAsJson(): void {
  if (!logsJson()) return;
  for (const level of ["log", "info", "warn", "error"] as const) {
    console[level] = (...args: unknown[]) => {
      const message = format(...args).trim();
      if (message !== "") log("message", { level: level === "log" ? "info" : level, message });
    };
  }
}

/** Whole milliseconds since a reading of `performance.now()`. */
export const msSince = (started: number): number => Math.round(performance.now() - started);
