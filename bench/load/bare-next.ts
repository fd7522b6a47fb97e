import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { NEXT, runNode } from "@/scripts/node-program";
import { freePorts } from "@/testing/free-ports";
import { answering } from "@/testing/serve-read-only";

const APP = fileURLToPath(new URL("./bare", import.meta.url));

/** The least that Next can be, built if needed: a yardstick for this machine. */
export async function startBareNext(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  if (!existsSync(`${APP}/.next/BUILD_ID`)) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [NEXT, "build", APP], { env, encoding: "utf8" });
    if (status !== 0) throw new Error(`${stdout}${stderr}\nThe bare Next could not be built.`);
  }
  const [port = 0] = await freePorts(1);
  const { child, stop } = runNode([NEXT, "start", APP, "--port", String(port), "--hostname", "127.0.0.1"], env, "pipe");
  const origin = `http://127.0.0.1:${port}`;
  await answering(child, `${origin}/prerendered`);
  return { origin, stop };
}
