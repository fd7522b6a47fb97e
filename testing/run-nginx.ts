import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePorts } from "@/testing/free-ports";

export type Front = { url: string; port: number; plainPort: number; output: () => string; stop: () => Promise<void> };

const BROTLI = ["filter", "static"].map((name) => `/usr/lib/nginx/modules/ngx_http_brotli_${name}_module.so`);

/** Why nginx cannot be run here, or null. */
export function whyNoNginx(): string | null {
  const { stderr, error } = spawnSync("nginx", ["-v"], { encoding: "utf8" });
  if (error) return "nginx is not installed";
  const [, major, minor] = stderr.match(/nginx\/(\d+)\.(\d+)/) ?? [];
  if (Number(major) === 1 && Number(minor) < 25) return "nginx is older than 1.25";
  return spawnSync("openssl", ["version"]).error ? "openssl is not installed" : null;
}

/**
 * Runs `deploy/nginx.conf` in its own folder, in front of sites on these ports. Only the ports, the folders and the certificate differ
 * from what an operator runs.
 */
export async function runNginx(sites: readonly number[], { brotli = false } = {}): Promise<Front> {
  const folder = mkdtempSync(join(tmpdir(), "section16-nginx-"));
  const [port = 0, plainPort = 0, inner = 0] = await freePorts(3);
  mkdirSync(join(folder, "cache"));
  const { certificate, key } = makeCertificate(folder);
  const replacements: [from: string, to: string][] = [
    ["    server 127.0.0.1:3000;\n", sites.map((site) => `    server 127.0.0.1:${site};\n`).join("")],
    ["/var/cache/nginx/section16", join(folder, "cache")],
    ["listen 80;\n    listen [::]:80;", `listen 127.0.0.1:${plainPort};`],
    ["listen 443 ssl;\n    listen [::]:443 ssl;", `listen 127.0.0.1:${port} ssl;`],
    ["/etc/letsencrypt/live/insiders.example.org/fullchain.pem", certificate],
    ["/etc/letsencrypt/live/insiders.example.org/privkey.pem", key],
    ["127.0.0.1:3080", `127.0.0.1:${inner}`],
    ...(brotli ? [["    #brotli", "    brotli"] as [string, string]] : []),
  ];
  let text = readFileSync("deploy/nginx.conf", "utf8");
  for (const [from, to] of replacements) {
    if (!text.includes(from)) throw new Error(`deploy/nginx.conf does not contain ${JSON.stringify(from)}`);
    text = text.replaceAll(from, to);
  }
  writeFileSync(join(folder, "section16.conf"), text);
  const main = [
    "daemon off;",
    "worker_processes auto;",
    `pid ${folder}/nginx.pid;`,
    // As root, nginx would run as a user who cannot enter this folder.
    ...(process.getuid?.() === 0 ? ["user root;"] : []),
    ...(brotli ? BROTLI.map((path) => `load_module ${path};`) : []),
    "events { worker_connections 4096; }",
    "http {",
    ...["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`),
    `include section16.conf;`,
    "}",
  ];
  writeFileSync(join(folder, "nginx.conf"), main.join("\n"));

  const child = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  process.once("exit", () => child.kill());
  let output = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  const ended = new Promise<void>((settle) => child.once("close", () => settle()));
  for (let tries = 0; !(await listens(port)); tries++) {
    if (child.exitCode !== null || tries > 200) throw new Error(`nginx did not start:\n${output}`);
    await sleep(25);
  }
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `https://127.0.0.1:${port}`, port, plainPort, output: () => output, stop };
}

export const hasBrotli = () => BROTLI.every((path) => existsSync(path));

/** A self-signed certificate, in a folder. */
export function makeCertificate(folder: string): { certificate: string; key: string } {
  const certificate = join(folder, "certificate.pem");
  const key = join(folder, "key.pem");
  const { status, stderr } = spawnSync(
    "openssl",
    [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc", "-days", "2"],
      ...["-subj", "/CN=insiders.example.org", "-keyout", key, "-out", certificate],
    ],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return { certificate, key };
}

export const listens = (port: number) =>
  new Promise<boolean>((settle) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => settle(true)).once("error", () => settle(false));
    socket.once("connect", () => socket.destroy());
  });
