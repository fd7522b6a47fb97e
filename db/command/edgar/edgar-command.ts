import { commandSettings } from "@/db/command/command-settings";
import { type Progress, type Stage, startProgress, startStages } from "@/db/command/progress";
import { withDatabaseAndFiles } from "@/db/command/with-database";
import { type Edgar, type EdgarEvent, openEdgar } from "@/db/edgar/edgar";
import { EdgarFailure } from "@/db/edgar/edgar-failure";
import { sentence } from "@/db/edgar/sentence";
import { connect } from "@/db/server/client";
import type { Settings } from "@/lib/settings";

export const EXIT = { done: 0, refused: 1, usage: 2, network: 3, interrupted: 130 } as const;

/** The result of a command: its exit code, as data and as a sentence. */
export type Outcome = { code: number; summary: Record<string, unknown>; report: string };

export type Work = {
  edgar: Edgar;
  settings: Settings;
  /** Starts a bar for the next stage and ends the one before. */
  progress: (total: number, unit: string) => (done: number, reading?: string) => void;
  /** The same for work in several stages. */
  stages: (planned: readonly Stage[]) => (done: number, total: number, stage: string) => void;
};

/** The command cannot be carried out as given. The message says why; exit code 2. */
export class NotPossible extends Error {}

const NO_CONTACT = `EDGAR_CONTACT is not set. The SEC requires your name or company, and an email address. Set it in .env, or for this command only:
  EDGAR_CONTACT="Ada Lovelace ada@example.org" npm run …`;

/** Reports problems with the settings, if there are any. */
function edgarSettings(): Settings & { edgarContact: string } {
  const read = commandSettings();
  if ("problems" in read) throw new NotPossible(read.problems.join("\n"));
  const { edgarContact } = read.settings;
  if (edgarContact === null) throw new NotPossible(NO_CONTACT);
  return { ...read.settings, edgarContact };
}

type Options = {
  json?: boolean;
  /** What an interruption leaves undone, in words. */
  whenInterrupted?: string;
};

const GO_ON = "What was fetched is stored. To continue, run the same command again.";

/** Runs a command that reads EDGAR, from settings to exit code. */
export async function runEdgarCommand(
  { json = false, whenInterrupted = `Interrupted. ${GO_ON}` }: Options,
  work: (on: Work) => Promise<Outcome>,
): Promise<number> {
  let settings: ReturnType<typeof edgarSettings>;
  try {
    settings = edgarSettings();
  } catch (error) {
    return notPossible(error);
  }
  return withDatabaseAndFiles({ writes: ["downloads"] }, async (url) => {
    const interrupt = new AbortController();
    process.once("SIGINT", () => interrupt.abort());
    process.once("SIGTERM", () => interrupt.abort());
    const { signal } = interrupt;
    const connection = connect(url);
    const { tell, progress, stages, endProgress } = startOutput(json);
    const end = (outcome: Outcome) => {
      endProgress();
      const text = json ? JSON.stringify({ kind: "summary", ...outcome.summary }) : outcome.report;
      process.stdout.write(`${text}\n`);
      return outcome.code;
    };
    try {
      const outcome = await work({
        edgar: openEdgar(connection, settings, { signal, tell }),
        settings,
        progress,
        stages,
      });
      return end(signal.aborted ? interrupted(outcome, whenInterrupted) : outcome);
    } catch (error) {
      if (signal.aborted) return end(interrupted({ code: 0, summary: {}, report: "" }, whenInterrupted));
      if (error instanceof EdgarFailure) {
        if (!json) tell({ kind: "stopped", message: error.message });
        return end({ code: EXIT.network, summary: { error: error.message }, report: GO_ON });
      }
      endProgress();
      return notPossible(error);
    } finally {
      await connection.end();
    }
  });
}

/** Events as JSON on standard output, or as sentences beside a bar on standard error. */
function startOutput(json: boolean) {
  let shown: Pick<Progress, "say" | "end"> | null = null;
  const endProgress = () => {
    shown?.end();
    shown = null;
  };
  return {
    endProgress,
    tell(event: EdgarEvent) {
      if (json) process.stdout.write(`${JSON.stringify(event)}\n`);
      const line = json ? null : sentence(event);
      if (line === null) return;
      if (shown) shown.say(line);
      else process.stderr.write(`${line}\n`);
    },
    progress(total: number, unit: string) {
      endProgress();
      const begun = !json && total > 0 ? startProgress(total, unit) : null;
      shown = begun;
      return (done: number, reading?: string) => begun?.update(done, reading);
    },
    stages(planned: readonly Stage[]) {
      endProgress();
      const begun = json ? null : startStages(planned);
      shown = begun;
      return (done: number, total: number, stage: string) => begun?.update(done, total, stage);
    },
  };
}

function interrupted({ summary, report }: Outcome, whenInterrupted: string): Outcome {
  return {
    code: EXIT.interrupted,
    summary: { ...summary, interrupted: true },
    report: [report, whenInterrupted].filter(Boolean).join("\n"),
  };
}

function notPossible(error: unknown): number {
  if (!(error instanceof NotPossible)) throw error;
  process.stderr.write(`${error.message}\n`);
  return EXIT.usage;
}
