import { isBuildCurrent } from "@/app/healthz/build-state";
import { within } from "@/app/within";
import { askCopy, copySocket } from "@/db/copy/ask-copy";
import { database, readServers } from "@/db/server/client";
import { findMigrationState } from "@/db/server/migration-state";
import { NEWER_DATABASE } from "@/db/server/newer-database";
import { VERSION } from "@/lib/version";

const ANSWER_WITHIN = 5_000;
const COPY_ANSWERS_WITHIN = 1_000;

/** For start scripts, proxies and monitors: 200 if the database responds and has this version's schema, otherwise 503. */
export async function GET() {
  try {
    const { isCurrent, isNewer, ...migrations } = await within(ANSWER_WITHIN, findMigrationState(database()));
    if (isNewer) return answer(503, { status: "newer database", message: NEWER_DATABASE, migrations });
    return isCurrent
      ? answer(200, { status: "ok", database: "reachable", migrations })
      : answer(503, {
          status: "not migrated",
          message: "The database answers, but has not been migrated to this version. A restart migrates it.",
          migrations,
        });
  } catch (error) {
    // The reason can name hosts and users, so it goes to the log only.
    console.error("healthz:", error);
    return answer(503, { status: "database unreachable", message: "The database does not answer." });
  }
}

const answer = async (status: number, body: object) =>
  Response.json(
    {
      ...body,
      ...databaseServers(),
      ...(await copyState()),
      version: VERSION,
      live: true,
      ready: status === 200 && isBuildCurrent(),
    },
    { status, headers: { "cache-control": "no-store" } },
  );

/** The copy that counts come from, if the site has one. Pages need no copy, so it does not decide the status. */
async function copyState() {
  if (copySocket() === null) return {};
  const state = await askCopy({ ask: "state" }, COPY_ANSWERS_WITHIN);
  if (state === null) return { copy: null };
  const { lines, filledAt, comparedAt, differences } = state.answer;
  return {
    copy: {
      lines,
      asOf: instant(state.asOf),
      filledAt: instant(filledAt),
      comparedAt: comparedAt === null ? null : instant(comparedAt),
      differences,
    },
  };
}

const instant = (milliseconds: number) => new Date(milliseconds).toISOString();

/** Which servers pages are read from, if there are replicas. */
function databaseServers(): { databases?: { server: string; state: string; behindSeconds: number | null }[] } {
  const states = readServers().states();
  if (states.length === 0) return {};
  return {
    databases: states.map(({ server, state, behind }) => ({
      server,
      state,
      behindSeconds: behind === null ? null : Math.round(behind / 1000),
    })),
  };
}
