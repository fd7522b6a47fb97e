import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { openDatabase } from "@/db/server/open-database";
import type { OpenDatabase } from "@/db/server/opened-database";
import { isAlive, runningPostmaster } from "@/db/server/postmaster";

/** A PostgreSQL that may be killed: durable, like a real one. */
export class KillableServer {
  readonly folder = mkdtempSync(join(tmpdir(), "section16-kill-"));
  private opened: OpenDatabase | null = null;

  async start(): Promise<void> {
    // PostgreSQL's user needs access when this runs as root.
    chmodSync(this.folder, 0o755);
    this.opened = await openDatabase({ databaseUrl: null, dataDir: this.folder });
  }

  url(name: string): string {
    const address = new URL(this.opened?.url ?? "");
    address.pathname = `/${name}`;
    return address.href;
  }

  /** Runs statements on the server itself, each in its own transaction, because databases are created outside of any. */
  async run(...statements: string[]): Promise<void> {
    const client = new Client({ connectionString: this.url("postgres") });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }

  copy(template: string, name: string): Promise<void> {
    return this.run(`drop database if exists ${name} with (force)`, `create database ${name} template ${template}`);
  }

  /** Ends the postmaster as a crash would; its other processes notice and end by themselves. */
  kill(): number | null {
    const postmaster = runningPostmaster(join(this.folder, "postgres"));
    if (postmaster) process.kill(postmaster.pid, "SIGKILL");
    return postmaster?.pid ?? null;
  }

  async restartAfterKill(pid: number | null): Promise<void> {
    while (pid !== null && isAlive(pid)) await sleep(20);
    await this.start();
  }

  /** Leaves nothing behind when the test is interrupted. */
  abandon(): void {
    this.opened?.abandon();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async remove(): Promise<void> {
    await this.opened?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
