import { join } from "node:path";
import { Command } from "commander";
import { startProgress } from "@/db/command/progress";
import { connect } from "@/db/server/client";
import { migrateDatabase } from "@/db/server/migrate";
import { killAlerts } from "@/fuzz/kill/kill-alerts";
import type { KillableServer } from "@/fuzz/kill/server";
import { wholeNumber } from "@/fuzz/whole-number";

type Flags = { kills: number; seed?: number; matches: number };

/** `npm run test:kill -- alerts`. */
export const killAlertsCommand = (makeServer: () => KillableServer): Command =>
  new Command("alerts")
    .description(
      "Kills (kill -9) the alert process at random moments, and every fourth time the database under it instead, while receivers answer with errors, redirects and 410, break off or never answer. Then counts what arrived.",
    )
    .option("--kills <number>", "how often to kill", wholeNumber, 20)
    .option("--seed <number>", "the seed of the moments and answers; random by default, and printed", wholeNumber)
    .option("--matches <number>", "how many matches are sent", wholeNumber, 1_000)
    .action(async ({ kills, seed = Math.floor(Math.random() * 1_000_000), matches }: Flags) => {
      console.error(`Seed ${seed}; ${kills} kills while ${matches} matches are sent.`);
      const server = makeServer();
      const progress = startProgress(kills, "kills of the alert process");
      try {
        await server.start();
        const url = () => server.url("kill_alerts");
        await migrateDatabase(url());
        const connection = connect(url());
        const report = await killAlerts(connection, {
          url,
          kills,
          seed,
          matches,
          folder: join(server.folder, "alerts"),
          killServer: () => server.restartAfterKill(server.kill()),
          onKill: (done) => progress.update(done),
        }).finally(connection.end);
        progress.end();
        const { killed, ofServer, requests, afterGone, failures } = report;
        console.log(
          `${killed} kills, seed ${seed}, ${ofServer} of them of the database server; ${requests} requests for ${matches} matches, ` +
            `${afterGone} after a 410 that a kill made us forget; ${failures.length === 0 ? "nothing was lost, and nothing was in two messages." : `${failures.length} failures.`}`,
        );
        for (const failure of failures) console.log(`  ${failure}`);
        if (failures.length > 0)
          console.log(`Repeat with: npm run test:kill -- alerts --kills ${kills} --seed ${seed} --matches ${matches}`);
        process.exitCode = failures.length > 0 ? 1 : 0;
      } finally {
        progress.end();
        await server.remove();
      }
    });
